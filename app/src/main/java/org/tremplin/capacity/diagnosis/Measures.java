package org.tremplin.capacity.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.Span;

/** The scores beside their needs: as bars, as the profile, as the table behind both. */
record Measures(KeptResult kept, Telling tell) {

    List<ResultPage.Meter> meters() {
        return List.of(online(), software());
    }

    private ResultPage.Meter online() {
        Ratio point = kept.figures().section(Section.A).span().point();
        Ratio target = kept.figures().onlineTarget().point();
        String key = target == null ? "unknown" : target.below(Ratio.of(50)) ? "modest" : "high";
        return meter(
                "en-ligne",
                Section.A,
                kept.figures().onlineTarget(),
                tell.text("diagnosis.result.online." + key),
                point == null);
    }

    private ResultPage.Meter software() {
        return meter(
                "logiciels",
                Section.B,
                Span.exactly(kept.figures().softwareTarget()),
                tell.text("diagnosis.result.software", tell.whole(kept.figures().softwareTarget())),
                kept.figures().section(Section.B).span().point() == null);
    }

    private ResultPage.Meter meter(String id, Section section, Span target, String sentence, boolean open) {
        Span span = kept.figures().section(section).span();
        String title = tell.title(section);
        Ratio point = span.point();
        Ratio mark = target.point();
        String need = tell.brief(target);
        return new ResultPage.Meter(
                id,
                title,
                tell.told(span),
                need,
                attribute(span.low()),
                attribute(span.high().minus(span.low())),
                point == null ? null : attribute(point),
                mark == null ? null : attribute(mark),
                tell.text("diagnosis.result.meter", title, tell.told(span), need),
                sentence,
                open || span.low().below(span.high()));
    }

    List<RadarDrawing.Value> axes() {
        List<RadarDrawing.Value> axes = new ArrayList<>();
        for (Section section : KeptResult.SECTIONS) {
            axes.add(new RadarDrawing.Value(
                    tell.text("diagnosis.axis." + section),
                    kept.figures().section(section).span()));
        }
        Span support = kept.figures().network().support();
        // too few partners make no network
        if (support != null) {
            axes.add(new RadarDrawing.Value(tell.text("diagnosis.axis.NS"), support));
        }
        return axes;
    }

    List<ResultPage.Row> rows() {
        List<ResultPage.Row> rows = new ArrayList<>();
        String none = tell.text("diagnosis.result.no-need");
        for (Section section : KeptResult.SECTIONS) {
            rows.add(new ResultPage.Row(
                    tell.title(section),
                    tell.decimal(kept.figures().section(section).span()),
                    section == Section.A
                            ? tell.decimal(kept.figures().onlineTarget())
                            : section == Section.B
                                    ? tell.decimal(Span.exactly(kept.figures().softwareTarget()))
                                    : none));
        }
        Span support = kept.figures().network().support();
        if (support != null) {
            rows.add(new ResultPage.Row(tell.text("diagnosis.axis.NS"), tell.decimal(support), none));
        }
        return rows;
    }

    /** A length of the picture, in percent. */
    private static String attribute(Ratio value) {
        return value.rounded(1).toPlainString() + "%";
    }
}
