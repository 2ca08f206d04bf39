package org.tremplin.capacity.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.capacity.DeclaredNeeds;
import org.tremplin.capacity.DeclaredNeeds.Declared;
import org.tremplin.capacity.HelpAsked;
import org.tremplin.capacity.NeedKind;
import org.tremplin.capacity.Needs;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.event.Changes;
import org.tremplin.platform.persistence.Ids;
import reactor.core.publisher.Mono;

/** Every need, public or waiting for the association's word. */
@Component
class StoredNeeds implements Needs {

    /** Public at a time: more is a list nobody reads. */
    static final int MOST_PUBLIC = 5;

    private static final int MOST = 60;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Changes changes;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    StoredNeeds(
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

    @Override
    public Mono<Void> declare(DeclaredNeeds declared) {
        return database.sql("""
                insert into capacity.help_campaign (campaign_id, association_id, slug, title, language, department)
                values (:campaign, :association, :slug, :title, :language, :department)
                on conflict (campaign_id) do update set slug = excluded.slug, title = excluded.title,
                  language = excluded.language, department = excluded.department
                """)
                .bind("campaign", declared.campaign())
                .bind("association", declared.association())
                .bind("slug", declared.slug())
                .bind("title", declared.title())
                .bind("language", declared.language())
                .bind("department", declared.department())
                .then()
                .then(write(declared))
                .then(drop(declared));
    }

    private Mono<Void> write(DeclaredNeeds declared) {
        List<Declared> needs = declared.needs();
        return needs.isEmpty()
                ? Mono.empty()
                : database.sql("""
                        insert into capacity.need
                          (id, campaign_id, origin, kind, label, detail, department, remote, state, created_at)
                        select id, :campaign, origin, kind, label, detail, :department, false, 'PROPOSED', :now
                        from unnest(:ids, :origins, :kinds, :labels, :details) as need(id, origin, kind, label, detail)
                        on conflict on constraint need_is_declared_once do update
                          set kind = excluded.kind, label = excluded.label, detail = excluded.detail
                          where need.state = 'PROPOSED'
                        """)
                        .bind("campaign", declared.campaign())
                        .bind("department", declared.department())
                        .bind("now", clock.instant())
                        .bind("ids", needs.stream().map(need -> ids.next()).toArray(UUID[]::new))
                        .bind("origins", needs.stream().map(Declared::origin).toArray(String[]::new))
                        .bind(
                                "kinds",
                                needs.stream().map(need -> need.kind().name()).toArray(String[]::new))
                        .bind("labels", needs.stream().map(Declared::label).toArray(String[]::new))
                        .bind("details", needs.stream().map(Declared::detail).toArray(String[]::new))
                        .then();
    }

    /** What the campaign does not declare any more is not asked for any more. */
    private Mono<Void> drop(DeclaredNeeds declared) {
        return database.sql("""
                with gone as (
                  delete from capacity.need where campaign_id = :campaign and state = 'PROPOSED'
                    and origin not like 'own:%' and origin not like 'gap:R%' and origin <> all(:origins))
                update capacity.need set state = 'CLOSED' where campaign_id = :campaign and state = 'PUBLIC'
                  and origin like 'line:%' and origin <> all(:origins)
                """)
                .bind("campaign", declared.campaign())
                .bind("origins", declared.needs().stream().map(Declared::origin).toArray(String[]::new))
                .then();
    }

    @Override
    public Mono<HelpAsked> of(UUID campaign) {
        Mono<List<HelpAsked.Asked>> asked = database.sql(
                        "select " + Need.COLUMNS + """
                from capacity.need need where campaign_id = :campaign and
                """ + Need.ASKED + "order by public_at, id limit :most")
                .bind("campaign", campaign)
                .bind("today", LocalDate.ofInstant(clock.instant(), Matches.ZONE))
                .bind("most", MOST_PUBLIC)
                .map(row -> Need.of(row).asked())
                .all()
                .collectList();
        return asked.flatMap(needs -> database.sql("""
                select count(*)::int as times, coalesce(sum(match.hours), 0)::int as hours
                from capacity.help_match match join capacity.need need on need.id = match.need_id
                where need.campaign_id = :campaign and match.state = 'DONE'
                """)
                .bind("campaign", campaign)
                .map(row -> new HelpAsked(needs, row.get("times", Integer.class), row.get("hours", Integer.class)))
                .one());
    }

    /** Those of a campaign that may still be asked for, as declared. */
    Mono<List<Need>> open(UUID campaign) {
        return database.sql("select " + Need.COLUMNS + """
                from capacity.need need where campaign_id = :campaign and state <> 'CLOSED'
                order by state = 'PROPOSED', created_at, id limit :most
                """)
                .bind("campaign", campaign)
                .bind("most", MOST)
                .map(Need::of)
                .all()
                .collectList();
    }

    /** Of all needs it ever had: what was given up is not proposed again. */
    Mono<Set<String>> origins(UUID campaign) {
        return database.sql("select origin from capacity.need where campaign_id = :campaign")
                .bind("campaign", campaign)
                .map(row -> Need.text(row, "origin"))
                .all()
                .collect(Collectors.toSet());
    }

    /** Begins one of the association's own. Refused when there are many already. */
    Mono<Boolean> begin(HelpCampaign campaign) {
        return begin(campaign, ids.next(), NeedKind.TIME);
    }

    /** The same, once for each id. */
    Mono<Boolean> begin(HelpCampaign campaign, UUID id, NeedKind kind) {
        return begin(campaign, id, "own:" + id, kind);
    }

    /** Begins one that advice of the diagnosis speaks of, once. */
    Mono<Boolean> begin(HelpCampaign campaign, GapNeeds.Gap gap) {
        return begin(campaign, ids.next(), gap.origin(), gap.kind());
    }

    private Mono<Boolean> begin(HelpCampaign campaign, UUID id, String origin, NeedKind kind) {
        return database.sql("""
                insert into capacity.need
                  (id, campaign_id, origin, kind, label, detail, department, remote, state, created_at)
                select :id, :campaign, :origin, :kind, '', '', :department, false, 'PROPOSED', :now
                where (select count(*) from capacity.need where campaign_id = :campaign and state = 'PROPOSED') < 20
                on conflict on constraint need_is_declared_once do nothing
                """)
                .bind("id", id)
                .bind("campaign", campaign.id())
                .bind("origin", origin)
                .bind("kind", kind.name())
                .bind("department", campaign.department())
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .map(written -> written > 0);
    }

    /** Public from now on, in these words. @return false when five are asked for already */
    Mono<Boolean> publish(HelpCampaign campaign, Need need, NeedForm form) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('need ' || :campaign::text, 0))")
                .bind("campaign", campaign.id())
                .then()
                .then(database.sql("""
                        update capacity.need need set kind = :kind, label = :label, detail = :detail, hours = :hours,
                          department = :department, remote = :remote, until_on = :until, state = 'PUBLIC',
                          public_at = coalesce(public_at, :now)
                        where need.id = :id and need.state <> 'CLOSED' and (
                        """ + Need.ASKED + """
                        or (select count(*) from capacity.need need where need.campaign_id = :campaign and
                        """ + Need.ASKED + ") < :most)")
                        .bind("today", LocalDate.ofInstant(clock.instant(), Matches.ZONE))
                        .bind("kind", form.kind().name())
                        .bind("label", form.quoi())
                        .bind("detail", form.precision())
                        .bind("hours", Parameter.fromOrEmpty(form.hours(), Integer.class))
                        .bind("department", form.lieu())
                        .bind("remote", form.distance())
                        .bind("until", Parameter.fromOrEmpty(form.until(), LocalDate.class))
                        .bind("now", clock.instant())
                        .bind("id", need.id())
                        .bind("campaign", campaign.id())
                        .bind("most", MOST_PUBLIC)
                        .fetch()
                        .rowsUpdated())
                .flatMap(written -> written == 0 ? Mono.just(false) : told(campaign, need, "capacity.need-published"))
                .as(transaction::transactional);
    }

    /** Asked for no more; what people gave already is kept. */
    Mono<Boolean> close(HelpCampaign campaign, Need need) {
        return database.sql("update capacity.need set state = 'CLOSED' where id = :id and state <> 'CLOSED'")
                .bind("id", need.id())
                .fetch()
                .rowsUpdated()
                .flatMap(written -> written == 0 ? Mono.just(false) : told(campaign, need, "capacity.need-closed"))
                .as(transaction::transactional);
    }

    private Mono<Boolean> told(HelpCampaign campaign, Need need, String act) {
        return changes.tell(List.of(campaign.id()))
                .then(audit.note(act, campaign.association(), need.id()))
                .thenReturn(true);
    }
}
