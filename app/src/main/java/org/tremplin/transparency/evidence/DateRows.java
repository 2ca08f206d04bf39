package org.tremplin.transparency.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.Promised;
import org.tremplin.transparency.Evidence;

/** The calendar and every promise, by day. */
final class DateRows {

    private final Words words;
    private final LocalDate today;
    private final List<EvidencePage.Step> steps = new ArrayList<>();

    private DateRows(Words words, LocalDate today) {
        this.words = words;
        this.today = today;
    }

    static List<EvidencePage.Step> of(Evidence evidence, Words words) {
        DateRows rows = new DateRows(words, evidence.asOf());
        Evidence.Calendar calendar = evidence.calendar();
        rows.add("evidence.date.opens", calendar.opensOn());
        rows.add(
                calendar.closedOn() == null ? "evidence.date.closes" : "evidence.date.closed",
                calendar.closedOn() == null ? calendar.closesOn() : calendar.closedOn());
        Stream.concat(calendar.milestones().stream(), evidence.telling().promises().stream())
                .forEach(rows::add);
        rows.steps.sort(Comparator.comparing(EvidencePage.Step::iso));
        return List.copyOf(rows.steps);
    }

    private void add(String what, @Nullable LocalDate on) {
        if (on != null) {
            steps.add(new EvidencePage.Step(
                    on.toString(), words.day(on), words.text(what), false, "", !on.isAfter(today), false));
        }
    }

    private void add(Evidence.Promise promise) {
        String made = promise.madeOn() == null ? "" : words.day(promise.madeOn());
        steps.add(new EvidencePage.Step(
                promise.dueOn().toString(),
                words.day(promise.dueOn()),
                promise.what(),
                true,
                words.text(
                        "evidence.promised",
                        words.text("evidence.promised." + promise.kind()),
                        words.text("evidence.promise." + promise.state(), promise.daysLate(), made)),
                promise.madeOn() != null,
                promise.state() == Promised.State.LATE || promise.state() == Promised.State.MADE_LATE));
    }
}
