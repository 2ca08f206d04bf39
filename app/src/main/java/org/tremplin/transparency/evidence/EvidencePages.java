package org.tremplin.transparency.evidence;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.donation.TaxEstimate;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.About;
import org.tremplin.platform.web.Language;
import org.tremplin.transparency.Evidence;

/**
 * Makes the page of the evidence, from the record alone: of a campaign it cannot say what the file does not. What the law
 * gives a company, and whether the diagnosis was opened to this reader, stand beside it.
 */
@Component
class EvidencePages {

    /** Changes on the page, so that it stays within two sheets of paper. */
    private static final int MOST_CHANGES = 3;

    private final MessageSource messages;
    private final TaxEstimate tax;

    EvidencePages(MessageSource messages, TaxEstimate tax) {
        this.messages = messages;
        this.tax = tax;
    }

    /** @param opened what a private link opened to this reader */
    EvidencePage page(Evidence evidence, @Nullable Opened opened, Language language) {
        Words words = new Words(messages, language, evidence);
        Evidence.Project project = evidence.campaign();
        FactRows facts = new FactRows(evidence, opened, words);
        List<EvidencePage.Change> changes = changes(evidence, words);
        return new EvidencePage(
                project.slug(),
                project.title(),
                project.language(),
                evidence.association().address().replaceFirst(".*/", ""),
                evidence.association().name(),
                words.place(),
                project.state() == Evidence.State.OPEN,
                words.day(evidence.asOf()),
                words.text(
                        "evidence.edition",
                        Integer.toString(project.edition()),
                        words.day(words.dayOf(project.editionAt()))),
                facts.brief(),
                facts.observed(),
                facts.declared(),
                evidence.figures().lines().stream()
                        .filter(EvidencePages::money)
                        .map(line -> line(line, words.locale()))
                        .toList(),
                line(evidence.figures().total(), words.locale()),
                resources(evidence, words),
                MoneyText.exact(
                        evidence.budget().askedCents() + evidence.budget().elsewhereCents(), words.locale()),
                DateRows.of(evidence, words),
                changes.stream().limit(MOST_CHANGES).toList(),
                Math.max(0, changes.size() - MOST_CHANGES),
                missing(evidence, words),
                FirmRows.of(evidence, tax, words),
                evidence.journal() != null,
                evidence.address(),
                About.of(
                        words.text("evidence.about", project.title()),
                        words.text(
                                "evidence.description",
                                MoneyText.brief(evidence.figures().total().spentCents(), words.locale()),
                                MoneyText.brief(evidence.figures().total().provenCents(), words.locale()),
                                words.day(evidence.asOf()))));
    }

    /** False for what is given otherwise, such as somebody's time. */
    private static boolean money(Evidence.Amounts line) {
        return Stream.of(line.plannedCents(), line.receivedCents(), line.spentCents(), line.committedCents())
                .anyMatch(cents -> cents != 0);
    }

    private static EvidencePage.Line line(Evidence.Amounts line, Locale locale) {
        return new EvidencePage.Line(
                line.label(),
                MoneyText.exact(line.plannedCents(), locale),
                MoneyText.exact(line.receivedCents(), locale),
                MoneyText.exact(line.spentCents(), locale),
                MoneyText.exact(line.provenCents(), locale),
                MoneyText.exact(line.leftCents(), locale),
                line.reasons());
    }

    private static List<EvidencePage.Resource> resources(Evidence evidence, Words words) {
        EvidencePage.Resource gifts = new EvidencePage.Resource(
                "",
                true,
                MoneyText.exact(evidence.budget().askedCents(), words.locale()),
                words.text(
                        "evidence.resource.gifts",
                        MoneyText.exact(evidence.figures().total().giftsCents(), words.locale())),
                words.day(evidence.asOf()));
        return Stream.concat(
                        Stream.of(gifts), evidence.budget().resources().stream().map(one -> resource(one, words)))
                .toList();
    }

    private static EvidencePage.Resource resource(Evidence.Resource one, Words words) {
        String state = words.text("evidence.resource." + one.state());
        return new EvidencePage.Resource(
                one.label(),
                false,
                MoneyText.exact(one.plannedCents(), words.locale()),
                one.cents() == one.plannedCents()
                        ? state
                        : words.text("evidence.resource.part", state, MoneyText.exact(one.cents(), words.locale())),
                one.on() == null ? null : words.day(one.on()));
    }

    private static List<EvidencePage.Change> changes(Evidence evidence, Words words) {
        int count = evidence.amendments().size();
        return Stream.iterate(count - 1, at -> at >= 0, at -> at - 1)
                .map(evidence.amendments()::get)
                .map(one -> new EvidencePage.Change(
                        words.day(words.dayOf(one.at())),
                        words.text("role." + one.role()),
                        one.reason(),
                        one.changes().stream()
                                .map(change -> moved(change, words.locale()))
                                .toList()))
                .toList();
    }

    private static EvidencePage.Moved moved(Evidence.Difference change, Locale locale) {
        String key = switch (change.what()) {
            case LINE -> null;
            default -> "evidence.change." + change.what();
        };
        Long before = change.beforeCents();
        Long after = change.afterCents();
        return new EvidencePage.Moved(
                key,
                change.label(),
                before == null ? Words.orDash(change.before(), locale) : MoneyText.brief(before, locale),
                after == null ? Words.orDash(change.after(), locale) : MoneyText.brief(after, locale));
    }

    /** One sentence a reason. */
    private static List<String> missing(Evidence evidence, Words words) {
        return Stream.of(Evidence.Why.values())
                .filter(why -> evidence.missing().stream().anyMatch(one -> one.why() == why))
                .map(why -> words.text(
                        "evidence.missing." + why,
                        evidence.missing().stream()
                                .filter(one -> one.why() == why)
                                .map(one -> words.text("evidence.missing." + one.what()))
                                .collect(Collectors.joining(", "))))
                .toList();
    }
}
