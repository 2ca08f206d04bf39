package org.tremplin.capacity.diagnosis;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.Advised;

/**
 * A result as it is read: sentences before figures.
 *
 * @param version of the grid
 * @param steps what it advises
 * @param assumed traits counted as the smallest
 * @param aimFrom the lowest aim it may set itself; none when its need is not known
 */
record ResultPage(
        String home,
        LocalDate on,
        boolean express,
        int respondents,
        String version,
        String headline,
        List<String> reading,
        Advised.Steps steps,
        List<Meter> meters,
        @Nullable Integer aimFrom,
        @Nullable Radar radar,
        List<Row> rows,
        List<Spread> toDiscuss,
        List<Reason> reasons,
        List<String> assumed,
        @Nullable Change change) {

    /**
     * The same for a member who only reads: no obstacle, and not how far respondents are apart.
     *
     * @param obstacles whether a card tells an obstacle
     */
    ResultPage forReader(Predicate<String> obstacles) {
        return new ResultPage(
                home,
                on,
                express,
                respondents,
                version,
                headline,
                reading,
                steps.without(obstacles),
                meters,
                aimFrom,
                radar,
                rows,
                List.of(),
                reasons,
                assumed,
                change);
    }

    /**
     * A score beside its need, drawn: solid to the low bound, hatched to the high one.
     *
     * @param told the score in words, a number or two
     * @param low share of the width in percent, as the picture takes it
     */
    record Meter(
            String id,
            String title,
            String told,
            String target,
            String low,
            String rest,
            @Nullable String point,
            @Nullable String mark,
            String picture,
            String sentence,
            boolean open) {}

    /** Points of the picture, as it takes them. */
    record Radar(List<String> rings, List<Axis> axes, String shape, String words) {

        /** Whether the picture marks a need. */
        public boolean marked() {
            return axes.stream().anyMatch(axis -> axis.need() != null);
        }
    }

    /** @param need none where none is defined */
    record Axis(
            String label,
            String told,
            String x,
            String y,
            String textX,
            String textY,
            String dotX,
            String dotY,
            @Nullable Mark need) {}

    record Mark(String fromX, String fromY, String toX, String toY) {}

    record Row(String title, String today, String need) {}

    record Spread(String question, String lowest, String highest) {}

    /** A figure to the last answer behind it. @param columns begin of the keys of the words above its three columns */
    record Reason(
            String title,
            String columns,
            List<Given> answers,
            String sum,
            String bounds,
            String target,
            List<String> sources) {}

    record Given(String name, String answer, String notches) {}

    record Change(LocalDate since, List<String> sections, List<Moved> moved) {}

    record Moved(String name, String from, String to) {}
}
