package org.tremplin.site.about;

import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.Keeper;
import org.tremplin.platform.privacy.Processor;

/** Puts into words what the modules say they keep, and who handles it for them. */
@Component
class Register {

    /** As a donor looks for it. */
    private static final List<String> ORDER = List.of(
            "gift-names",
            "gift-emails",
            "receipt-identities",
            "books",
            "public-names",
            "unpaid-gifts",
            "refund-words",
            "mails",
            "suppressions",
            "accounts",
            "sessions",
            "sign-ins",
            "members",
            "invitations",
            "associations",
            "campaigns",
            "diagnoses",
            "suppliers",
            "attempts",
            "provider-events",
            "facts",
            "acts");

    private final List<Keeper> keepers;
    private final List<Processor> processors;
    private final SiteSettings settings;
    private final MessageSource messages;

    Register(List<Keeper> keepers, List<Processor> processors, SiteSettings settings, MessageSource messages) {
        this.keepers = keepers;
        this.processors = processors;
        this.settings = settings;
        this.messages = messages;
    }

    List<PrivacyPage.Row> rows(Locale locale) {
        return keepers.stream()
                .map(Keeper::holding)
                .sorted(Comparator.comparingInt(holding -> ORDER.indexOf(holding.code())))
                .map(holding -> row(holding, locale))
                .toList();
    }

    List<PrivacyPage.Processor> processors(Locale locale) {
        List<PrivacyPage.Processor> all = new ArrayList<>();
        all.add(new PrivacyPage.Processor(
                given(settings.host(), locale),
                text("privacy.processor.host", locale, given(settings.hostCountry(), locale))));
        processors.forEach(one ->
                all.add(new PrivacyPage.Processor(one.name(), text("privacy.processor." + one.code(), locale))));
        return List.copyOf(all);
    }

    boolean simulated() {
        return processors.stream().noneMatch(one -> one.code().equals("stripe"));
    }

    String publisher(Locale locale) {
        return given(settings.publisher(), locale);
    }

    String contact(Locale locale) {
        return given(settings.contact(), locale);
    }

    private PrivacyPage.Row row(Holding holding, Locale locale) {
        String key = "privacy." + holding.code();
        Object[] lengths =
                holding.terms().stream().map(term -> words(term.time(), locale)).toArray();
        return new PrivacyPage.Row(
                holding.code(),
                text(key, locale),
                text(key + ".what", locale),
                text(key + ".why", locale),
                text("privacy.basis." + holding.basis(), locale),
                text(key + ".kept", locale, lengths),
                text(key + ".erased", locale));
    }

    private String words(Period time, Locale locale) {
        Period whole = time.normalized();
        return List.of(
                        part("years", whole.getYears(), locale),
                        part("months", whole.getMonths(), locale),
                        part("days", whole.getDays(), locale))
                .stream()
                .filter(part -> !part.isEmpty())
                .reduce((first, second) -> first + " " + second)
                .orElseGet(() -> text("privacy.days", locale, 0));
    }

    private String part(String unit, int count, Locale locale) {
        return count == 0 ? "" : text("privacy." + unit, locale, count);
    }

    private String given(String fact, Locale locale) {
        return fact.isBlank() ? text("about.missing", locale) : fact;
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
