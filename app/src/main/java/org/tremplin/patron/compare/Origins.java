package org.tremplin.patron.compare;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.platform.web.DayText;

/** Where the facts of a project come from, and whether that is where they say to come from. */
@Component
class Origins {

    static final ZoneId HERE = ZoneId.of("Europe/Paris");

    private final MessageSource messages;

    Origins(MessageSource messages) {
        this.messages = messages;
    }

    /** None for a campaign of this site. */
    @Nullable
    String text(Compared one, Locale locale) {
        String said = one.evidence().instance().origin();
        URI source = one.source();
        Instant at = one.at();
        if (source == null || at == null) {
            return one.brought() ? messages.getMessage("compare.from", new Object[] {said}, locale) : null;
        }
        return messages.getMessage(
                "compare.read", new Object[] {source.getHost(), DayText.moment(at, HERE, locale)}, locale);
    }

    /** What a file says of its origin and cannot be: it was read elsewhere. */
    List<String> doubts(Compared one, Locale locale) {
        URI source = one.source();
        String said = host(one.evidence().instance().origin());
        return source == null || said.equals(source.getHost())
                ? List.of()
                : List.of(messages.getMessage("compare.elsewhere", new Object[] {said, source.getHost()}, locale));
    }

    private static String host(String address) {
        try {
            String host = URI.create(address).getHost();
            return host == null ? address : host;
        } catch (IllegalArgumentException none) {
            return address;
        }
    }
}
