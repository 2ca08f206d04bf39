package org.tremplin.capacity.experience;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.AssociationId;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.persistence.Ids;
import reactor.core.publisher.Mono;

/** Sheets as their associations write them, one for each campaign that is over. */
@Component
class Experiences {

    /** Of one association: one for each of its campaigns. */
    private static final int MOST = 200;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    Experiences(DatabaseClient database, TransactionalOperator transaction, Audit audit, Ids ids, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** The latest first. */
    Mono<List<Experience>> of(AssociationId association) {
        return database.sql("select " + Experience.COLUMNS + """
                from capacity.experience where association_id = :association order by month desc, id desc limit :most
                """)
                .bind("association", association.value())
                .bind("most", MOST)
                .map(Experience::of)
                .all()
                .collectList();
    }

    Mono<Experience> find(AssociationId association, UUID campaign) {
        return database.sql("select " + Experience.COLUMNS + """
                from capacity.experience where association_id = :association and campaign_id = :campaign
                """)
                .bind("association", association.value())
                .bind("campaign", campaign)
                .map(Experience::of)
                .one();
    }

    /**
     * Its draft.
     *
     * @param opened what the words were written for
     * @return false when it is another one by now, or gone, or not to be written any more: it waits to be read, or is public
     */
    Mono<Boolean> keep(AssociationId association, UUID campaign, YearMonth month, Told told, Opened opened, UUID by) {
        return write(association, campaign, month, told, opened, by, State.DRAFT, State.DECLINED, State.RETURNED);
    }

    /** The same, and for who runs the instance to read; in the place of what waits to be read as well. */
    Mono<Boolean> send(AssociationId association, UUID campaign, YearMonth month, Told told, Opened opened, UUID by) {
        return write(
                        association,
                        campaign,
                        month,
                        told,
                        opened,
                        by,
                        State.DRAFT,
                        State.DECLINED,
                        State.RETURNED,
                        State.SENT)
                .flatMap(kept -> kept ? move(association, campaign, """
                                update capacity.experience set state = 'SENT', sent_at = :now, reason = '', version = version + 1
                                where association_id = :association and campaign_id = :campaign returning id
                                """, "capacity.experience-sent") : Mono.just(false))
                .as(transaction::transactional);
    }

    private Mono<Boolean> write(
            AssociationId association,
            UUID campaign,
            YearMonth month,
            Told told,
            Opened opened,
            UUID by,
            State... over) {
        return database.sql("""
                insert into capacity.experience (id, association_id, campaign_id, written_by, language, helped, otherwise, advice,
                  items, template, staff, reach, month, state, changed_at, fingerprint, search)
                select :id, :association, :campaign, :by, :language, :helped, :otherwise, :advice,
                  :items, :template, :staff, :reach, :month, 'DRAFT', :now, :fingerprint, :search
                where :version = 0 or exists (select from capacity.experience where id = :sheet)
                on conflict on constraint experience_once_per_campaign do update
                  set written_by = excluded.written_by, language = excluded.language, helped = excluded.helped,
                    otherwise = excluded.otherwise, advice = excluded.advice, items = excluded.items,
                    template = excluded.template, staff = excluded.staff, reach = excluded.reach, month = excluded.month,
                    changed_at = excluded.changed_at, fingerprint = excluded.fingerprint, search = excluded.search,
                    version = experience.version + 1
                  where experience.association_id = excluded.association_id
                    and experience.id = :sheet and experience.version = :version
                    and experience.state = any(:over)
                """)
                .bind("id", ids.next())
                .bind("association", association.value())
                .bind("campaign", campaign)
                .bind("by", by)
                .bind("language", told.language())
                .bind("helped", told.helped())
                .bind("otherwise", told.otherwise())
                .bind("advice", told.advice())
                .bind("items", told.items().toArray(String[]::new))
                .bind("template", told.template())
                .bind("staff", told.staff())
                .bind("reach", told.reach())
                .bind("month", month.atDay(1))
                .bind("now", clock.instant())
                .bind("fingerprint", told.fingerprint())
                .bind("search", told.search())
                .bind("sheet", Parameter.fromOrEmpty(opened.sheet(), UUID.class))
                .bind("version", opened.version())
                .bind("over", Arrays.stream(over).map(State::name).toArray(String[]::new))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Not now: nobody is asked again, and the questions stay open; what was written so far stays too. */
    Mono<Boolean> decline(
            AssociationId association, UUID campaign, YearMonth month, Told told, Opened opened, UUID by) {
        return keep(association, campaign, month, told, opened, by)
                .flatMap(kept -> kept
                        ? move(association, campaign, """
                                update capacity.experience set state = 'DECLINED', changed_at = :now, version = version + 1
                                where association_id = :association and campaign_id = :campaign and state = 'DRAFT' returning id
                                """, "capacity.experience-declined")
                                .thenReturn(true)
                        : Mono.just(false))
                .as(transaction::transactional);
    }

    /** Back to its draft, from wherever it is; what others said of it goes with it. */
    Mono<Boolean> withdraw(AssociationId association, UUID campaign) {
        return database.sql("""
                delete from capacity.experience_comment where experience_id in (
                  select id from capacity.experience where association_id = :association and campaign_id = :campaign)
                """)
                .bind("association", association.value())
                .bind("campaign", campaign)
                .then()
                .then(move(association, campaign, """
                        update capacity.experience set state = 'DRAFT', changed_at = :now, reason = '', version = version + 1
                        where association_id = :association and campaign_id = :campaign
                          and state in ('SENT', 'RETURNED', 'PUBLISHED') returning id
                        """, "capacity.experience-withdrawn"))
                .as(transaction::transactional);
    }

    /** Gone for good, whatever its state. */
    Mono<Boolean> delete(AssociationId association, UUID campaign) {
        return move(association, campaign, """
                        delete from capacity.experience
                        where association_id = :association and campaign_id = :campaign and changed_at <= :now returning id
                        """, "capacity.experience-deleted").as(transaction::transactional);
    }

    private Mono<Boolean> move(AssociationId association, UUID campaign, String sql, String act) {
        return database.sql(sql)
                .bind("association", association.value())
                .bind("campaign", campaign)
                .bind("now", clock.instant())
                .map(row -> row.get("id", UUID.class))
                .one()
                .flatMap(id -> audit.note(act, association.value(), id).thenReturn(true))
                .defaultIfEmpty(false);
    }
}
