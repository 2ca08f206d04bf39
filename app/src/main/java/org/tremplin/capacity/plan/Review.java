package org.tremplin.capacity.plan;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.PlannedAction;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.diagnosis.KeptResults;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Item;
import org.tremplin.capacity.score.Progress;

/**
 * What moved between the two last diagnoses, beside what was planned: answers, never the effect of an action.
 *
 * @param since when the former was made
 * @param on when the latter was
 */
record Review(Grid grid, Instant since, Instant on, Progress progress) {

    /** None before there are two results. @param results the latest first */
    static @Nullable Review of(Grid grid, List<KeptResults.Dated> results) {
        if (results.size() < 2) {
            return null;
        }
        KeptResults.Dated later = results.get(0);
        KeptResults.Dated before = results.get(1);
        return new Review(
                grid,
                before.at(),
                later.at(),
                Progress.between(
                        grid,
                        before.result().diagnosis(),
                        before.result().preparation(),
                        later.result().diagnosis(),
                        later.result().preparation(),
                        before.result().express() || later.result().express()));
    }

    /** Whether it was planned early enough for these answers to tell something beside it. */
    boolean concerns(PlannedAction action) {
        Section section = action.section();
        // a campaign's own answers are asked with the campaign
        return section != null && section != Section.PREP && action.createdAt().isBefore(on);
    }

    Progress.SectionProgress section(Section section) {
        return progress.sections().get(section.ordinal());
    }

    /** Answers of this section that are others now. */
    List<Progress.Moved> moved(Section section) {
        Set<String> items = grid.items(section).stream().map(Item::id).collect(Collectors.toSet());
        return progress.moved().stream()
                .filter(one -> items.contains(one.item()))
                .toList();
    }
}
