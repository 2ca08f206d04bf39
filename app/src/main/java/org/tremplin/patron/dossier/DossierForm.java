package org.tremplin.patron.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Typed;

/**
 * A dossier as it is asked for; component names are those of the fields.
 *
 * @param pour for whom
 * @param jusque its last day
 */
record DossierForm(String pour, String jusque) {

    private static final int LONGEST = 80;
    private static final int MOST_DAYS = 366;

    static DossierForm proposed(LocalDate today) {
        return new DossierForm("", today.plusDays(60).toString());
    }

    static DossierForm read(Typed typed) {
        return new DossierForm(typed.line("pour"), typed.line("jusque"));
    }

    Problems problems(LocalDate today) {
        Problems problems = new Problems();
        if (pour.isEmpty() || pour.length() > LONGEST) {
            problems.add("pour", "dossier.form.whom", LONGEST);
        }
        LocalDate day = until();
        if (day == null || day.isBefore(today) || day.isAfter(today.plusDays(MOST_DAYS))) {
            problems.add("jusque", "dossier.form.until");
        }
        return problems;
    }

    @Nullable
    LocalDate until() {
        return DayText.read(jusque);
    }
}
