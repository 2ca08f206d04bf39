package org.tremplin.transparency.accounts;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tremplin.ledger.AccountingExport.ChartAccount;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Typed;

/** The accounts of the books, each with a number and a name of the association's own. */
record ChartForm(List<Row> rows) {

    /** The three first are digits of the chart (rules.md 7.3). */
    private static final Pattern NUMBER = Pattern.compile("[1-8][0-9]{2}[0-9A-Z]{0,9}");

    /** Begins as no formula of a spreadsheet does. */
    private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{N}][^\\p{Cc}]{0,79}");

    static ChartForm of(Map<String, ChartAccount> chart) {
        return new ChartForm(chart.entrySet().stream()
                .map(one -> new Row(
                        one.getKey(), one.getValue().number(), one.getValue().label()))
                .toList());
    }

    static ChartForm typed(Collection<String> accounts, Typed typed) {
        return new ChartForm(accounts.stream()
                .map(account -> new Row(account, typed.line("numero-" + account), typed.line("libelle-" + account)))
                .toList());
    }

    Problems problems() {
        Problems problems = new Problems();
        rows.forEach(row -> {
            if (!NUMBER.matcher(row.number()).matches()) {
                problems.add("numero-" + row.account(), "accounts.chart.number.bad");
            }
            if (!LABEL.matcher(row.label()).matches()) {
                problems.add("libelle-" + row.account(), "accounts.chart.label.bad");
            }
        });
        return problems;
    }

    Map<String, ChartAccount> accounts() {
        Map<String, ChartAccount> accounts = new LinkedHashMap<>();
        rows.forEach(row -> accounts.put(row.account(), new ChartAccount(row.number(), row.label())));
        return accounts;
    }

    /** @param account our own number */
    record Row(String account, String number, String label) {}
}
