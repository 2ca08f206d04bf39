package org.tremplin.transparency.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tremplin.money.MoneyText;
import org.tremplin.transparency.Evidence;

/** What is known, fact by fact: each with its day or its source, and what is missing in its place. */
final class FactRows {

    private final Evidence evidence;
    private final @Nullable Opened opened;
    private final Words words;

    /** @param opened what a private link opened to this reader */
    FactRows(Evidence evidence, @Nullable Opened opened, Words words) {
        this.evidence = evidence;
        this.opened = opened;
        this.words = words;
    }

    List<EvidencePage.Row> brief() {
        Evidence.Project said = evidence.campaign();
        List<EvidencePage.Row> rows = new ArrayList<>();
        rows.add(said("evidence.brief.problem", said.problem()));
        rows.add(said("evidence.brief.what", said.what()));
        rows.add(said("evidence.brief.result", said.result()));
        rows.add(toFind());
        if (evidence.campaign().state() != Evidence.State.ENDED) {
            BareLines.barest(evidence).ifPresent(line -> rows.add(bare(line)));
        }
        return List.copyOf(rows);
    }

    private EvidencePage.Row toFind() {
        Evidence.Figures figures = evidence.figures();
        String asked = money(evidence.budget().goalCents());
        String value = switch (evidence.campaign().state()) {
            case ENDED ->
                words.text("evidence.find.ended", money(figures.total().giftsCents()), asked);
            case OPEN, UPCOMING ->
                figures.toFindCents() == 0
                        ? words.text("evidence.find.nothing", asked)
                        : until(money(figures.toFindCents()), asked);
        };
        return shown("evidence.brief.find", value, null);
    }

    /** The line to give for: the one that lacks most. */
    private EvidencePage.Row bare(BareLines.Bare line) {
        return new EvidencePage.Row(
                "evidence.brief.line",
                line.label(),
                true,
                words.text("evidence.line.lacks", money(line.lackingCents()), money(line.askedCents())),
                List.of());
    }

    private String until(String cents, String asked) {
        return evidence.calendar().closesOn() == null
                ? words.text("evidence.find", cents, asked)
                : words.text(
                        "evidence.find.until",
                        cents,
                        asked,
                        words.day(Objects.requireNonNull(evidence.calendar().closesOn())));
    }

    List<EvidencePage.Row> observed() {
        Evidence.Proof proof = evidence.proof();
        Evidence.Amounts total = evidence.figures().total();
        List<EvidencePage.Row> rows = new ArrayList<>();
        rows.add(
                proof.percent() == null
                        ? missing(
                                "evidence.row.proven",
                                proof.spentCents() > 0 ? "evidence.none.expense" : "evidence.none.spent")
                        : shown(
                                "evidence.row.proven",
                                words.percent(proof.percent()),
                                words.text("evidence.of", money(proof.provenCents()), money(proof.spentCents()))));
        rows.add(shown(
                "evidence.row.received",
                money(total.receivedCents()),
                words.text("evidence.received.note", money(total.plannedCents()), money(total.giftsCents()))));
        if (Boolean.TRUE.equals(evidence.figures().feesAwaited())) {
            rows.add(shown("evidence.row.fees", words.text("evidence.fees.awaited"), null));
        }
        rows.add(kept(
                "evidence.row.updates",
                evidence.telling().updatesKept(),
                evidence.telling().updates()));
        rows.add(kept(
                "evidence.row.reports",
                evidence.telling().reportsKept(),
                evidence.telling().reports()));
        rows.add(
                proof.expenses() == 0
                        ? missing("evidence.row.approved", "evidence.none.expense")
                        : shown(
                                "evidence.row.approved",
                                words.text("evidence.count.of", proof.approvedByAnother(), proof.expenses()),
                                proof.withdrawn() == 0 ? null : words.text("evidence.withdrawn", proof.withdrawn())));
        rows.add(
                proof.papers() == 0
                        ? missing("evidence.row.proofs", "evidence.none.proofs")
                        : new EvidencePage.Row(
                                "evidence.row.proofs",
                                words.text("evidence.proofs", proof.papers()),
                                false,
                                null,
                                List.of(new EvidencePage.Link(
                                        words.text("evidence.proofs.see"),
                                        words.language()
                                                .to("/c/" + evidence.campaign().slug() + "/fonds"),
                                        false))));
        evidence.waivers()
                .forEach(one -> rows.add(new EvidencePage.Row(
                        "evidence.waived." + one.gate(),
                        one.reason(),
                        true,
                        words.text("evidence.waived.note", words.text("role." + one.role()), words.day(one.on())),
                        List.of())));
        int changes = evidence.amendments().size();
        rows.add(shown("evidence.row.changes", words.text("evidence.changes", changes), null));
        rows.add(journal());
        return List.copyOf(rows);
    }

    private EvidencePage.Row kept(String label, Evidence.Kept kept, long told) {
        if (kept.promised() == 0) {
            return missing(label, told == 0 ? "evidence.none.promised" : "evidence.none.promised.told", told);
        }
        String note = kept.late() > 0
                ? words.text("evidence.kept.late", kept.late(), kept.mostDaysLate())
                : words.text(kept.made() > 0 || kept.due() > 0 ? "evidence.kept.time" : "evidence.kept.early");
        return shown(label, words.text("evidence.kept", kept.made(), kept.promised()), note);
    }

    private EvidencePage.Row remainder(Evidence.Unspent stated) {
        String to = stated.to();
        String fate = money(stated.cents()) + " " + words.text("remainder.fate." + stated.fate());
        return shown(
                "evidence.row.remainder",
                to == null ? fate : fate + " " + to,
                words.text("evidence.remainder.note", stated.reason(), words.day(stated.on())));
    }

    private EvidencePage.Row journal() {
        Evidence.Journal journal = evidence.journal();
        return journal == null
                ? missing("evidence.row.journal", "evidence.none.journal")
                : new EvidencePage.Row(
                        "evidence.row.journal",
                        words.text("evidence.journal", journal.size()),
                        false,
                        words.text("evidence.journal.signed", words.day(words.dayOf(journal.signedAt()))),
                        List.of(new EvidencePage.Link(
                                words.text("evidence.journal.check"),
                                words.language().to("/c/" + evidence.campaign().slug() + "/journal"),
                                false)));
    }

    List<EvidencePage.Row> declared() {
        List<EvidencePage.Row> rows = new ArrayList<>();
        evidence.association().identity().stream()
                .filter(fact -> !fact.what().equals("name"))
                .forEach(fact -> rows.add(fact(fact)));
        Evidence.Fact receipts = evidence.association().receipts();
        rows.add(receipts == null ? missing("evidence.fact.receipts", "evidence.unsaid") : fact(receipts));
        rows.add(missing("evidence.row.papers", "evidence.none.papers"));
        rows.add(resources());
        evidence.remainders().stream().limit(1).forEach(stated -> rows.add(remainder(stated)));
        Evidence.People people = evidence.people();
        rows.add(
                people == null
                        ? missing("evidence.row.people", "evidence.unsaid")
                        : shown(
                                "evidence.row.people",
                                words.text("evidence.people", people.count(), people.hours()),
                                null));
        rows.add(diagnosis());
        rows.add(new EvidencePage.Row(
                "evidence.row.contact",
                words.text("evidence.contact"),
                false,
                null,
                List.of(new EvidencePage.Link(
                        words.text("evidence.contact.go"),
                        words.language().to(evidence.association().address().replaceFirst(".*/a/", "/a/")),
                        false))));
        return List.copyOf(rows);
    }

    /** Whether it is opened to this reader, and nothing of what it says. */
    private EvidencePage.Row diagnosis() {
        return opened == null
                ? missing("evidence.row.diagnosis", "evidence.none.diagnosis")
                : new EvidencePage.Row(
                        "evidence.row.diagnosis",
                        words.text("evidence.diagnosis", words.day(opened.until())),
                        false,
                        words.text("evidence.diagnosis.declared"),
                        List.of(new EvidencePage.Link(
                                words.text("evidence.diagnosis.read"),
                                words.language().to("/partage/" + opened.token()),
                                false)));
    }

    private EvidencePage.Row fact(Evidence.Fact fact) {
        Evidence.Check check = fact.check();
        boolean linked = check != null && check.address() != null;
        return new EvidencePage.Row(
                "evidence.fact." + fact.what(),
                fact.value(),
                true,
                fact.on() == null
                        ? words.text("evidence.source." + fact.source())
                        : words.text("evidence.source.on." + fact.source(), words.day(fact.on())),
                linked
                        ? List.of(new EvidencePage.Link(
                                words.text("evidence.check."
                                        + Objects.requireNonNull(check).register()),
                                Objects.requireNonNull(check.address()),
                                true))
                        : List.of());
    }

    private EvidencePage.Row resources() {
        List<Evidence.Resource> all = evidence.budget().resources();
        return all.isEmpty()
                ? missing("evidence.row.resources", "evidence.unsaid")
                : shown(
                        "evidence.row.resources",
                        words.text(
                                "evidence.resources",
                                all.size(),
                                money(evidence.budget().elsewhereCents())),
                        words.text("evidence.resources.below"));
    }

    private EvidencePage.Row said(String label, @Nullable String value) {
        return value == null
                ? missing(label, "evidence.unsaid")
                : new EvidencePage.Row(label, value, true, null, List.of());
    }

    private static EvidencePage.Row shown(String label, String value, @Nullable String note) {
        return new EvidencePage.Row(label, value, false, note, List.of());
    }

    private EvidencePage.Row missing(String label, String why, Object... values) {
        return new EvidencePage.Row(label, null, false, words.text(why, values), List.of());
    }

    private String money(long cents) {
        return MoneyText.brief(cents, words.locale());
    }
}
