package org.tremplin.patron.compare;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.tremplin.money.MoneyText;
import org.tremplin.patron.compare.Row.Cell;
import org.tremplin.platform.web.DayText;
import org.tremplin.transparency.Evidence;
import org.tremplin.transparency.EvidenceFile;

/** The rows of the table: what is observed apart from what is declared, missing shown as missing. */
final class Rows {

    private final List<Compared> projects;
    private final MessageSource messages;
    private final Locale locale;

    Rows(List<Compared> projects, MessageSource messages, Locale locale) {
        this.projects = projects;
        this.messages = messages;
        this.locale = locale;
    }

    /** Measured by the application, which nobody can write. */
    List<Row> observed() {
        return List.of(
                row("find", one -> Cell.of(money(one.figures().toFindCents()))),
                row("received", this::received),
                row("promised", this::promised),
                row("proven", this::proven),
                row("reports", one -> kept(one.telling().reportsKept())),
                row("updates", one -> kept(one.telling().updatesKept())),
                row("approved", this::approved),
                row("collection", this::collection),
                row(
                        "changes",
                        one -> Cell.of(text("compare.changes", one.amendments().size()))),
                new Row(
                        "compare.row.journal",
                        projects.stream().map(this::journal).toList()));
    }

    /** Stated by each association, on its own responsibility. */
    List<Row> declared() {
        return List.of(
                row("goal", one -> Cell.of(money(one.budget().goalCents()))),
                row("minimum", one -> Cell.of(money(one.budget().minimumCents()))),
                row("cost", one -> Cell.of(money(one.budget().costCents()))),
                row("needs", this::needs),
                row("cofunders", this::coFunders),
                row("receipts", this::receipts),
                row("people", this::people),
                row("place", one -> said(one.campaign().place())),
                row("closes", one -> day(one.calendar().closesOn())),
                row("result", one -> said(one.campaign().result())));
    }

    private Row row(String label, Function<Evidence, Cell> ask) {
        return new Row(
                "compare.row." + label,
                projects.stream().map(Compared::evidence).map(ask).toList());
    }

    private Cell received(Evidence one) {
        long goal = one.budget().goalCents();
        long gifts = one.figures().total().giftsCents();
        // a goal of 0 asks for nothing, so no share of it is known
        return goal <= 0
                ? Cell.of(money(gifts))
                : new Cell(money(gifts), text("compare.percent.goal", Math.floorDiv(gifts * 100, goal)));
    }

    /** Beside what was received, and never in it. */
    private Cell promised(Evidence one) {
        Evidence.Support support = one.support();
        if (support == null) {
            return missing("compare.unsaid");
        }
        // who hides the amount is in no sum: none is not nobody
        String kind = support.inKindCents() == 0 ? null : text("compare.in-kind", money(support.inKindCents()));
        if (support.promisedCents() == 0) {
            return kind == null ? missing("compare.none.sum") : Cell.of(kind);
        }
        String here = text("compare.promised", money(support.receivedCents()), money(support.dueCents()));
        String told = support.withdrawnCents() == 0
                ? here
                : text("compare.promised.withdrawn", here, money(support.withdrawnCents()));
        return new Cell(
                money(support.promisedCents()), kind == null ? told : text("compare.promised.in-kind", told, kind));
    }

    private Cell proven(Evidence one) {
        Evidence.Proof proof = one.proof();
        Integer percent = proof.percent();
        return percent == null
                ? missing(proof.spentCents() > 0 ? "compare.none.expense" : "compare.none.spent")
                : new Cell(
                        text("compare.percent", percent),
                        text("compare.of", money(proof.provenCents()), money(proof.spentCents())));
    }

    private Cell kept(Evidence.Kept kept) {
        if (kept.promised() == 0) {
            return missing("compare.none.promised");
        }
        if (kept.due() == 0) {
            return missing("compare.none.due");
        }
        return new Cell(
                text("compare.kept", kept.due() - kept.late(), kept.due()),
                kept.late() == 0 ? null : text("compare.late", kept.mostDaysLate()));
    }

    private Cell approved(Evidence one) {
        Evidence.Proof proof = one.proof();
        return proof.expenses() == 0
                ? missing("compare.none.expense")
                : Cell.of(text("compare.kept", proof.approvedByAnother(), proof.expenses()));
    }

    /** Of a file what it says, and what came of checking its seal. */
    private Cell journal(Compared one) {
        Evidence.Journal journal = one.evidence().journal();
        return journal == null
                ? missing("compare.none.journal")
                : new Cell(text("compare.journal", journal.size()), one.brought() ? seal(one, journal.origin()) : null);
    }

    private String seal(Compared one, String origin) {
        EvidenceFile.Seal seal = one.seal();
        Instant at = one.at();
        return seal == null || at == null
                ? text("compare.unchecked")
                : text("compare.seal." + seal, DayText.moment(at, Origins.HERE, locale), origin);
    }

    /** What asking for the money costs, of all that is spent. */
    private Cell collection(Evidence one) {
        List<String> codes = one.budget().lines().stream()
                .filter(Evidence.Line::collectionCosts)
                .map(Evidence.Line::code)
                .toList();
        long spent = one.figures().lines().stream()
                .filter(line -> codes.contains(line.code()))
                .mapToLong(Evidence.Amounts::spentCents)
                .sum();
        return Boolean.TRUE.equals(one.figures().feesAwaited())
                ? new Cell(money(spent), text("compare.fees.awaited"))
                : Cell.of(money(spent));
    }

    private Cell needs(Evidence one) {
        List<String> asked = one.budget().lines().stream()
                .map(line -> text("compare.need." + line.need()))
                .distinct()
                .toList();
        return asked.isEmpty() ? missing("compare.unsaid") : Cell.of(String.join(", ", asked));
    }

    private Cell coFunders(Evidence one) {
        int count = one.budget().resources().size();
        return count == 0
                ? missing("compare.unsaid")
                : new Cell(
                        MoneyText.number(count, locale),
                        text("compare.for", money(one.budget().elsewhereCents())));
    }

    private Cell receipts(Evidence one) {
        Evidence.Fact receipts = one.association().receipts();
        return receipts == null
                ? missing("compare.unsaid")
                : new Cell(
                        receipts.value(),
                        receipts.on() == null ? null : text("compare.on", DayText.text(receipts.on(), locale)));
    }

    private Cell people(Evidence one) {
        Evidence.People people = one.people();
        return people == null
                ? missing("compare.unsaid")
                : Cell.of(text("compare.people", people.count(), people.hours()));
    }

    private Cell day(@Nullable LocalDate day) {
        return day == null ? missing("compare.unsaid") : Cell.of(DayText.text(day, locale));
    }

    private Cell said(@Nullable String text) {
        return text == null ? missing("compare.unsaid") : Cell.of(text);
    }

    private Cell missing(String why) {
        return Cell.missing(text(why));
    }

    private String money(long cents) {
        return MoneyText.brief(cents, locale);
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
