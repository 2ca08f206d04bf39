package org.tremplin.capacity.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tremplin.capacity.Advised;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Contribution;
import org.tremplin.capacity.Diagnosis;
import org.tremplin.capacity.Partner;
import org.tremplin.capacity.PartnerType;
import org.tremplin.capacity.Reach;
import org.tremplin.capacity.Ties;
import org.tremplin.capacity.grid.Card;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Grids;
import org.tremplin.capacity.resource.ShippedSheets;
import org.tremplin.capacity.score.GridScoring;
import org.tremplin.platform.web.Messages;

/** What a result page advises, the most telling first. */
class AdvisedCardsTest {

    private static final Grid GRID = Grids.current();

    @Test
    void keepsACardThatAnAnswerCallsForThoughItAnswersAnObstacleToo() {
        assertThat(open(Gardens.DIAGNOSIS)).contains("R23");
    }

    @Test
    void showsOneCardOnlyForSeveralObstacles() {
        Diagnosis gardens = Gardens.DIAGNOSIS;
        Diagnosis heavy = new Diagnosis(
                gardens.profile(),
                gardens.online(),
                Gardens.answers("2211113"),
                gardens.learning(),
                gardens.governance(),
                Gardens.answers("4443332"),
                gardens.partners(),
                gardens.ties());
        assertThat(open(heavy)).contains("R21").doesNotContain("R22", "R23", "R24", "R25", "R26");
    }

    @Test
    void choosesAgainByTheRuleWhenACardIsAnswered() {
        List<String> before = open(Gardens.DIAGNOSIS);
        assertThat(before).startsWith("R21");
        assertThat(open(Gardens.DIAGNOSIS, "R21")).isEqualTo(before.subList(1, before.size()));
        assertThat(open(Gardens.DIAGNOSIS, before.get(1)).subList(0, 2)).containsExactly("R21", before.get(2));
    }

    @Test
    void givesTheNextObstacleItsPlaceWhenTheHeaviestIsAnswered() {
        Diagnosis heavy = with(Gardens.answers("3211121-"), Gardens.answers("4430000"));
        assertThat(open(heavy)).contains("R21").doesNotContain("R22");
        assertThat(open(heavy, "R21")).startsWith("R22");
    }

    @Test
    void putsNothingToAddBehindAllThatIsToBeDone() {
        Diagnosis enough = with(Gardens.answers("4444444-"), Gardens.answers("0000000"));
        List<String> open = open(enough);
        assertThat(open).hasSizeGreaterThan(4).endsWith("R06");
        assertThat(open(enough, open.get(0), open.get(1), open.get(2)).subList(0, 1))
                .doesNotContain("R06");
    }

    @Test
    void countsNothingToAddAmongNoSteps() {
        assertThat(new Advised.Steps(
                                List.of(told(Gardens.DIAGNOSIS, "R06"), told(Gardens.DIAGNOSIS, "R21")),
                                List.of(),
                                List.of())
                        .toDo())
                .isEqualTo(1);
    }

    @Test
    void showsNothingToAddWhereLittleElseIsAsked() {
        Diagnosis rivers = new Diagnosis(
                Gardens.DIAGNOSIS.profile(),
                Gardens.answers("4444444-"),
                Gardens.answers("4444444"),
                Gardens.answers("444444"),
                Gardens.answers("4444444-"),
                Gardens.answers("3000000"),
                Gardens.DIAGNOSIS.partners(),
                Gardens.DIAGNOSIS.ties());
        assertThat(open(rivers, "R12")).containsExactly("R21", "R06");
    }

    @Test
    void saysThatNoPartnerIsNotedWhereNoneIsNamed() {
        Diagnosis gardens = Gardens.DIAGNOSIS;
        Diagnosis alone = new Diagnosis(
                gardens.profile(),
                gardens.online(),
                gardens.software(),
                gardens.learning(),
                gardens.governance(),
                gardens.obstacles(),
                List.of(),
                Ties.NONE);
        assertThat(told(alone, "R11").gap()).isEqualTo("Aucun partenaire n’est noté encore.");
        Diagnosis unseen = new Diagnosis(
                gardens.profile(),
                gardens.online(),
                gardens.software(),
                gardens.learning(),
                gardens.governance(),
                gardens.obstacles(),
                List.of(new Partner(PartnerType.PUBLIC, Reach.LOCAL, Set.of(Contribution.RES))),
                Ties.NONE);
        assertThat(told(unseen, "R11").gap()).contains("peu connaître");
    }

    @Test
    void leadsToASheetWhereTheHelpIsHere() {
        Advised proofs = told(Gardens.DIAGNOSIS, "R20");
        assertThat(proofs.sheets()).extracting(Advised.Sheet::address).containsExactly("/ressources/preuves");
        assertThat(proofs.helpers()).extracting(Advised.Help::link).containsExactly("/ressources/preuves");
        assertThat(proofs.directory()).isEmpty();
        assertThat(told(Gardens.DIAGNOSIS, "R04").helpers())
                .extracting(Advised.Help::link)
                .containsExactly("/ressources/moyens-de-paiement");
        assertThat(told(Gardens.DIAGNOSIS, "R19").directory()).isEmpty();
        assertThat(told(Gardens.DIAGNOSIS, "R28").sheets())
                .extracting(Advised.Sheet::address)
                .containsExactly("/ressources/decision-du-bureau", "/ressources/deux-personnes");
        assertThat(told(Gardens.DIAGNOSIS, "R01").directory()).endsWith("conseil=R01");
    }

    private static Diagnosis with(List<Answer> online, List<Answer> obstacles) {
        Diagnosis gardens = Gardens.DIAGNOSIS;
        return new Diagnosis(
                gardens.profile(),
                online,
                gardens.software(),
                gardens.learning(),
                gardens.governance(),
                obstacles,
                gardens.partners(),
                gardens.ties());
    }

    private static List<String> open(Diagnosis diagnosis, String... answered) {
        KeptResult kept = new KeptResult(
                false,
                1,
                diagnosis,
                Conclusions.withoutCampaign(GRID),
                new GridScoring(GRID).score(diagnosis, Conclusions.withoutCampaign(GRID)),
                List.of(),
                List.of(),
                Map.of());
        return new AdvisedCards(GRID, kept, Set.of(answered))
                .open().stream().map(Card::id).toList();
    }

    private static Advised told(Diagnosis diagnosis, String card) {
        return new CardWords(
                        new Telling(GRID, new Messages(), Locale.FRENCH),
                        diagnosis,
                        Map.of(),
                        ShippedSheets.ITEMS,
                        List.of(3, 8))
                .of(List.of(GRID.card(card).orElseThrow()))
                .get(0);
    }
}
