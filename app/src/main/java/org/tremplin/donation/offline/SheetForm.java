package org.tremplin.donation.offline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tremplin.association.Means;
import org.tremplin.campaign.Plan;
import org.tremplin.platform.security.Tokens;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Typed;

/**
 * A sheet of gifts as typed.
 *
 * @param cle once-only key: the sheet sent twice is one
 */
record SheetForm(String cle, List<SheetRow> rows) {

    static final int FRESH = 6;
    private static final int MOST = 60;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{16,64}");

    static SheetForm fresh(LocalDate today) {
        return new SheetForm(Tokens.random(), List.of()).withRoom(today);
    }

    static SheetForm read(Typed typed) {
        String count = typed.line("lignes");
        int rows = count.matches("[0-9]{1,2}") ? Math.min(MOST, Integer.parseInt(count)) : FRESH;
        String key = typed.line("cle");
        return new SheetForm(
                KEY.matcher(key).matches() ? key : Tokens.random(),
                IntStream.range(0, rows)
                        .mapToObj(row -> SheetRow.read(typed, row))
                        .toList());
    }

    /** With empty rows at the end, which begin as the last filled one did: a bundle of cheques has one day. */
    SheetForm withRoom(LocalDate today) {
        List<SheetRow> filled = filled();
        SheetRow last = filled.isEmpty() ? null : filled.get(filled.size() - 1);
        int used = last == null ? 0 : last.number() + 1;
        List<SheetRow> all = new ArrayList<>(rows.subList(0, Math.min(used, rows.size())));
        String date = last == null ? today.toString() : last.date();
        String means = last == null ? Means.CHEQUE.field() : last.moyen();
        for (int i = used; i < Math.min(MOST, used + FRESH); i++) {
            all.add(SheetRow.empty(i, date, means));
        }
        return new SheetForm(cle, all);
    }

    List<SheetRow> filled() {
        return rows.stream().filter(row -> !row.isEmpty()).toList();
    }

    Problems check(Plan plan, LocalDate today) {
        Problems problems = new Problems();
        filled().forEach(row -> row.check(plan, today, SheetRow.LEAST_CENTS, problems));
        return problems;
    }
}
