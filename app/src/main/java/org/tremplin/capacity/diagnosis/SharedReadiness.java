package org.tremplin.capacity.diagnosis;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.Figures;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Result;
import org.tremplin.capacity.Span;
import org.tremplin.capacity.grid.GridWordings;
import org.tremplin.capacity.share.Shared;
import org.tremplin.platform.web.Language;

/** How the last campaign was prepared. */
record SharedReadiness(Telling tell, Set<Shared> seen, ZoneId zone) {

    SharedResult.@Nullable Readiness of(StoredAssessments.Made made) {
        Figures figures = made.result().figures();
        GridWordings words = new GridWordings(tell.grid());
        Language language = Language.ofCode(tell.locale().getLanguage());
        boolean label = sees(Shared.LABEL);
        boolean figure = sees(Shared.READINESS);
        boolean resources = sees(Shared.RESOURCES);
        if (made.result().express() || !label && !figure && !resources) {
            return null;
        }
        return new SharedResult.Readiness(
                LocalDate.ofInstant(made.at(), zone),
                label ? words.label(figures.label(), language) : "",
                figure ? figure(made.result().result()) : "",
                label
                        ? figures.components().stream()
                                .map(one -> tell.text(
                                        "share.component",
                                        words.component(one.component(), language),
                                        tell.told(one.span()),
                                        one.weight()))
                                .toList()
                        : List.of(),
                figure
                        ? figures.levers().stream()
                                .map(lever -> tell.text(
                                        "share.lever",
                                        words.component(lever.component(), language),
                                        tell.number(lever.points(), 1)))
                                .toList()
                        : List.of(),
                resources ? resources(made.result().preparation(), figures.hoursAsked()) : List.of());
    }

    /** With its honest width, as the association reads it. */
    private String figure(Result result) {
        Span readiness = result.figures().readiness();
        Ratio point = readiness.point();
        if (point == null) {
            return tell.text("share.figure.open", tell.whole(readiness.low()), tell.whole(readiness.high()));
        }
        String about =
                tell.text("share.figure", tell.whole(point), tell.whole(result.lower()), tell.whole(result.higher()));
        return readiness.low().below(readiness.high())
                ? about + " "
                        + tell.text("share.figure.missing", tell.whole(readiness.low()), tell.whole(readiness.high()))
                : about;
    }

    private List<String> resources(Preparation preparation, int asked) {
        List<String> told = new ArrayList<>();
        preparation
                .hoursPlanned()
                .ifPresent(hours -> told.add(tell.text("share.resources.hours", tell.whole(hours), asked)));
        Ratio costs = preparation.costs();
        Ratio means = preparation.means();
        if (costs != null && means != null) {
            told.add(tell.text("share.resources.costs", tell.whole(costs), tell.whole(means)));
        }
        return told;
    }

    private boolean sees(Shared row) {
        return seen.contains(row);
    }
}
