package org.tremplin.capacity.network;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Typed;

/** What a partnership is worth, as typed; component names are those of the fields. */
record WeighingForm(
        String gain,
        String temps,
        String argent,
        String dependance,
        String cout,
        String decision,
        String remplacant,
        String revoir) {

    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_SUBSTITUTE = 300;

    static WeighingForm read(Typed typed) {
        return new WeighingForm(
                typed.text("gain"),
                typed.line("temps"),
                typed.line("argent"),
                typed.line("dependance"),
                typed.text("cout"),
                typed.line("decision"),
                typed.line("remplacant"),
                typed.line("revoir"));
    }

    static WeighingForm of(Weighing weighing) {
        LocalDate review = weighing.reviewOn();
        return new WeighingForm(
                weighing.gain(),
                PartnerForm.name(weighing.time()),
                PartnerForm.name(weighing.money()),
                PartnerForm.name(weighing.dependence()),
                weighing.cost(),
                PartnerForm.name(weighing.decision()),
                weighing.substitute(),
                review == null ? "" : review.toString());
    }

    /** @param today in the association's zone; a day of the past reminds nobody, unless it stood there already */
    Problems check(LocalDate today, @Nullable LocalDate before) {
        Problems problems = new Problems();
        longer(problems, "gain", gain, LONGEST_TEXT);
        longer(problems, "cout", cout, LONGEST_TEXT);
        longer(problems, "remplacant", remplacant, LONGEST_SUBSTITUTE);
        LocalDate day = day();
        if (!revoir.isEmpty() && day == null) {
            problems.add("revoir", "partners.review.wrong");
        } else if (day != null && !day.equals(before) && (day.isBefore(today) || day.isAfter(today.plusYears(10)))) {
            problems.add("revoir", "partners.review.past");
        }
        return problems;
    }

    /** Once checked. */
    Weighing weighing(int version) {
        return new Weighing(
                gain,
                PartnerForm.known(Weighing.Load.class, temps),
                PartnerForm.known(Weighing.Load.class, argent),
                PartnerForm.known(Weighing.Load.class, dependance),
                cout,
                PartnerForm.known(Weighing.Decision.class, decision),
                remplacant,
                day(),
                version);
    }

    private @Nullable LocalDate day() {
        try {
            return revoir.isEmpty() ? null : LocalDate.parse(revoir);
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    private static void longer(Problems problems, String field, String value, int most) {
        if (value.length() > most) {
            problems.add(field, "partners.text.long", most, value.length());
        }
    }
}
