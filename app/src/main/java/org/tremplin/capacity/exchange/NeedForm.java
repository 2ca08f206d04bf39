package org.tremplin.capacity.exchange;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.NeedKind;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Typed;

/** A need as the association types it. */
record NeedForm(
        String genre, String quoi, String precision, String heures, String lieu, boolean distance, String avant) {

    private static final int DETAIL = 300;

    /** @param gap words proposed for a gap that has none of its own yet */
    static NeedForm of(Need need, String gap) {
        return new NeedForm(
                need.kind().name(),
                need.label().isEmpty() ? gap : need.label(),
                need.detail(),
                need.hours() == null ? "" : need.hours().toString(),
                need.department(),
                need.remote(),
                need.until() == null ? "" : need.until().toString());
    }

    static NeedForm typed(Typed typed) {
        return new NeedForm(
                typed.line("genre"),
                typed.line("quoi"),
                typed.line("precision"),
                typed.line("heures"),
                typed.line("lieu"),
                typed.on("distance"),
                typed.line("avant"));
    }

    /** Fields are named with the need's id: a page holds several such forms. */
    Problems problems(LocalDate today, String suffix) {
        Problems problems = new Problems();
        if (Arrays.stream(NeedKind.values()).noneMatch(kind -> kind.name().equals(genre))) {
            problems.add("genre" + suffix, "exchange.form.kind");
        }
        Blanks.words("quoi" + suffix, quoi, Blanks.WHAT, problems);
        if (precision.length() > DETAIL) {
            problems.add("precision" + suffix, "exchange.form.long", DETAIL);
        }
        Blanks.hours("heures" + suffix, heures, problems);
        Blanks.place("lieu" + suffix, lieu, problems);
        if (lieu.isEmpty() && !distance) {
            problems.add("lieu" + suffix, "exchange.form.where");
        }
        Blanks.day("avant" + suffix, avant, today, false, problems);
        return problems;
    }

    NeedKind kind() {
        return NeedKind.valueOf(genre);
    }

    @Nullable
    Integer hours() {
        return Blanks.hours(heures);
    }

    @Nullable
    LocalDate until() {
        return Blanks.day(avant);
    }
}
