package org.tremplin.capacity.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Period;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.association.AssociationId;
import org.tremplin.capacity.Contribution;
import org.tremplin.capacity.PartnerNetwork;
import org.tremplin.capacity.PartnerNetworks;
import org.tremplin.capacity.PartnerType;
import org.tremplin.capacity.Reach;
import org.tremplin.capacity.Tie;
import org.tremplin.platform.web.Language;

@TestApplication
class PartnersTest {

    @Autowired
    Partners partners;

    @Autowired
    PartnerNetworks networks;

    @Autowired
    PartnerForgetting forgetting;

    @Autowired
    DatabaseClient database;

    @Autowired
    TestClock clock;

    private final AssociationId ours = new AssociationId(UUID.randomUUID());
    private final AssociationId theirs = new AssociationId(UUID.randomUUID());
    private UUID hall;
    private UUID school;

    @BeforeEach
    void name() {
        hall = add(ours, "Mairie", "PUBLIC");
        school = add(ours, "École", "EDUCATION");
    }

    @Test
    void givesPartnersWithoutNamesInTheOrderTheyWereNamed() {
        UUID third = add(ours, "Compost & Cie", "ASSOCIATION");
        partners.answer(
                        ours,
                        Map.of(
                                new Pair(third, hall), Pair.Answer.YES,
                                new Pair(hall, school), Pair.Answer.NO,
                                new Pair(school, third), Pair.Answer.UNKNOWN))
                .block();
        PartnerNetwork network = networks.of(ours).block();
        assertThat(network.partners())
                .extracting(partner -> partner.type())
                .containsExactly(PartnerType.PUBLIC, PartnerType.EDUCATION, PartnerType.ASSOCIATION);
        assertThat(network.partners().get(0).brings()).containsExactly(Contribution.VIS);
        assertThat(network.ties().yes()).containsExactly(new Tie(1, 3));
        assertThat(network.ties().no()).containsExactly(new Tie(1, 2));
        assertThat(networks.of(theirs).block()).isEqualTo(PartnerNetwork.NONE);
    }

    @Test
    void replacesAnAnswerByALaterOne() {
        partners.answer(ours, Map.of(new Pair(hall, school), Pair.Answer.YES)).block();
        partners.answer(ours, Map.of(new Pair(school, hall), Pair.Answer.UNKNOWN))
                .block();
        assertThat(partners.circle(ours).block().answers())
                .containsExactly(Map.entry(new Pair(hall, school), Pair.Answer.UNKNOWN));
    }

    @Test
    void refusesATieWithItselfAndWithANeighboursPartner() {
        assertThatThrownBy(() -> partners.answer(ours, Map.of(new Pair(hall, hall), Pair.Answer.YES))
                        .block())
                .isInstanceOf(DataIntegrityViolationException.class);
        UUID foreign = add(theirs, "Une voisine", "ASSOCIATION");
        assertThatThrownBy(() -> partners.answer(ours, Map.of(new Pair(hall, foreign), Pair.Answer.YES))
                        .block())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void holdsFifteenAndNoMore() {
        for (int more = 3; more <= 15; more++) {
            assertThat(add(ours, "Partenaire " + more, "ASSOCIATION")).isNotNull();
        }
        assertThat(add(ours, "Un de trop", "ASSOCIATION")).isNull();
        partners.remove(ours, hall, Language.FR).block();
        assertThat(add(ours, "Il y a de la place", "ASSOCIATION")).isNotNull();
        assertThat(partners.bringBack(ours, hall).block()).isNull();
    }

    @Test
    void bringsARemovedPartnerBackWithItsTies() {
        partners.answer(ours, Map.of(new Pair(hall, school), Pair.Answer.YES)).block();
        assertThat(partners.remove(ours, hall, Language.FR).block()).isTrue();
        assertThat(networks.of(ours).block().ties().yes()).isEmpty();
        assertThat(partners.removed(ours, hall).block().name()).isEqualTo("Mairie");
        assertThat(partners.removed(theirs, hall).block()).isNull();
        assertThat(partners.bringBack(ours, hall).block()).isTrue();
        assertThat(networks.of(ours).block().ties().yes()).containsExactly(new Tie(1, 2));
    }

    @Test
    void deletesARemovedPartnerWithItsTiesAfterADay() {
        partners.answer(ours, Map.of(new Pair(hall, school), Pair.Answer.YES)).block();
        partners.remove(ours, hall, Language.FR).block();
        forgetting.forget(clock.instant(), 1_000).block();
        assertThat(rows("partner", "id = '" + hall + "'")).isEqualTo(1);
        forgetting.forget(clock.instant().plus(Period.ofDays(2)), 1_000).block();
        assertThat(rows("partner", "id = '" + hall + "'")).isZero();
        assertThat(rows("partner_tie", "one = '" + hall + "' or other = '" + hall + "'"))
                .isZero();
        assertThat(partners.find(ours, school).block()).isNotNull();
    }

    @Test
    void deletesAgainWhatAnOlderBackupBringsBack() {
        forgetting.again(Set.of(hall.toString())).block();
        assertThat(partners.all(ours).map(NamedPartner::id).collectList().block())
                .containsExactly(school);
    }

    private UUID add(AssociationId association, String name, String type) {
        return partners.add(
                        association,
                        new PartnerForm(name, type, Reach.LOCAL.name(), Set.of(Contribution.VIS), "", "MONTHLY", ""))
                .block();
    }

    private long rows(String table, String where) {
        return database.sql("select count(*) from capacity." + table + " where " + where)
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }
}
