package org.tremplin.campaign.vote;

import java.time.Instant;
import java.time.Period;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import org.tremplin.identity.People;
import org.tremplin.platform.privacy.Basis;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.PersonalData;
import org.tremplin.platform.privacy.Remainder;
import org.tremplin.platform.privacy.Retention;
import org.tremplin.platform.privacy.Subject;
import org.tremplin.platform.privacy.Term;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Addresses, links and single answers of who was asked: the counts and the minutes outlive them. */
@Component
class VoteData implements Retention, PersonalData {

    /** Time to look a vote up again while it may still be doubted. */
    private static final Term AFTER_END = Term.fixed(Period.ofMonths(6));

    private static final String EMPTIED = """
            update campaign.board_voter set email = '', token = null, answer = null,
              answered_at = case when exists (
                select from campaign.board_vote v where v.id = vote_id and v.closed_at is null) then null
                else answered_at end
            """;

    /** What was written for a vote that still runs goes with its answer; what the minutes tell stays, without its author. */
    private static final String WORDS_OF_OPEN = """
            , words = case when exists (
                select from campaign.board_vote v where v.id = vote_id and v.closed_at is null) then '' else words end
            """;

    private final DatabaseClient database;
    private final People people;

    VoteData(DatabaseClient database, People people) {
        this.database = database;
        this.people = people;
    }

    @Override
    public Holding holding() {
        return Holding.of("votes", Basis.LEGITIMATE_INTEREST, AFTER_END);
    }

    @Override
    public Mono<Long> forget(Instant now, int most) {
        return database.sql(EMPTIED + WORDS_OF_OPEN + """
                where id in (
                  select voter.id from campaign.board_voter voter join campaign.board_vote v on v.id = voter.vote_id
                  where v.ends_at < :before and (voter.email <> '' or voter.token is not null)
                  order by v.ends_at limit :most)
                """)
                .bind("before", AFTER_END.before(now))
                .bind("most", most)
                .fetch()
                .rowsUpdated();
    }

    /** Whoever was asked by mistake. An answer given while the vote runs goes too. */
    Mono<Void> forget(UUID voter) {
        return database.sql(EMPTIED + WORDS_OF_OPEN + "where id = :id")
                .bind("id", voter)
                .then();
    }

    @Override
    public Mono<Map<String, Object>> copy(Subject subject) {
        return person(subject)
                .flatMap(person -> theirs("""
                        select v.ballot ->> 'title' as title, voter.answer, voter.words, v.opened_at, voter.answered_at
                        from campaign.board_voter voter join campaign.board_vote v on v.id = voter.vote_id
                        where voter.email = :email or voter.person_id = :person order by v.opened_at
                        """, subject, person)
                        .map(row -> Map.<String, Object>of(
                                "campaign", String.valueOf(row.get("title", String.class)),
                                "answer", String.valueOf(row.get("answer", String.class)),
                                "to_change", String.valueOf(row.get("words", String.class)),
                                "asked_at", String.valueOf(row.get("opened_at", Instant.class)),
                                "answered_at", String.valueOf(row.get("answered_at", Instant.class))))
                        .all()
                        .as(rows -> PersonalData.listed("board_votes", rows)));
    }

    @Override
    public Flux<String> addresses() {
        return database.sql("select distinct email from campaign.board_voter where email <> ''")
                .map(row -> String.valueOf(row.get("email", String.class)))
                .all();
    }

    /** A counted vote is a document of the association: the counts stay, and that this role was asked and answered. */
    @Override
    public Mono<Void> erase(Subject subject) {
        return person(subject)
                .flatMap(person -> theirs(
                                EMPTIED + ", person_id = null, words = '' where email = :email or person_id = :person",
                                subject,
                                person)
                        .then());
    }

    @Override
    public Flux<Remainder> remains(Subject subject) {
        return person(subject)
                .flatMap(person -> theirs("""
                        select count(*)::bigint from campaign.board_voter voter
                        join campaign.board_vote v on v.id = voter.vote_id
                        where v.closed_at is not null and (voter.email = :email or voter.person_id = :person)
                        """, subject, person)
                        .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                        .one())
                .filter(count -> count > 0)
                .map(count -> new Remainder("votes", count, null))
                .flux();
    }

    private DatabaseClient.GenericExecuteSpec theirs(String sql, Subject subject, Optional<UUID> person) {
        return database.sql(sql)
                .bind("email", subject.email())
                .bind("person", Parameter.fromOrEmpty(person.orElse(null), UUID.class));
    }

    private Mono<Optional<UUID>> person(Subject subject) {
        return people.findByEmail(subject.email())
                .map(found -> Optional.of(found.id()))
                .defaultIfEmpty(Optional.empty());
    }
}
