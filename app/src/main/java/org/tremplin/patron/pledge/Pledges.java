package org.tremplin.patron.pledge;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.campaign.CampaignId;
import org.tremplin.platform.event.Changes;
import org.tremplin.platform.security.Tokens;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of promises and of their instalments. */
@Component
class Pledges {

    /** On one page of the desk. */
    static final int PAGE = 50;

    /** Each was accepted by hand: so many that no campaign has them, and no sum is cut. */
    private static final int MOST = 10_000;

    private final DatabaseClient database;
    private final Instalments instalments;
    private final Changes changes;
    private final Clock clock;

    Pledges(DatabaseClient database, Instalments instalments, Changes changes, Clock clock) {
        this.database = database;
        this.instalments = instalments;
        this.changes = changes;
        this.clock = clock;
    }

    Mono<Void> insert(Pledge pledge, String addressBlock) {
        Pledge.Signer signer = pledge.signer();
        return database.sql("""
                insert into patron.pledge
                  (id, association_id, campaign_id, edition, line_id, kind, cents, in_kind, organisation, legal_form, siren,
                   street, postal_code, city, first_name, last_name, signs_as, email, language, name_public, amount_public, discreet,
                   agreement, reading, fingerprint, ends_on, answer_by, state, address_block, proposed_at)
                values
                  (:id, :association, :campaign, :edition, :line, :kind, :cents, :inKind, :organisation, :form, :siren,
                   :street, :postalCode, :city, :first, :last, :role, :email, :language, :namePublic, :amountPublic, :discreet,
                   :agreement, :reading, :fingerprint, :ends, :answerBy, 'PROPOSED', :block, :now)
                """)
                .bind("id", pledge.id())
                .bind("association", pledge.association().value())
                .bind("campaign", pledge.campaign().value())
                .bind("edition", pledge.edition())
                .bind("line", Parameter.fromOrEmpty(pledge.line(), UUID.class))
                .bind("kind", pledge.kind().name())
                .bind("cents", pledge.cents())
                .bind("inKind", pledge.inKind())
                .bind("organisation", signer.organisation())
                .bind("form", signer.legalForm())
                .bind("siren", signer.siren())
                .bind("street", signer.street())
                .bind("postalCode", signer.postalCode())
                .bind("city", signer.city())
                .bind("first", signer.firstName())
                .bind("last", signer.lastName())
                .bind("role", signer.signsAs())
                .bind("email", signer.email())
                .bind("language", signer.language().code())
                .bind("namePublic", pledge.namePublic())
                .bind("amountPublic", pledge.amountPublic())
                .bind("discreet", pledge.discreet())
                .bind("agreement", pledge.agreement())
                .bind("reading", pledge.reading())
                .bind("fingerprint", pledge.fingerprint())
                .bind("ends", pledge.endsOn())
                .bind("answerBy", pledge.answerBy())
                .bind("block", addressBlock)
                .bind("now", pledge.proposedAt())
                .then()
                .thenMany(Flux.fromIterable(pledge.instalments()).concatMap(instalments::insert))
                .then();
    }

    /** What this one link leads to. */
    Mono<Pledge> byToken(String token) {
        return one(
                "p.id = (select pledge_id from patron.pledge_link where token_hash = :hash)",
                Map.of("hash", Tokens.sha256(token)));
    }

    /** A promise to a campaign of another association is not found. */
    Mono<Pledge> find(AssociationId association, CampaignId campaign, UUID id) {
        return one(
                "p.id = :id and p.association_id = :association and p.campaign_id = :campaign",
                Map.of("id", id, "association", association.value(), "campaign", campaign.value()));
    }

    Mono<Pledge> find(UUID id) {
        return one("p.id = :id", Map.of("id", id));
    }

    /** Locked until the caller's transaction ends. */
    Mono<Pledge> lock(UUID id) {
        return database.sql("select id from patron.pledge where id = :id for update")
                .bind("id", id)
                .fetch()
                .one()
                .flatMap(found -> find(id));
    }

    /** Whoever accepts for this campaign waits until the caller's transaction ends. */
    Mono<Void> alone(CampaignId campaign) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('pledge of ' || :campaign::text, 0))")
                .bind("campaign", campaign.value())
                .then();
    }

    /**
     * Those its association may see, the newest first: the patron proved her address. Without their texts; one more than a
     * page where another follows.
     *
     * @param before the page goes on below this one; none for the first page
     */
    Mono<List<Pledge>> seen(AssociationId association, CampaignId campaign, @Nullable UUID before) {
        return many(
                PledgeRows.WITHOUT_TEXT,
                """
                p.association_id = :association and p.campaign_id = :campaign and p.patron_accepted_at is not null
                and (cast(:before as uuid) is null or (p.proposed_at, p.id) <
                  (select proposed_at, id from patron.pledge where id = :before and campaign_id = :campaign))
                """,
                Map.of(
                        "association",
                        association.value(),
                        "campaign",
                        campaign.value(),
                        "before",
                        Parameter.fromOrEmpty(before, UUID.class)),
                PAGE + 1);
    }

    /** Agreed by both, the newest first, without their texts; also what was taken back since. */
    Mono<List<Pledge>> agreed(CampaignId campaign) {
        return many(
                PledgeRows.WITHOUT_TEXT,
                "p.campaign_id = :campaign and p.accepted_at is not null",
                Map.of("campaign", campaign.value()),
                MOST);
    }

    /** The newest of this address. */
    Mono<Pledge> of(CampaignId campaign, String email) {
        return one(
                "p.campaign_id = :campaign and p.email = :email", Map.of("campaign", campaign.value(), "email", email));
    }

    /** The same promise, proposed twice and not answered yet. */
    Mono<Pledge> twin(Pledge pledge) {
        return one(
                "p.campaign_id = :campaign and p.email = :email and p.fingerprint = :fingerprint and p.state = 'PROPOSED'",
                Map.of(
                        "campaign", pledge.campaign().value(),
                        "email", pledge.signer().email(),
                        "fingerprint", pledge.fingerprint()));
    }

    private Mono<Pledge> one(String where, Map<String, Object> values) {
        return many(PledgeRows.PLEDGE, where, values, 1)
                .filter(found -> !found.isEmpty())
                .map(found -> found.get(0));
    }

    private Mono<List<Pledge>> many(String columns, String where, Map<String, Object> values, int most) {
        return database.sql("select " + columns + " from patron.pledge p where " + where
                        + " order by p.proposed_at desc, p.id desc limit " + most)
                .bindValues(values)
                .map(PledgeRows::pledge)
                .all()
                .collectList()
                .flatMap(found -> instalments
                        .of(found.stream().map(Pledge::id).toList())
                        .map(parts -> found.stream()
                                .map(one -> PledgeRows.with(one, parts.getOrDefault(one.id(), List.of())))
                                .toList()));
    }

    Mono<Void> link(UUID pledge, String token) {
        return database.sql("insert into patron.pledge_link (token_hash, pledge_id, made_at) values (:hash, :id, :now)")
                .bind("hash", Tokens.sha256(token))
                .bind("id", pledge)
                .bind("now", clock.instant())
                .then();
    }

    Mono<Void> acceptedByPatron(UUID pledge) {
        return database.sql("""
                update patron.pledge set patron_accepted_at = :now, address_block = '' where id = :id
                """).bind("now", clock.instant()).bind("id", pledge).then();
    }

    Mono<Void> accepted(Pledge pledge, UUID by) {
        return database.sql("""
                update patron.pledge set accepted_at = :now, state = 'ACCEPTED', accepted_by = :by where id = :id
                """)
                .bind("now", clock.instant())
                .bind("by", by)
                .bind("id", pledge.id())
                .then()
                .then(told(pledge));
    }

    /** What the public may read of it from now on; the agreement stays as it was accepted. */
    Mono<Void> publish(Pledge pledge, boolean name, boolean amount) {
        return database.sql("""
                update patron.pledge set name_public = :name, amount_public = :amount,
                  discreet = discreet or (:name and not :amount) where id = :id
                """)
                .bind("name", name)
                .bind("amount", amount)
                .bind("id", pledge.id())
                .then()
                .then(told(pledge));
    }

    Mono<Void> end(Pledge pledge, PledgeState how, String why) {
        if (!pledge.state().canBecome(how)) {
            return Mono.error(() -> new IllegalStateException(pledge.state() + " never becomes " + how));
        }
        return database.sql("""
                update patron.pledge set state = :state, ended_at = :now, ended_why = :why, address_block = '' where id = :id
                """)
                .bind("state", how.name())
                .bind("now", clock.instant())
                .bind("why", why)
                .bind("id", pledge.id())
                .then()
                .then(told(pledge));
    }

    /** In the caller's transaction or its own: public pages read its campaign anew. */
    Mono<Void> told(Pledge pledge) {
        return changes.tell(List.of(pledge.campaign().value()));
    }
}
