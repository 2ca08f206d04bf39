package org.tremplin.capacity.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.event.Changes;
import org.tremplin.platform.persistence.Ids;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Needs and offers that may meet: proposed, agreed by both, done. Each step is taken once, from the one before. */
@Component
class Matches {

    static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    /** Waits for the association's word, and neither the day of the need nor that of the offer has passed on {@code :today}. */
    static final String TIMELY = """
            match.state = 'PROPOSED' and (need.until_on is null or need.until_on >= :today) and offer.until_on >= :today
            """;

    /** Needs one offer is proposed for, and offers one need gets: as many as somebody reads. */
    private static final int MOST_PROPOSED = 5;

    private static final int MOST_READ = 500;
    private static final int FOLLOW_UP_DAYS = 21;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Changes changes;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    Matches(
            DatabaseClient database,
            TransactionalOperator transaction,
            Changes changes,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.changes = changes;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** An offer just confirmed, to the need it answers or to those it fits; the newest needs first. */
    Mono<Void> propose(Offer offer) {
        return database.sql("select " + Need.COLUMNS + """
                from capacity.need need where (:general or need.id = :answered) and
                """ + Need.ASKED + """
                order by public_at desc, id desc limit :most
                """)
                .bind("today", today())
                .bind("general", offer.need() == null)
                .bind("answered", Parameter.fromOrEmpty(offer.need(), UUID.class))
                .bind("most", MOST_READ)
                .map(Need::of)
                .all()
                .filter(need -> Fit.of(need, offer, today()).isPresent())
                .take(MOST_PROPOSED)
                .concatMap(need -> write(need.id(), offer.id()))
                .then();
    }

    /** A need just made public, with the offers left for whoever can use them; the newest first. */
    Mono<Void> propose(UUID needId) {
        return database.sql("select " + Need.COLUMNS + ", " + Offer.COLUMNS + """
                from capacity.need need, capacity.offer offer
                where need.id = :need and offer.need_id is null and offer.confirmed_at is not null and offer.until_on >= :today and
                """ + Need.ASKED + """
                order by offer.confirmed_at desc limit :most
                """)
                .bind("need", needId)
                .bind("today", today())
                .bind("most", MOST_READ)
                .map(row -> new Pair(Need.of(row), Offer.of(row)))
                .all()
                .filter(pair -> Fit.of(pair.need(), pair.offer(), today()).isPresent())
                .take(MOST_PROPOSED)
                .concatMap(pair -> write(pair.need().id(), pair.offer().id()))
                .then();
    }

    /** Whether an offer may still be taken: the need it answers is asked for, or the association has its word to say. */
    Mono<Boolean> open(Offer offer) {
        return offer.need() == null
                ? Mono.just(true)
                : database.sql("select exists (select from capacity.need need"
                                + " where need.id = :need and " + Need.ASKED + """
                        ) or exists (select from capacity.help_match match join capacity.need need on need.id = match.need_id
                          join capacity.offer offer on offer.id = match.offer_id where offer.id = :offer and
                        """ + TIMELY + ") as open")
                        .bind("need", offer.need())
                        .bind("today", today())
                        .bind("offer", offer.id())
                        .map(row -> Boolean.TRUE.equals(row.get("open", Boolean.class)))
                        .one();
    }

    private Mono<Void> write(UUID need, UUID offer) {
        return database.sql("""
                insert into capacity.help_match (id, need_id, offer_id, state, created_at)
                values (:id, :need, :offer, 'PROPOSED', :now) on conflict on constraint match_is_proposed_once do nothing
                """)
                .bind("id", ids.next())
                .bind("need", need)
                .bind("offer", offer)
                .bind("now", clock.instant())
                .then();
    }

    /** Of one campaign, what waits first. */
    Mono<List<Match>> of(HelpCampaign campaign) {
        return database.sql(Match.SELECT + """
                where need.campaign_id = :campaign and match.state not in ('DECLINED', 'REFUSED')
                order by match.state = 'PROPOSED' desc, match.created_at desc, match.id limit 100
                """)
                .bind("campaign", campaign.id())
                .map(Match::of)
                .all()
                .collectList();
    }

    /** What somebody's offer led to, as far as it concerns them: an association said yes. */
    Mono<List<Match>> of(Offer offer) {
        return database.sql(Match.SELECT + """
                where match.offer_id = :offer and match.state not in ('PROPOSED', 'DECLINED', 'REFUSED')
                order by match.created_at, match.id limit 50
                """)
                .bind("offer", offer.id())
                .map(Match::of)
                .all()
                .collectList();
    }

    /** The association's word. Saying yes consents to be shown to the person, once they agree. */
    Mono<Void> say(HelpCampaign campaign, UUID match, boolean yes, UUID member) {
        return step("""
                update capacity.help_match match set state = case when :yes then 'ASKED' else 'DECLINED' end,
                  association_by = :member, asked_at = :now
                from capacity.need need where match.id = :id and match.state = 'PROPOSED' and need.id = match.need_id
                  and need.campaign_id = :campaign
                """, match)
                .bind("yes", yes)
                .bind("member", member)
                .bind("now", clock.instant())
                .bind("campaign", campaign.id())
                .fetch()
                .rowsUpdated()
                .flatMap(
                        done -> noted(done, yes ? "capacity.help-accepted" : "capacity.help-declined", campaign, match))
                .as(transaction::transactional);
    }

    /** The person's word, on what an association said yes to. */
    Mono<Void> answer(Offer offer, UUID match, boolean yes) {
        return step("""
                update capacity.help_match match set state = case when :yes then 'AGREED' else 'REFUSED' end,
                  agreed_at = :now, follow_on = greatest(:tomorrow, least(need.until_on, :until::date, :later))
                from capacity.need need
                where match.id = :id and match.state = 'ASKED' and match.offer_id = :offer and need.id = match.need_id
                """, match)
                .bind("yes", yes)
                .bind("now", clock.instant())
                .bind("tomorrow", today().plusDays(1))
                .bind("until", offer.until())
                .bind("later", today().plusDays(FOLLOW_UP_DAYS))
                .bind("offer", offer.id())
                .then();
    }

    /** Whether it happened, as the association tells; its hours count in public from now on. */
    Mono<Void> close(HelpCampaign campaign, UUID match, boolean happened, @Nullable Integer hours, String thanks) {
        return step("""
                update capacity.help_match match set state = case when :happened then 'DONE' else 'NOT_DONE' end,
                  hours = :hours, thanks = :thanks
                from capacity.need need where match.id = :id and match.state = 'AGREED' and need.id = match.need_id
                  and need.campaign_id = :campaign
                """, match)
                .bind("happened", happened)
                .bind("hours", Parameter.fromOrEmpty(happened ? hours : null, Integer.class))
                .bind("thanks", thanks)
                .bind("campaign", campaign.id())
                .fetch()
                .rowsUpdated()
                .flatMap(
                        done -> noted(done, happened ? "capacity.help-done" : "capacity.help-not-done", campaign, match)
                                .then(done == 0 ? Mono.empty() : changes.tell(List.of(campaign.id()))))
                .as(transaction::transactional);
    }

    /** Found under this campaign, in whatever state: a second press finds it too. */
    Mono<Match> find(HelpCampaign campaign, UUID match) {
        return database.sql(Match.SELECT + "where match.id = :id and need.campaign_id = :campaign")
                .bind("id", match)
                .bind("campaign", campaign.id())
                .map(Match::of)
                .one()
                .switchIfEmpty(HelpCampaigns.missing());
    }

    /** Whom something is to be written about; locked for the caller's transaction. */
    Flux<Match> untold(LocalDate today, int most) {
        return database.sql(Match.SELECT + """
                where match.offer_id is not null and (match.state in ('ASKED', 'AGREED', 'DONE') and match.told not in
                    (match.state, 'FOLLOWED ' || match.state)
                  or match.state = 'AGREED' and match.told = 'AGREED' and match.follow_on <= :today)
                order by match.id limit :most for update of match skip locked
                """)
                .bind("today", today)
                .bind("most", most)
                .map(Match::of)
                .all();
    }

    /** @param what the state that was told, or that somebody was asked whether it happened */
    Mono<Void> told(UUID match, String what) {
        return step("update capacity.help_match set told = :told where id = :id", match)
                .bind("told", what)
                .then();
    }

    Mono<State> toldOf(UUID match) {
        return step("select told, thanks from capacity.help_match where id = :id", match)
                .map(row -> new State(Need.text(row, "told"), Need.text(row, "thanks")))
                .one();
    }

    private DatabaseClient.GenericExecuteSpec step(String sql, UUID match) {
        return database.sql(sql).bind("id", match);
    }

    private Mono<Void> noted(long done, String act, HelpCampaign campaign, UUID match) {
        return done == 0 ? Mono.empty() : audit.note(act, campaign.association(), match);
    }

    private record Pair(Need need, Offer offer) {}

    /** @param told what was written last; @param thanks the association's words */
    record State(String told, String thanks) {}
}
