package org.tremplin.capacity.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        boolean enough = kept.figures().onlineGap().map(Ratio::isZero).orElse(false);
        String modest = enough ? "modest" : "below";
        String key = target == null ? "unknown" : target.below(Ratio.of(50)) ? modest : "high";
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
                    kept.figures().section(section).span(),
                    need(section)));
        }
        Span support = kept.figures().network().toldSupport();
        // too few partners make no network
        if (support != null) {
            axes.add(new RadarDrawing.Value(tell.text("diagnosis.axis.NS"), support, null));
        }
        return axes;
    }

    private RadarDrawing.@Nullable Need need(Section section) {
        Span target = target(section);
        Ratio point = target == null ? null : target.point();
        return point == null
                ? null
                : new RadarDrawing.Need(point, tell.text("diagnosis.result.radar.need", tell.whole(point)));
    }

    /** What practice is compared with; none but for the two digital sections. */
    private @Nullable Span target(Section section) {
        return switch (section) {
            case A -> kept.figures().onlineTarget();
            case B -> Span.exactly(kept.figures().softwareTarget());
            default -> null;
        };
    }

    List<ResultPage.Row> rows() {
        List<ResultPage.Row> rows = new ArrayList<>();
        String none = tell.text("diagnosis.result.no-need");
        for (Section section : KeptResult.SECTIONS) {
            Span target = target(section);
            rows.add(new ResultPage.Row(
                    tell.title(section),
                    tell.decimal(kept.figures().section(section).span()),
                    target == null ? none : tell.decimal(target)));
        }
        Span support = kept.figures().network().toldSupport();
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
