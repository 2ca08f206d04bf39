package org.tremplin.donation.donor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.Founding;
import org.tremplin.association.Role;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.donation.donor.DonorSamples.Donor;
import org.tremplin.identity.People;
import org.tremplin.payment.SimulatedBank;
import org.tremplin.platform.privacy.RetentionJob;

/** What becomes of donors nobody asked about, years later. The gifts are of 16 November 2026. */
@TestApplication
@Import({Samples.class, DonorSamples.class})
class RetentionTest {

    @Autowired
    Samples samples;

    @Autowired
    DonorSamples donors;

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Founding founding;

    @Autowired
    CampaignDesign design;

    @Autowired
    RetentionJob job;

    @Autowired
    DatabaseClient database;

    @Autowired
    TestClock clock;

    private Association association;
    private PublishedCampaign published;
    private String campaign;
    private Donor donor;

    @BeforeEach
    void campaign() {
        association = samples.association("Les Jardins " + UUID.randomUUID());
        published = samples.campaign(
                association, "jardin-" + UUID.randomUUID().toString().substring(0, 8));
        campaign = published.campaign().slug();
        donor = Donor.some();
    }

    @Test
    void forgetsTheNameOfAGiftOnceTheBooksOfItsYearAreClosed() {
        donors.give(campaign, donor, false);
        on("2027-06-29");
        assertThat(donors.where(donor.last())).containsExactly("donation.donation.last_name");
        on("2027-07-02");
        assertThat(donors.where(donor.last())).isEmpty();
        assertThat(donors.where(donor.message())).isEmpty();
        assertThat(donors.where(donor.email())).containsExactly("campaign.follower.email", "donation.donation.email");
    }

    /** Consent to be named lasts until it is taken back. */
    @Test
    void leavesAPublicFirstNameUntilItsDonorTakesItBack() {
        donors.give(campaign, donor, false);
        on("2027-07-02");
        assertThat(donors.where(donor.first()))
                .containsExactly("donation.donation.first_name", "transparency.commitment_text.text");
    }

    @Test
    void setsWhoAskedForAReceiptApartAndForgetsThemAfterSixYears() {
        donors.give(campaign, donor, true);
        on("2027-12-30");
        assertThat(donors.where(donor.last())).containsExactly("donation.donation.last_name");
        on("2028-01-02");
        assertThat(donors.where(donor.last())).containsExactly("donation.kept_identity.last_name");
        assertThat(donors.where(donor.street())).containsExactly("donation.kept_identity.street");
        assertThat(donors.where(donor.dedication())).isEmpty();
        on("2033-12-31");
        assertThat(donors.where(donor.last())).isNotEmpty();
        on("2034-01-01");
        assertThat(donors.where(donor.last())).isEmpty();
    }

    @Test
    void forgetsAnAddressThreeYearsAfterTheGift() {
        donors.give(campaign, donor, false);
        on("2029-11-15");
        assertThat(donors.where(donor.email())).containsExactly("donation.donation.email");
        on("2029-11-17");
        assertThat(donors.where(donor.email())).isEmpty();
    }

    @Test
    void forgetsTheAddressOfWhoObjectsOnceTheCampaignTheyFollowHasToldItsEnd() {
        donors.give(campaign, donor, false);
        database.sql("update donation.donation set objection = true where email = :email")
                .bind("email", donor.email())
                .then()
                .block();
        on("2027-07-02");
        assertThat(donors.where(donor.email())).isNotEmpty();
        design.close(association.id(), published.campaign().id()).block();
        on("2028-06-30");
        assertThat(donors.where(donor.email())).isNotEmpty();
        on("2028-07-04");
        assertThat(donors.where(donor.email())).isEmpty();
    }

    @Test
    void forgetsWhoBeganAGiftAndNeverPaidIt() {
        donors.give(campaign, donor, true, SimulatedBank.Outcome.DECLINED);
        on("2027-02-13");
        assertThat(donors.where(donor.last())).isNotEmpty();
        on("2027-02-16");
        assertThat(donors.where(donor.last())).isEmpty();
        assertThat(donors.where(donor.street())).isEmpty();
    }

    @Test
    void forgetsAnAccountNobodyUsesButNotThatOfAMember() {
        UUID gone = person("gone");
        UUID member = person("member");
        founding.join(association.id(), member, Role.READER, null).block();
        on("2029-11-15");
        assertThat(people.find(gone).block()).isNotNull();
        on("2029-11-17");
        assertThat(people.find(gone).block()).isNull();
        assertThat(people.find(member).block()).isNotNull();
    }

    @Test
    void forgetsAnInvitedAddressThatDidNotAnswer() {
        UUID president = person("president");
        founding.join(association.id(), president, Role.PRESIDENT, null).block();
        String guest = "invitee." + donor.email().toLowerCase(java.util.Locale.ROOT);
        visitors.person(president)
                .post("/espace/" + association.slug() + "/invitations", "email", guest, "role", "EDITOR", "fin", "")
                .expectStatus()
                .isSeeOther();
        on("2026-12-28");
        assertThat(donors.where(guest)).contains("association.invitation.email");
        on("2027-02-16");
        assertThat(donors.where(guest)).isEmpty();
    }

    @Test
    void changesNothingWhenItRunsAgainAndNoBookEver() {
        donors.give(campaign, donor, true);
        donors.give(campaign, Donor.some(), false);
        Map<String, String> books = donors.prints(List.of("ledger.transaction", "ledger.entry", "transparency.leaf"));
        on("2028-01-02");
        List<String> all = List.of("donation.donation", "donation.kept_identity", "donation.refund_request");
        Map<String, String> once = donors.prints(all);
        database.sql("update platform.retention set done_at = null").then().block();
        job.run().block();
        assertThat(donors.prints(all)).isEqualTo(once);
        assertThat(donors.prints(books.keySet())).isEqualTo(books);
    }

    private UUID person(String name) {
        return java.util.Objects.requireNonNull(
                        people.welcome(name + "." + donor.email(), name, "fr").block())
                .id();
    }

    @Test
    void forgetsWhoAskedForALinkOrACodeADayAgo() {
        visitors.anonymous()
                .post("/connexion", "email", donor.email())
                .expectStatus()
                .isSeeOther();
        visitors.anonymous()
                .post("/donnees/demande", "email", donor.email())
                .expectStatus()
                .isSeeOther();
        assertThat(donors.where(donor.email())).contains("identity.sign_in.email", "identity.data_request.email");
        on("2026-11-17");
        assertThat(donors.where(donor.email())).contains("identity.sign_in.email", "identity.data_request.email");
        // these rows go by the database's clock
        for (String table : List.of("sign_in", "data_request", "confirmation")) {
            database.sql("update identity." + table + " set asked_at = asked_at - interval '25 hours'")
                    .then()
                    .block();
        }
        on("2026-11-18");
        assertThat(donors.where(donor.email())).doesNotContain("identity.sign_in.email", "identity.data_request.email");
    }

    /** The job of this day, by which no kind of data failed. */
    private void on(String day) {
        clock.set(Instant.parse(day + "T12:00:00Z"));
        database.sql("update platform.retention set done_at = null").then().block();
        job.run().block();
        assertThat(database.sql("select subject from platform.alarm where kind = 'privacy.kept_too_long'")
                        .map(row -> row.get(0, String.class))
                        .all()
                        .collectList()
                        .block())
                .isEmpty();
    }
}
