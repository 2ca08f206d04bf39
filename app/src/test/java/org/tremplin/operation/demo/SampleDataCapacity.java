package org.tremplin.operation.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tremplin.association.AssociationId;
import org.tremplin.capacity.Assessed;
import org.tremplin.capacity.Assessments;
import org.tremplin.capacity.CampaignType;
import org.tremplin.capacity.Component;
import org.tremplin.capacity.Diagnosis;
import org.tremplin.capacity.Figures;
import org.tremplin.capacity.Launched;
import org.tremplin.capacity.NetworkShape;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.ReadinessLabel;
import org.tremplin.capacity.Result;
import org.tremplin.capacity.Scoring;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.Span;
import org.tremplin.capacity.network.AgreedPartners;

/** What the associations of the sample data know of themselves, as the vectors of the diagnosis say it. */
abstract class SampleDataCapacity extends SampleDataUse {

    static final String MINIBUS = "minibus-equipes-jeunes";

    private static final List<Integer> CLUB_ANSWERS = List.of(3, 3, 2, 2, 1, 2);

    @Autowired
    Assessments assessments;

    @Autowired
    Scoring scoring;

    @Autowired
    AgreedPartners agreed;

    @Test
    void keepsHowTheGardenWasPreparedWhenItOpened() {
        Launched launched = launched(DemoPerson.JARDINS, GARDEN);
        Figures figures = launched.result().figures();
        assertThat(launched.at()).isEqualTo(campaign(GARDEN).campaign().publishedAt());
        assertThat(told(figures.readiness())).isEqualTo("71.7 [71.4–71.7]");
        assertThat(figures.label()).isEqualTo(ReadinessLabel.PRESQUE_PRETE);
        assertThat(told(figures.section(Section.A).span())).isEqualTo("28.6 [28.6–28.6]");
        assertThat(told(figures.onlineTarget())).startsWith("42.5 ");
        assertThat(told(figures.component(Component.NET).span())).isEqualTo("78.2 [77.1–78.5]");
        assertThat(figures.network().shape()).isEqualTo(NetworkShape.DENSE_VARIE);
        assertThat(launched.result().shown()).containsExactly("R21", "R20", "R27");
        assertThat(launched.result().cards())
                .containsExactly("R02", "R04", "R07", "R09", "R12", "R15", "R20", "R21", "R23", "R27");
        assertThat(launched.result().publishable()).isTrue();
    }

    @Test
    void hasTheGardenLookAgainAfterItsCampaign() {
        assertThat(texts("""
                select moment || ' ' || a.state || ' ' || ((done_at at time zone 'Europe/Paris')::date - c.closes_on)
                from capacity.assessment a join campaign.campaign c on c.association_id = a.association_id
                where c.slug = 'un-puits-et-une-serre' order by moment
                """)).containsExactly("0 DONE -62", "1 DONE 50");
        Result now = now(
                DemoPerson.JARDINS,
                preparation(
                        CampaignType.LOCAL,
                        3_000,
                        List.of(3, 3, 3, 3, 3, 2),
                        3,
                        List.of(List.of(3, 6), List.of(3, 6)),
                        60,
                        900));
        assertThat(told(now.figures().readiness())).isEqualTo("80.8 [80.5–80.9]");
        assertThat(now.figures().label()).isEqualTo(ReadinessLabel.PRETE);
        assertThat(told(now.figures().section(Section.A).span())).startsWith("46.4 ");
        assertThat(told(now.figures().section(Section.PREP).span())).startsWith("70.8 ");
        // its 2.0 is enough for what it needs
        assertThat(now.figures().onlineGap().orElseThrow().isZero()).isTrue();
    }

    @Test
    void keepsHowTheRiverWasPreparedWhenItOpened() {
        Result result = launched(DemoPerson.RIVIERES, RIVER).result();
        assertThat(told(result.figures().readiness())).isEqualTo("83.9 [83.8–84.0]");
        assertThat(result.figures().label()).isEqualTo(ReadinessLabel.PRETE);
        assertThat(result.figures().network().shape()).isEqualTo(NetworkShape.OUVERT_VARIE);
        assertThat(result.shown()).containsExactly("R21", "R06");
        assertThat(result.cards()).containsExactly("R06", "R21");
    }

    @Test
    void tellsTheClubWhereItStands() {
        Result draft = now(DemoPerson.ETOILE, minibus(2, 0, List.of(List.of(6, 6))));
        Figures figures = draft.figures();
        assertThat(figures.components().stream()
                        .collect(Collectors.toMap(
                                score -> score.component(),
                                score -> told(score.span()).replaceAll(" .*", ""))))
                .isEqualTo(Map.of(
                        Component.A, "100.0",
                        Component.B, "55.6",
                        Component.NET, "64.2",
                        Component.GOV, "21.9",
                        Component.RES, "93.0",
                        Component.PREP, "54.2",
                        Component.MOM, "0.0"));
        assertThat(told(figures.readiness())).startsWith("57.2 ");
        assertThat(figures.label()).isEqualTo(ReadinessLabel.A_CONSOLIDER);
        assertThat(figures.cappedBy()).containsExactly(Component.MOM);
        assertThat(figures.network().shape()).isEqualTo(NetworkShape.DENSE_HOMOGENE);
        // somebody asked, somebody promised, somebody joined
        Result later = now(DemoPerson.ETOILE, minibus(5, 800, List.of(List.of(3, 6), List.of(3, 6))));
        assertThat(told(later.figures().readiness())).startsWith("62.2 ");
        assertThat(later.figures().label()).isEqualTo(ReadinessLabel.PRESQUE_PRETE);
        assertThat(later.figures().cappedBy()).isEmpty();
        assertThat(assessments
                        .launched(association(DemoPerson.ETOILE), id(MINIBUS))
                        .blockOptional())
                .as("a draft was not launched")
                .isEmpty();
    }

    @Test
    void storesTheAnswersOfTheVectors() {
        for (Map.Entry<String, Look> one : Map.of(
                        DemoPerson.JARDINS, Look.GARDEN_AFTER,
                        DemoPerson.RIVIERES, Look.RIVER,
                        DemoPerson.ETOILE, Look.CLUB)
                .entrySet()) {
            Diagnosis stored = latest(one.getKey()).diagnosis();
            Diagnosis meant = one.getValue().answers();
            assertThat(stored.online()).isEqualTo(meant.online());
            assertThat(stored.software()).isEqualTo(meant.software());
            assertThat(stored.learning()).isEqualTo(meant.learning());
            assertThat(stored.governance()).isEqualTo(meant.governance());
            assertThat(stored.obstacles()).isEqualTo(meant.obstacles());
            assertThat(stored.profile().tokens()).isEqualTo(meant.profile().tokens());
            assertThat(stored.partners())
                    .isEqualTo(one.getValue().partners().stream()
                            .map(partner -> partner.partner())
                            .toList());
            assertThat(stored.ties()).isEqualTo(one.getValue().ties());
        }
    }

    @Test
    void namesTwoPartnersOfTheGardenThatAgreedToIt() {
        assertThat(agreed.of(association(DemoPerson.JARDINS)).block()).containsExactly(Look.SOWERS, Look.TOWN_HALL);
        assertThat(agreed.of(association(DemoPerson.RIVIERES)).block()).isEmpty();
    }

    @Test
    void hasAnOfferThatFitsWhatTheRiverAsksFor() {
        assertThat(texts("""
                select need.label || ', ' || need.state || ', ' || coalesce(match.state, 'no offer')
                from capacity.need need left join capacity.help_match match on match.need_id = need.id
                where need.origin like 'line:%' order by need.label
                """))
                .containsExactly(
                        "Prêt de deux barnums, PUBLIC, no offer", "Un hydrologue, six heures, PUBLIC, PROPOSED");
    }

    @Test
    void tellsAHelpThatHappenedAndAnExperienceThatWasReturned() {
        assertThat(texts("""
                select need.label || ', ' || need.state || ', ' || match.state || ', ' || match.hours || ' h, '
                  || (match.thanks <> '') || ', ' || match.told
                from capacity.need need join capacity.help_match match on match.need_id = need.id
                where need.origin like 'own:%'
                """)).containsExactly("Un samedi pour monter la serre, CLOSED, DONE, 7 h, true, DONE");
        assertThat(texts("""
                select state || ', ' || template || ', ' || array_to_string(items, ' ') from capacity.experience
                """)).containsExactly("PUBLISHED, jardin-partage, A4 B2");
    }

    /** One paper was never given: the dossier says so. */
    @Test
    void hasADossierOfTheRiverOpenForAFoundation() {
        assertThat(texts("""
                select d.label || ', ' || array_length(d.held, 1) || ', ' || (not 'INSURANCE' = any (d.held)) || ', '
                  || (d.until_on > s.begun_at::date) || ', '
                  || (select string_agg(case when o.file then 'taken' else 'read' end, ' ')
                      from patron.dossier_opening o where o.dossier_id = d.id)
                from patron.dossier d, operation.sample_data s
                """)).containsExactly(Foundation.NAME + ", 3, true, true, read");
    }

    private Result now(String slug, Preparation told) {
        return scoring.score(latest(slug).diagnosis(), told);
    }

    private static Preparation minibus(int relays, int committed, List<List<Integer>> hours) {
        return preparation(CampaignType.PROJECT_GOAL, 8_000, CLUB_ANSWERS, relays, hours, 200, committed);
    }

    private static Preparation preparation(
            CampaignType type,
            int goal,
            List<Integer> answers,
            int relays,
            List<List<Integer>> hours,
            int costs,
            int committed) {
        return Words.preparation(type, goal, answers, relays, hours, costs, costs, committed);
    }

    private Launched launched(String slug, String campaign) {
        return assessments
                .launched(association(slug), id(campaign))
                .blockOptional()
                .orElseThrow();
    }

    private Assessed latest(String slug) {
        return assessments.latest(association(slug)).block().orElseThrow();
    }

    private AssociationId association(String slug) {
        return associations.findBySlug(slug).block().id();
    }

    UUID id(String campaign) {
        return UUID.fromString(texts("select id::text from campaign.campaign where slug = '" + campaign + "'")
                .get(0));
    }

    private static String told(Span span) {
        return span.point().rounded(1) + " [" + span.low().rounded(1) + "–"
                + span.high().rounded(1) + "]";
    }
}
