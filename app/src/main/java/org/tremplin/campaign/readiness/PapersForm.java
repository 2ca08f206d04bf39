package org.tremplin.campaign.readiness;

import java.time.LocalDate;
import java.util.Optional;
import org.tremplin.campaign.Formalities;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Typed;

/**
 * The papers of a campaign as typed; component names are those of the fields. What is left empty is not said yet.
 *
 * @param recu {@code non}, {@code oui} or nothing
 */
record PapersForm(String date, String trace, String recu, String contact) {

    private static final int TRACE = 300;
    private static final int CONTACT = 200;
    private static final int EARLIEST = 2000;

    static PapersForm read(Typed typed) {
        return new PapersForm(typed.line("date"), typed.line("trace"), typed.line("recu"), typed.line("contact"));
    }

    static PapersForm of(Formalities said) {
        LocalDate decided = said.decidedOn();
        return new PapersForm(
                decided == null ? "" : decided.toString(),
                said.minutes(),
                said.noReceipts() ? "non" : "",
                said.contact());
    }

    Problems check(LocalDate today) {
        Problems problems = new Problems();
        Optional<LocalDate> day = day();
        if (!date.isEmpty() && day.filter(one -> one.getYear() >= EARLIEST).isEmpty()) {
            problems.add("date", "papers.date.wrong");
        } else if (day.filter(one -> one.isAfter(today)).isPresent()) {
            problems.add("date", "papers.date.future");
        }
        if (date.isEmpty() && !trace.isEmpty()) {
            problems.add("date", "papers.date.missing");
        } else if (trace.isEmpty() && !date.isEmpty()) {
            problems.add("trace", "papers.trace.missing");
        }
        if (trace.length() > TRACE) {
            problems.add("trace", "papers.long", TRACE, trace.length());
        }
        if (contact.length() > CONTACT) {
            problems.add("contact", "papers.long", CONTACT, contact.length());
        }
        return problems;
    }

    /** Once checked. */
    Formalities formalities() {
        return new Formalities(day().orElse(null), trace, recu.equals("non"), contact, null);
    }

    private Optional<LocalDate> day() {
        return Optional.ofNullable(DayText.read(date));
    }
}
