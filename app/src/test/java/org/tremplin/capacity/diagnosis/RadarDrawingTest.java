package org.tremplin.capacity.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Span;

class RadarDrawingTest {

    private final ResultPage.Radar radar = new RadarDrawing(List.of(
                    value("En ligne", 25, new RadarDrawing.Need(Ratio.of(50), "(besoin 50)")),
                    value("Logiciels", 80, new RadarDrawing.Need(Ratio.of(75), "(besoin 75)")),
                    value("Partenaires", 60, null),
                    value("Apprendre", 10, null)))
            .draw("Profil : ");

    @Test
    void marksANeedAcrossItsAxisAndAsFarOutAsItIs() {
        // up, 54 of 108 from the middle at 170, 150
        assertThat(radar.axes().get(0).need()).isEqualTo(new ResultPage.Mark("161.0", "96.0", "179.0", "96.0"));
        // to the right
        assertThat(radar.axes().get(1).need()).isEqualTo(new ResultPage.Mark("251.0", "141.0", "251.0", "159.0"));
    }

    @Test
    void marksNothingWhereNoNeedIsDefined() {
        assertThat(radar.axes().subList(2, 4)).extracting(ResultPage.Axis::need).containsOnlyNulls();
        assertThat(radar.marked()).isTrue();
        assertThat(new RadarDrawing(List.of(value("Partenaires", 60, null)))
                        .draw("")
                        .marked())
                .isFalse();
    }

    /** Two ranges of the longest names take some 150 each. */
    @Test
    void keepsTheTwoLabelsBelowApart() {
        List<ResultPage.Axis> five = new RadarDrawing(List.of(
                        value("En ligne", 25, null),
                        value("Logiciels", 80, null),
                        value("Apprendre", 60, null),
                        value("Gouvernance", 60, null),
                        value("Réseau", 10, null)))
                .draw("")
                .axes();
        assertThat(Double.parseDouble(five.get(2).textX())
                        - Double.parseDouble(five.get(3).textX()))
                .isGreaterThan(150);
    }

    @Test
    void tellsEachNeedToWhoDoesNotSeeThePicture() {
        assertThat(radar.words())
                .isEqualTo("Profil : En ligne 25 (besoin 50), Logiciels 80 (besoin 75), Partenaires 60, Apprendre 10");
    }

    private static RadarDrawing.Value value(String label, int points, RadarDrawing.@Nullable Need need) {
        return new RadarDrawing.Value(label, Span.exactly(Ratio.of(points)), need);
    }
}
