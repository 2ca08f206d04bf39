package org.tremplin.campaign.vote;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.readiness.Resolution;
import org.tremplin.campaign.readiness.Resolutions;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The rows of votes and of who is asked. */
@Component
class Votes implements Resolutions {

    /** Of one campaign, on its page. */
    private static final int MOST = 50;

    private static final String VOTE = """
            v.id, v.campaign_id, v.ballot::text as ballot, v.fingerprint, v.asked, v.least, v.opened_at, v.ends_at,
            v.closed_at, v.outcome, v.yes, v.no, v.change,
            (select c.association_id from campaign.campaign c where c.id = v.campaign_id) as association_id
            """;

    private static final String VOTER =
            "id, vote_id, person_id, role, email, language, token, answer, words, answered_at";

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final DatabaseClient database;
    private final Clock clock;

    Votes(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<Optional<Resolution>> latest(CampaignId campaign, ZoneId zone) {
        return database.sql("select " + VOTE + """
                 from campaign.board_vote v
                where v.campaign_id = :campaign and v.outcome in ('PASSED', 'REJECTED')
                order by v.closed_at desc, v.id desc limit 1
                """)
                .bind("campaign", campaign.value())
                .map(this::vote)
                .one()
                .map(vote -> Optional.of(new Resolution(
                        vote.outcome() == Outcome.PASSED,
                        LocalDate.ofInstant(Objects.requireNonNull(vote.closedAt()), zone),
                        vote.count().yes(),
                        vote.count().no(),
                        vote.count().change(),
                        vote.asked(),
                        vote.ballot())))
                .defaultIfEmpty(Optional.empty());
    }

    /** The newest first. The caller found the campaign under its association. */
    Mono<List<BoardVote>> of(CampaignId campaign) {
        return database.sql("select " + VOTE
                        + " from campaign.board_vote v where v.campaign_id = :campaign"
                        + " order by v.opened_at desc, v.id desc limit :most")
                .bind("campaign", campaign.value())
                .bind("most", MOST)
                .map(this::vote)
                .all()
                .collectList();
    }

    Mono<BoardVote> find(CampaignId campaign, UUID vote) {
        return database.sql("select " + VOTE
                        + " from campaign.board_vote v where v.campaign_id = :campaign and v.id = :vote")
                .bind("campaign", campaign.value())
                .bind("vote", vote)
                .map(this::vote)
                .one();
    }

    Mono<BoardVote> find(UUID vote) {
        return database.sql("select " + VOTE + " from campaign.board_vote v where v.id = :vote")
                .bind("vote", vote)
                .map(this::vote)
                .one();
    }

    Mono<Voter> voter(String token) {
        return database.sql("select " + VOTER + " from campaign.board_voter where token = :token")
                .bind("token", token)
                .map(Votes::asked)
                .one();
    }

    /** In the order they were asked. */
    Mono<List<Voter>> voters(UUID vote) {
        return database.sql("select " + VOTER + " from campaign.board_voter where vote_id = :vote order by id")
                .bind("vote", vote)
                .map(Votes::asked)
                .all()
                .collectList();
    }

    /** What was opened of this association since; one counts after the other. */
    Mono<Opened> openedSince(AssociationId association, Instant since) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('board vote ' || :association::text, 0))")
                .bind("association", association.value())
                .then()
                .then(database.sql("""
                        select count(distinct v.id)::int as votes, count(asked.id)::int as typed
                        from campaign.board_vote v join campaign.campaign c on c.id = v.campaign_id
                        left join campaign.board_voter asked on asked.vote_id = v.id and asked.role = ''
                        where c.association_id = :association and v.opened_at > :since
                        """)
                        .bind("association", association.value())
                        .bind("since", since)
                        .map(row -> new Opened(row.get("votes", Integer.class), row.get("typed", Integer.class)))
                        .one());
    }

    /** @param typed addresses without account that were asked */
    record Opened(int votes, int typed) {}

    /** An error when one is open already. */
    Mono<Void> insert(BoardVote vote, Instant remindAt) {
        return database.sql("""
                insert into campaign.board_vote
                  (id, campaign_id, ballot, fingerprint, asked, least, opened_at, ends_at, remind_at)
                values (:id, :campaign, :ballot::jsonb, :fingerprint, :asked, :least, :opened, :ends, :remind)
                """)
                .bind("id", vote.id())
                .bind("campaign", vote.campaign())
                .bind("ballot", json.writeValueAsString(vote.ballot()))
                .bind("fingerprint", vote.fingerprint())
                .bind("asked", vote.asked())
                .bind("least", vote.least())
                .bind("opened", vote.openedAt())
                .bind("ends", vote.endsAt())
                .bind("remind", remindAt)
                .then();
    }

    Mono<Void> insert(Voter voter) {
        return database.sql("""
                insert into campaign.board_voter (id, vote_id, person_id, role, email, language, token)
                values (:id, :vote, :person, :role, :email, :language, :token)
                """)
                .bind("id", voter.id())
                .bind("vote", voter.vote())
                .bind("person", Parameter.fromOrEmpty(voter.person(), UUID.class))
                .bind("role", voter.role())
                .bind("email", voter.email())
                .bind("language", voter.language().code())
                .bind("token", Parameter.fromOrEmpty(voter.token(), String.class))
                .then();
    }

    /** Keeps the vote open, or closed, until the caller's transaction is over; empty when it takes no answer any more. */
    Mono<UUID> holdOpen(UUID vote) {
        return database.sql("""
                select id from campaign.board_vote
                where id = :vote and closed_at is null and ends_at > :now for share
                """)
                .bind("vote", vote)
                .bind("now", clock.instant())
                .map(row -> row.get("id", UUID.class))
                .one();
    }

    Mono<Void> answer(Voter voter, Answer answer, String words) {
        return database.sql("""
                update campaign.board_voter set answer = :answer, words = :words, answered_at = :now where id = :id
                """)
                .bind("answer", answer.name())
                .bind("words", words)
                .bind("now", clock.instant())
                .bind("id", voter.id())
                .then();
    }

    /** Locks an open vote of this campaign; empty when it is over. */
    Mono<BoardVote> lock(CampaignId campaign, UUID vote) {
        return database.sql("select " + VOTE + """
                 from campaign.board_vote v
                where v.campaign_id = :campaign and v.id = :vote and v.closed_at is null for update
                """)
                .bind("campaign", campaign.value())
                .bind("vote", vote)
                .map(this::vote)
                .one();
    }

    Mono<Void> end(BoardVote vote, Outcome outcome, Count count) {
        return database.sql("""
                update campaign.board_vote set closed_at = :now, outcome = :outcome, yes = :yes, no = :no, change = :change
                where id = :id
                """)
                .bind("now", clock.instant())
                .bind("outcome", outcome.name())
                .bind("yes", count.yes())
                .bind("no", count.no())
                .bind("change", count.change())
                .bind("id", vote.id())
                .then();
    }

    /** Votes whose reminder is due, each for whoever marks it first. */
    Flux<BoardVote> remind(int most) {
        return database.sql("""
                update campaign.board_vote v set reminded_at = :now where v.id in (
                  select id from campaign.board_vote
                  where closed_at is null and reminded_at is null and remind_at <= :now and ends_at > :now
                  order by remind_at limit :most for update skip locked)
                returning
                """ + VOTE)
                .bind("now", clock.instant())
                .bind("most", most)
                .map(this::vote)
                .all();
    }

    private BoardVote vote(Readable row) {
        String outcome = row.get("outcome", String.class);
        return new BoardVote(
                Objects.requireNonNull(row.get("id", UUID.class)),
                Objects.requireNonNull(row.get("campaign_id", UUID.class)),
                new AssociationId(Objects.requireNonNull(row.get("association_id", UUID.class))),
                json.readValue(row.get("ballot", String.class), Ballot.class),
                Objects.requireNonNull(row.get("fingerprint", String.class)),
                number(row, "asked"),
                number(row, "least"),
                Objects.requireNonNull(row.get("opened_at", Instant.class)),
                Objects.requireNonNull(row.get("ends_at", Instant.class)),
                row.get("closed_at", Instant.class),
                outcome == null ? null : Outcome.valueOf(outcome),
                new Count(number(row, "yes"), number(row, "no"), number(row, "change")));
    }

    private static Voter asked(Readable row) {
        String answer = row.get("answer", String.class);
        return new Voter(
                Objects.requireNonNull(row.get("id", UUID.class)),
                Objects.requireNonNull(row.get("vote_id", UUID.class)),
                row.get("person_id", UUID.class),
                Objects.requireNonNull(row.get("role", String.class)),
                Objects.requireNonNull(row.get("email", String.class)),
                Language.ofCode(Objects.requireNonNull(row.get("language", String.class))),
                row.get("token", String.class),
                answer == null ? null : Answer.valueOf(answer),
                Objects.requireNonNull(row.get("words", String.class)),
                row.get("answered_at", Instant.class));
    }

    private static int number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Integer.class));
    }
}
