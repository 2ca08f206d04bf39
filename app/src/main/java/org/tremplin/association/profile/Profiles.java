package org.tremplin.association.profile;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.association.Founded;
import org.tremplin.association.Profile;
import org.tremplin.association.Role;
import org.tremplin.association.member.Members;
import org.tremplin.platform.Mode;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.event.Changes;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.web.Slug;
import reactor.core.publisher.Mono;

/** Writes what an association is. */
@Component
class Profiles {

    private static final int PROPOSALS = 200;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Associations associations;
    private final Members members;
    private final TremplinSettings settings;
    private final Changes changes;
    private final Ids ids;
    private final Clock clock;

    Profiles(
            DatabaseClient database,
            TransactionalOperator transaction,
            Associations associations,
            Members members,
            TremplinSettings settings,
            Changes changes,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.associations = associations;
        this.members = members;
        this.settings = settings;
        this.changes = changes;
        this.ids = ids;
        this.clock = clock;
    }

    Mono<Founded> found(Profile profile, UUID founder) {
        AssociationId id = new AssociationId(ids.next());
        Mono<Founded> made = giveSlug(id, Slug.of(profile.name(), "association"), 1)
                .flatMap(slug -> insert(id, slug, profile))
                .then(members.enter(id, founder, Role.PRESIDENT, null))
                .then(associations.find(id))
                .map(Founded.Done::new);
        return refusal().switchIfEmpty(made).as(transaction::transactional);
    }

    /** The name of the association this instance is for, when it can have only that one. */
    Mono<String> onlyOne() {
        return settings.mode() == Mode.SINGLE
                ? database.sql("select name from association.association order by created_at limit 1")
                        .map(row -> row.get("name", String.class))
                        .one()
                : Mono.empty();
    }

    private Mono<Founded> refusal() {
        if (settings.mode() != Mode.SINGLE) {
            return Mono.empty();
        }
        // two founders at once must not both find the instance empty
        return database.sql("lock table association.association in share row exclusive mode")
                .then()
                .then(onlyOne())
                .map(Founded.OnlyOne::new);
    }

    private Mono<String> giveSlug(AssociationId id, String wanted, int attempt) {
        if (attempt > PROPOSALS) {
            return Mono.error(new IllegalStateException("Every proposal for an address is taken: " + wanted));
        }
        String slug = Slug.numbered(wanted, attempt);
        return take(id, slug)
                .flatMap(taken -> taken ? Mono.just(slug) : Mono.defer(() -> giveSlug(id, wanted, attempt + 1)));
    }

    /** False when somebody has or had this slug. */
    private Mono<Boolean> take(AssociationId id, String slug) {
        return database.sql("""
                insert into association.slug_history (slug, association_id, given_at) values (:slug, :id, :now)
                on conflict do nothing
                """)
                .bind("slug", slug)
                .bind("id", id.value())
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Mono<Long> insert(AssociationId id, String slug, Profile profile) {
        var insert = database.sql("""
                insert into association.association
                  (id, slug, name, object, street, postal_code, city, rna, siren, registry_court, registry_volume,
                   registry_folio, zone, statement, created_at)
                values (:id, :slug, :name, :object, :street, :postalCode, :city, :rna, :siren, :court, :volume,
                   :folio, :zone, :statement, :now)
                """)
                .bind("id", id.value())
                .bind("slug", slug)
                .bind("zone", Zones.of(profile.address().postalCode()).getId())
                .bind("statement", Statement.of(profile.name()))
                .bind("now", clock.instant());
        return ProfileRow.bind(insert, profile).fetch().rowsUpdated();
    }

    Mono<Void> change(AssociationId id, Profile profile, String statement) {
        var update = database.sql("""
                update association.association
                set name = :name, object = :object, street = :street, postal_code = :postalCode, city = :city,
                    rna = :rna, siren = :siren, registry_court = :court, registry_volume = :volume,
                    registry_folio = :folio, statement = :statement
                where id = :id
                """).bind("id", id.value()).bind("statement", statement);
        return ProfileRow.bind(update, profile).then().then(changes.tell(List.of(id.value())));
    }

    /**
     * Gives another address; the old one leads to it from now on. An association may go back to one it had.
     *
     * @return false when another association has or had it
     */
    Mono<Boolean> rename(Association association, String slug) {
        UUID id = association.id().value();
        return take(association.id(), slug)
                .then(database.sql("""
                        update association.association set slug = :slug
                        where id = :id and exists (
                          select from association.slug_history given
                          where given.slug = :slug and given.association_id = :id)
                        """)
                        .bind("slug", slug)
                        .bind("id", id)
                        .fetch()
                        .rowsUpdated())
                .map(rows -> rows == 1)
                .as(transaction::transactional);
    }

    /** The first free address like this one. */
    Mono<String> freeSlugLike(String slug) {
        return database.sql("select slug from association.slug_history where slug = any(:proposals)")
                .bind("proposals", proposals(slug))
                .map(row -> row.get("slug", String.class))
                .all()
                .collectList()
                .map(taken -> Arrays.stream(proposals(slug))
                        .filter(proposal -> !taken.contains(proposal))
                        .findFirst()
                        .orElse(slug));
    }

    private static String[] proposals(String slug) {
        return IntStream.rangeClosed(1, PROPOSALS)
                .mapToObj(n -> Slug.numbered(slug, n))
                .toArray(String[]::new);
    }
}
