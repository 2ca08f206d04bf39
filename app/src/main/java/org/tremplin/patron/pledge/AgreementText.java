package org.tremplin.patron.pledge;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.Siren;
import org.tremplin.campaign.Plan;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.web.DayText;

/**
 * Writes the agreement between an association and a patron: French binds, English is for reading. The text is stored as it
 * was accepted, so other words here change no agreement of before. A line that begins with {@code # } is a heading.
 */
@Component
class AgreementText {

    private static final String HEADING = "# ";
    private static final Pattern HEADINGS = Pattern.compile("(?m)^(#\\h*)+");

    private final MessageSource messages;
    private final TremplinSettings instance;

    AgreementText(MessageSource messages, TremplinSettings instance) {
        this.messages = messages;
        this.instance = instance;
    }

    /** @param conditions one an instalment; none for what is given in kind */
    record Terms(PledgeForm form, List<Condition> conditions, LocalDate endsOn) {}

    String write(Promisable.At at, Terms terms, Locale locale) {
        PledgeForm form = terms.form();
        boolean money = !form.inKind();
        List<String> articles = Stream.of(
                        article("parties", locale, association(at.association(), locale), organisation(form)),
                        article("object", locale, object(at, form, locale)),
                        article(
                                money ? "amount" : "in-kind",
                                locale,
                                MoneyText.exact(form.cents(), locale),
                                form.objet()),
                        money ? instalments(terms, locale) : "",
                        money ? article("conditions", locale, Instalment.DAYS_TO_PAY) : "",
                        article("counterparts", locale, MoneyText.exact(form.cents() / 4, locale)),
                        article(
                                "name",
                                locale,
                                text(form.nomPublic() ? "pledge.text.name.yes" : "pledge.text.name.no", locale),
                                text(
                                        "pledge.text.amount."
                                                + (form.montantPublic() ? "yes" : form.nomPublic() ? "hidden" : "no"),
                                        locale)),
                        article(
                                        money ? "use" : "use.in-kind",
                                        locale,
                                        instance.absolute(
                                                "/c/" + at.campaign().campaign().slug() + "/fonds"))
                                + reports(at.plan(), locale),
                        article(at.association().receipts().declared() ? "receipts" : "no-receipts", locale),
                        article(money ? "end" : "end.in-kind", locale, DayText.text(terms.endsOn(), locale)),
                        article("data", locale),
                        article("law", locale))
                .filter(part -> !part.isEmpty())
                .toList();
        return IntStream.range(0, articles.size())
                .mapToObj(i -> HEADING + (i + 1) + ". " + articles.get(i))
                .collect(Collectors.joining("\n"));
    }

    /** Without its number. */
    private String article(String name, Locale locale, Object... values) {
        return text("pledge.text." + name + ".title", locale) + "\n" + text("pledge.text." + name, locale, values);
    }

    private String association(Association of, Locale locale) {
        String number = of.siren() != null
                ? text("pledge.text.siren", locale, of.siren())
                : of.rna() != null ? text("pledge.text.rna", locale, of.rna()) : Objects.toString(of.registry(), "");
        return Stream.of(
                        of.name(),
                        number,
                        address(
                                of.address().street(),
                                of.address().postalCode(),
                                of.address().city()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String organisation(PledgeForm form) {
        return form.organisation() + ", " + form.formeJuridique() + ", SIREN " + siren(form) + ", "
                + address(form.adresse(), form.codePostal(), form.ville()) + ", " + form.prenom() + " " + form.nom()
                + ", " + form.qualite();
    }

    private static String siren(PledgeForm form) {
        return Siren.normal(form.siren()).replaceAll("(.{3})(?=.)", "$1 ");
    }

    private static String address(String street, String postalCode, String city) {
        return (street + ", " + postalCode + " " + city).replaceFirst("^, ", "");
    }

    private String object(Promisable.At at, PledgeForm form, Locale locale) {
        String project = text(
                "pledge.text.project",
                locale,
                at.plan().title(),
                instance.absolute("/c/" + at.campaign().campaign().slug()),
                at.campaign().edition().number(),
                DayText.text(at.association().day(at.campaign().edition().publishedAt()), locale));
        return at.lines().stream()
                .filter(line -> line.id().equals(form.line(at)))
                .findFirst()
                .map(line -> project + text("pledge.text.line", locale, line.label()))
                .orElse(project + text("pledge.text.whole", locale));
    }

    private String instalments(Terms terms, Locale locale) {
        StringBuilder all = new StringBuilder(text("pledge.text.instalments.title", locale));
        List<Long> parts = terms.form().parts();
        for (int i = 0; i < parts.size(); i++) {
            all.append('\n')
                    .append(text(
                            "pledge.text.instalment",
                            locale,
                            i + 1,
                            MoneyText.exact(parts.get(i), locale),
                            condition(terms.conditions().get(i), locale)));
        }
        return all.toString();
    }

    /** As a sentence goes on. */
    String condition(Condition one, Locale locale) {
        return one.kind() == Condition.Kind.DATE
                ? text("pledge.when.DATE", locale, DayText.text(Objects.requireNonNull(one.on()), locale))
                : text("pledge.when." + one.kind(), locale, one.words());
    }

    private String reports(Plan plan, Locale locale) {
        return plan.promises().stream()
                .filter(one -> one.kind() == Plan.Telling.REPORT && one.on() != null)
                .map(one -> "\n"
                        + text(
                                "pledge.text.report",
                                locale,
                                one.what(),
                                DayText.text(Objects.requireNonNull(one.on()), locale)))
                .collect(Collectors.joining());
    }

    private String text(String key, Locale locale, Object... values) {
        Object[] plain = Arrays.stream(values)
                .map(value -> value instanceof String typed ? plain(typed) : value)
                .toArray();
        return messages.getMessage(key, plain, locale);
    }

    /** So that no line of what somebody typed reads as a heading of ours. */
    static String plain(String typed) {
        return HEADINGS.matcher(typed).replaceAll("");
    }

    /** The parts of a stored agreement, in its order. */
    static List<Article> read(String agreement) {
        return Arrays.stream(agreement.split("(?m)^" + HEADING))
                .filter(part -> !part.isBlank())
                .map(part -> part.strip().split("\n"))
                .map(lines -> new Article(lines[0], List.of(lines).subList(1, lines.length)))
                .toList();
    }

    record Article(String heading, List<String> lines) {}
}
