package org.tremplin.operation.demo;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.association.Memberships;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.donation.Giving;
import org.tremplin.identity.People;
import org.tremplin.platform.DemoOnly;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.ExpenseState;
import org.tremplin.transparency.PublicProof;
import org.tremplin.transparency.PublicProofs;
import org.tremplin.transparency.Spending;
import reactor.core.publisher.Mono;

/**
 * Where the guided visit stops in the sample data. Each is empty where the sample data is not, or visitors have changed
 * it beyond recognition.
 */
@Component
@DemoOnly
public class Landmarks {

    public static final String GARDEN = "un-puits-et-une-serre";
    public static final String RIVER = "passe-a-poissons";
    public static final String JERSEYS = "maillots";

    /** What the pump's invoice says, in cents. */
    public static final long PUMP_CENTS = 61_250;

    private static final String DRAFT = "minibus-equipes-jeunes";
    private static final String PUMP = "Pompe à main pour le puits, posée";
    private static final String CLAIRE = "Claire";
    private static final int MOST = 100;

    private final Campaigns campaigns;
    private final Associations associations;
    private final Memberships memberships;
    private final People people;
    private final Giving giving;
    private final Spending spending;
    private final PublicProofs proofs;
    private final Told told;
    private final DatabaseClient database;

    Landmarks(
            Campaigns campaigns,
            Associations associations,
            Memberships memberships,
            People people,
            Giving giving,
            Spending spending,
            PublicProofs proofs,
            Told told,
            DatabaseClient database) {
        this.campaigns = campaigns;
        this.associations = associations;
        this.memberships = memberships;
        this.people = people;
        this.giving = giving;
        this.spending = spending;
        this.proofs = proofs;
        this.told = told;
        this.database = database;
    }

    /** An act in a workspace. @param role by whom, as {@code /demo/roles} knows them; @param address where */
    public record Act(String role, String address) {}

    /** The invoice everybody may look at. @param cents that it is for */
    public record Invoice(String address, int width, int height, long cents) {}

    /** What the campaign that runs now has received, in cents. */
    public Mono<Long> received() {
        return campaigns
                .findPublished(RIVER)
                .flatMap(river -> database.sql(
                                "select received_cents from ledger.campaign_total where campaign_id = :id and currency = 'EUR'")
                        .bind("id", river.campaign().id().value())
                        .map(row -> Objects.requireNonNull(row.get("received_cents", Long.class)))
                        .one());
    }

    public Mono<Giving.Begun> claire() {
        return garden().zipWith(Papers.read()).flatMap(both -> {
            UUID campaign = both.getT1().campaign().id().value();
            String key = both.getT2()
                    .gifts("jardins-dons.csv")
                    .by(CLAIRE)
                    .key(both.getT1().campaign().id());
            return giving.begun(campaign, List.of(key)).mapNotNull(begun -> begun.get(key));
        });
    }

    public Mono<PublishedCampaign> garden() {
        return campaigns.findPublished(GARDEN);
    }

    public Mono<Invoice> invoice() {
        return pumps().flatMapMany(found ->
                        proofs.of(found.stream().map(Expense::id).toList()).filter(proof -> proof.address() != null))
                .next()
                .map(Landmarks::invoice);
    }

    /** Changing what the pump cost, as the treasurer; what is being changed already is only looked at. */
    public Mono<Act> pump() {
        return pumps().map(found -> {
            boolean open =
                    found.get(0).state() == ExpenseState.DRAFT || found.get(0).state() == ExpenseState.SUBMITTED;
            Expense shown = found.stream()
                    .filter(one -> open || one.state().effective())
                    .findFirst()
                    .orElse(found.get(0));
            return new Act(
                    DemoPerson.of(DemoPerson.JARDINS).get(1).email(),
                    "/espace/" + DemoPerson.JARDINS + "/depenses/" + shown.id() + (open ? "" : "/correction"));
        });
    }

    /** The draft that nobody may publish yet. */
    public Mono<Act> draft() {
        return club().flatMap(club ->
                told.campaign(club.id(), DRAFT).map(draft -> president("/c/" + draft.value() + "/publication")));
    }

    /** The only other member of the club, who may only read. */
    public Mono<Act> secondPerson() {
        return club().flatMap(club -> people.findByEmail(
                        DemoPerson.of(DemoPerson.ETOILE).get(1).email())
                .flatMap(person -> memberships.member(club.id(), person.id()))
                .map(member -> president("/equipe/" + member)));
    }

    private Mono<Association> club() {
        return associations.findBySlug(DemoPerson.ETOILE);
    }

    /** Every version of the expense, the newest first. */
    private Mono<List<Expense>> pumps() {
        return associations
                .findBySlug(DemoPerson.JARDINS)
                .flatMap(garden -> spending.newest(garden.id().value(), MOST)
                        .filter(expense -> expense.invoice().purpose().equals(PUMP))
                        .collectList())
                .filter(found -> !found.isEmpty());
    }

    private static Invoice invoice(PublicProof proof) {
        return new Invoice(Objects.requireNonNull(proof.address()), proof.width(), proof.height(), PUMP_CENTS);
    }

    private static Act president(String path) {
        return new Act(DemoPerson.of(DemoPerson.ETOILE).get(0).email(), "/espace/" + DemoPerson.ETOILE + path);
    }
}
