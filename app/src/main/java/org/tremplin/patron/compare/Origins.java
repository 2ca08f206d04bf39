package org.tremplin.patron.compare;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.platform.web.DayText;
import org.tremplin.transparency.Evidence;
import org.tremplin.transparency.EvidenceFile;

/** Where the facts of a project come from, and whether that is where they say to come from. */
@Component
class Origins {

    static final ZoneId HERE = ZoneId.of("Europe/Paris");

    private static final Set<EvidenceFile.Seal> DOUBTED =
            EnumSet.range(EvidenceFile.Seal.OTHER_GIFTS, EvidenceFile.Seal.JOURNAL_BROKEN);

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

    /**
     * What a file says of its origin and its money, and its address and its journal do not: a doubt, as a journal keeps
     * the name of the server it began on.
     */
    List<String> doubts(Compared one, Locale locale) {
        URI source = one.source();
        if (source == null) {
            return List.of();
        }
        List<String> doubts = new ArrayList<>();
        String said = host(one.evidence().instance().origin());
        if (!said.equalsIgnoreCase(source.getHost())) {
            doubts.add(messages.getMessage("compare.elsewhere", new Object[] {said, source.getHost()}, locale));
        }
        EvidenceFile.Seal seal = one.seal();
        Evidence.Journal journal = one.evidence().journal();
        if (seal == null || journal == null) {
            return doubts;
        }
        String named = host("//" + journal.origin());
        if (seal.stands() && !named.equalsIgnoreCase(source.getHost())) {
            doubts.add(messages.getMessage("compare.seal.elsewhere", new Object[] {named, source.getHost()}, locale));
        }
        if (DOUBTED.contains(seal)) {
            doubts.add(messages.getMessage("compare.seal.doubt." + seal, new Object[] {source.getHost()}, locale));
        }
        return doubts;
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
