package org.tremplin.campaign.readiness;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Launched;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Span;
import org.tremplin.capacity.Wordings;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;

/**
 * Where a campaign stood when it became public, and which of its own answers moved since; never as the effect of
 * something.
 *
 * @param point none when too much was missing
 * @param notches up less notches down
 */
record LaunchView(String on, String label, @Nullable Integer point, int low, int high, List<Moved> moved, int notches) {

    LaunchView {
        moved = List.copyOf(moved);
    }

    /** An answer that is another one now. */
    record Moved(String item, String from, String to) {}

    static LaunchView of(Launched launched, Told now, Wordings wordings, ZoneId zone, Language language) {
        Span readiness = launched.result().figures().readiness();
        Ratio point = readiness.point();
        List<Answer> then = launched.preparation().answers();
        return new LaunchView(
                DayText.text(LocalDate.ofInstant(launched.at(), zone), language.locale()),
                wordings.label(launched.result().figures().label(), language),
                point == null ? null : whole(point),
                whole(readiness.low()),
                whole(readiness.high()),
                changed(then, now.answers())
                        .mapToObj(at -> new Moved(
                                wordings.item("P" + (at + 1), language),
                                wordings.answer(then.get(at), language),
                                wordings.answer(now.answers().get(at), language)))
                        .toList(),
                changed(then, now.answers())
                        .filter(at ->
                                then.get(at).isScaled() && now.answers().get(at).isScaled())
                        .map(at ->
                                now.answers().get(at).notches() - then.get(at).notches())
                        .sum());
    }

    private static IntStream changed(List<Answer> then, List<Answer> now) {
        return IntStream.range(0, Math.min(then.size(), now.size())).filter(at -> then.get(at) != now.get(at));
    }

    private static int whole(Ratio ratio) {
        return ratio.rounded(0).intValueExact();
    }
}
