package org.tremplin.capacity.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tremplin.capacity.Component;
import org.tremplin.capacity.Contribution;
import org.tremplin.capacity.Diagnosis;
import org.tremplin.capacity.Partner;
import org.tremplin.capacity.PartnerType;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Reach;
import org.tremplin.capacity.Tie;
import org.tremplin.capacity.Ties;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Grids;
import org.tremplin.capacity.score.GridScoring;
import org.tremplin.platform.web.Messages;

/** Why the network supports as much as it does. */
class NetworkReasonTest {

    private static final Grid GRID = Grids.current();
    private static final Telling TELL = new Telling(GRID, new Messages(), Locale.FRENCH);

    @Test
    void tellsThreeMeasuresAndTheirMean() {
        ResultPage.Reason reason = reason(Gardens.KEPT);
        assertThat(reason.answers())
                .extracting(ResultPage.Given::answer)
                .containsExactly(
                        "comme si 2,7 types à parts égales",
                        "paires liées : 4, non liées : 1, inconnues : 1",
                        "3 sur 4");
        assertThat(reason.answers()).extracting(ResultPage.Given::notches).containsExactly("83,3", "80,0", "75,0");
        assertThat(reason.sum()).isEqualTo("(83,3 + 80,0 + 75,0) ÷ 3 = 79,4");
        assertThat(reason.bounds()).contains("75,0", "80,6");
        assertThat(reason.sources()).isNotEmpty();
    }

    @Test
    void standsBesideTheSectionThatTheNetworkIsWeighedWith() {
        assertThat(new Reasons(Gardens.KEPT, TELL).all())
                .extracting(ResultPage.Reason::title)
                .contains("Réseau");
    }

    @Test
    void givesNoFigureThatItsOwnBoundsContradict() {
        // fourteen of one type who make nothing known, and few known pairs of which some are tied
        KeptResult kept = kept(
                Collections.nCopies(14, new Partner(PartnerType.COMPANY, Reach.LOCAL, Set.of(Contribution.RES))),
                new Ties(Set.of(new Tie(1, 2), new Tie(1, 3), new Tie(2, 3)), Set.of(new Tie(1, 4))));
        ResultPage.Reason reason = reason(kept);
        assertThat(reason.sum()).startsWith("Moins de 60 % des paires sont connues");
        assertThat(new Measures(kept, TELL).rows())
                .last()
                .satisfies(row -> assertThat(row.today()).as("not 0,0").startsWith("entre "));
    }

    @Test
    void isNotToldForOnePartner() {
        KeptResult kept = kept(
                List.of(new Partner(PartnerType.PUBLIC, Reach.LOCAL, Set.of(Contribution.VIS))),
                new Ties(Set.of(), Set.of()));
        assertThat(new NetworkReason(kept, TELL).of(kept.result().why().get(Component.NET.ordinal())))
                .isEmpty();
    }

    private static ResultPage.Reason reason(KeptResult kept) {
        return new NetworkReason(kept, TELL)
                .of(kept.result().why().get(Component.NET.ordinal()))
                .findFirst()
                .orElseThrow();
    }

    private static KeptResult kept(List<Partner> partners, Ties ties) {
        Diagnosis gardens = Gardens.DIAGNOSIS;
        Diagnosis diagnosis = new Diagnosis(
                gardens.profile(),
                gardens.online(),
                gardens.software(),
                gardens.learning(),
                gardens.governance(),
                gardens.obstacles(),
                partners,
                ties);
        Preparation none = Conclusions.withoutCampaign(GRID);
        return new KeptResult(
                false,
                1,
                diagnosis,
                none,
                new GridScoring(GRID).score(diagnosis, none),
                List.of(),
                List.of(),
                Map.of());
    }
}
