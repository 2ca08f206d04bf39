package org.tremplin.association;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class StoredAssociations implements Associations {

    private static final String SELECT = """
            select id, slug, name, object, street, postal_code, city, rna, siren, registry_court, registry_volume,
                   registry_folio, zone, statement, receipts_basis, receipts_on, created_at
            from association.association
            """;

    private final DatabaseClient database;

    StoredAssociations(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Association> findBySlug(String slug) {
        return database.sql(SELECT + "where slug = :slug")
                .bind("slug", slug)
                .map(StoredAssociations::association)
                .one();
    }

    @Override
    public Mono<Association> find(AssociationId id) {
        return database.sql(SELECT + "where id = :id")
                .bind("id", id.value())
                .map(StoredAssociations::association)
                .one();
    }

    @Override
    public Flux<Association> findAll(Collection<AssociationId> ids) {
        return database.sql(SELECT + "where id = any(:ids)")
                .bind("ids", AssociationId.values(ids))
                .map(StoredAssociations::association)
                .all();
    }

    @Override
    public Mono<Association> only() {
        return database.sql(SELECT + "order by id limit 2")
                .map(StoredAssociations::association)
                .all()
                .collectList()
                .flatMap(found -> found.size() == 1 ? Mono.just(found.get(0)) : Mono.empty());
    }

    @Override
    public Mono<String> slugAfter(String formerSlug) {
        return database.sql("""
                select present.slug
                from association.slug_history former
                join association.association present on present.id = former.association_id
                where former.slug = :slug and present.slug <> :slug
                """)
                .bind("slug", formerSlug)
                .map(row -> row.get("slug", String.class))
                .one();
    }

    private static Association association(Readable row) {
        LocalDate declaredOn = row.get("receipts_on", LocalDate.class);
        return new Association(
                new AssociationId(row.get("id", UUID.class)),
                row.get("slug", String.class),
                row.get("name", String.class),
                row.get("object", String.class),
                new Association.Address(
                        row.get("street", String.class),
                        row.get("postal_code", String.class),
                        row.get("city", String.class)),
                row.get("rna", String.class),
                row.get("siren", String.class),
                registry(row),
                ZoneId.of(row.get("zone", String.class)),
                new Association.Receipts(declaredOn != null, row.get("receipts_basis", String.class), declaredOn),
                row.get("statement", String.class),
                row.get("created_at", Instant.class));
    }

    private static Association.@Nullable Registry registry(Readable row) {
        String court = row.get("registry_court", String.class);
        return court == null
                ? null
                : new Association.Registry(
                        court, row.get("registry_volume", String.class), row.get("registry_folio", String.class));
    }
}
