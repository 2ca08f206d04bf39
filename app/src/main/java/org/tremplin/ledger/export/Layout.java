package org.tremplin.ledger.export;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.ledger.AccountingExport.AnalyticCodes;
import org.tremplin.ledger.AccountingExport.ChartAccount;
import org.tremplin.platform.web.Csv;

/** The lines of both files: the 18 columns of the FEC (LPF art. A47 A-1, rules.md 7.3), and those of the spreadsheet. */
@Component
class Layout {

    private static final List<String> FEC = List.of(
            "JournalCode",
            "JournalLib",
            "EcritureNum",
            "EcritureDate",
            "CompteNum",
            "CompteLib",
            "CompAuxNum",
            "CompAuxLib",
            "PieceRef",
            "PieceDate",
            "EcritureLib",
            "Debit",
            "Credit",
            "EcritureLet",
            "DateLet",
            "ValidDate",
            "Montantdevise",
            "Idevise");
    private static final List<String> ANALYTIC = List.of("Campagne", "LigneBudget", "CodeCROD", "GenerositePublic");

    private final Wording wording;

    Layout(Wording wording) {
        this.wording = wording;
    }

    String fecHead() {
        return tabbed(FEC);
    }

    String fec(BookLine line, Charts charts) {
        return tabbed(fields(line, charts, DateTimeFormatter.BASIC_ISO_DATE));
    }

    String csvHead() {
        return Csv.MARK + Csv.line(and(FEC, ANALYTIC));
    }

    String csv(BookLine line, Charts charts, AnalyticCodes codes) {
        return Csv.line(and(
                fields(line, charts, DateTimeFormatter.ISO_LOCAL_DATE),
                List.of(
                        codes.campaign(line.entry().campaign()),
                        codes.line(line.entry().budgetLine()),
                        line.entry().crod() == null ? "" : line.entry().crod(),
                        line.entry().publicGenerosity() ? "oui" : "non")));
    }

    private List<String> fields(BookLine line, Charts charts, DateTimeFormatter days) {
        ChartAccount account = charts.of(line);
        long cents = line.entry().cents();
        return List.of(
                line.journal(),
                wording.journal(line.journal()),
                Long.toString(line.number()),
                days.format(line.bookedOn()),
                account.number(),
                account.label(),
                "",
                "",
                line.piece(),
                days.format(line.occurredOn()),
                wording.movement(line.label(), line.sourceKind()),
                amount(Math.max(cents, 0)),
                amount(Math.max(-cents, 0)),
                "",
                "",
                day(line.closedOn(), days),
                "",
                "");
    }

    private static String day(@Nullable LocalDate day, DateTimeFormatter days) {
        return day == null ? "" : days.format(day);
    }

    /** Cents as the rules ask for: a comma, no separator of thousands. */
    static String amount(long cents) {
        return "%d,%02d".formatted(cents / 100, cents % 100);
    }

    private static String tabbed(List<String> fields) {
        return String.join("\t", fields) + "\r\n";
    }

    private static List<String> and(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
