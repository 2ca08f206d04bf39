package org.tremplin.site.association;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.association.Register;
import org.tremplin.capacity.PublicDiagnoses;
import org.tremplin.capacity.PublicDiagnosis;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.About;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Recent;
import org.tremplin.site.card.CampaignRow;
import org.tremplin.site.totals.Totals;
import reactor.core.publisher.Mono;

/** Makes the page of an association. */
@Component
class AssociationPages {

    private final Associations associations;
    private final DatabaseClient database;
    private final Clock clock;
    private final PublicDiagnoses diagnoses;
    private final Recent<Asked, Found> recent = new Recent<>(Totals.AGE, this::look);

    AssociationPages(Associations associations, DatabaseClient database, PublicDiagnoses diagnoses, Clock clock) {
        this.associations = associations;
        this.diagnoses = diagnoses;
        this.database = database;
        this.clock = clock;
    }

    /** At most two seconds old; empty when there is none at this address. */
    Mono<Found> find(String slug, Language language) {
        return recent.get(new Asked(slug, language));
    }

    private Mono<Found> look(Asked asked) {
        return associations
                .findBySlug(asked.slug())
                .flatMap(association -> Mono.zip(
                                campaigns(association),
                                sum(association),
                                diagnoses.of(association, asked.language().locale()))
                        .map(read -> new Found(
                                association,
                                read.getT1(),
                                read.getT2(),
                                read.getT3(),
                                LocalDate.ofInstant(clock.instant(), association.zone()))));
    }

    private Mono<List<CampaignRow>> campaigns(Association association) {
        return database.sql(CampaignRow.SELECT + """
                where project.association_id = :association
                order by project.state = 'CLOSED', project.published_at desc, project.id desc limit 60
                """)
                .bind("association", association.id().value())
                .map(CampaignRow::of)
                .all()
                .collectList();
    }

    private Mono<Sum> sum(Association association) {
        return database.sql("""
                select coalesce(sum(received_cents), 0)::bigint as cents, coalesce(sum(gifts), 0)::bigint as gifts,
                  max(updated_at) as at
                from ledger.campaign_total where association_id = :association and currency = 'EUR'
                """)
                .bind("association", association.id().value())
                .map(AssociationPages::read)
                .one();
    }

    private static Sum read(Readable row) {
        return new Sum(row.get("cents", Long.class), row.get("gifts", Long.class), row.get("at", Instant.class));
    }

    AssociationPage page(Found found, Language language) {
        Locale locale = language.locale();
        Association it = found.association();
        Association.Receipts receipts = it.receipts();
        Sum sum = found.sum();
        return new AssociationPage(
                it.slug(),
                it.name(),
                it.name().substring(0, it.name().offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT),
                it.object(),
                it.address().city(),
                it.address().street() + ", " + it.address().postalCode() + ' '
                        + it.address().city(),
                DayText.text(LocalDate.ofInstant(it.declaredAt(), it.zone()), locale),
                sum.cents() > 0 ? MoneyText.brief(sum.cents(), locale) : null,
                MoneyText.number(sum.gifts(), locale),
                sum.at() == null ? null : DayText.text(LocalDate.ofInstant(sum.at(), it.zone()), locale),
                found.rows().stream().map(row -> row.card(language, clock)).toList(),
                Register.of(it),
                receipts.declared() ? receipts.basis() : null,
                receipts.on() == null ? null : DayText.text(receipts.on(), locale),
                it.statement(),
                found.shown().orElse(null),
                About.of(it.name(), it.object()));
    }

    private record Asked(String slug, Language language) {}

    /**
     * Everything the bytes of the page depend on, but the language of the frame.
     *
     * @param shown of its diagnosis, told in the language that was asked for
     */
    record Found(
            Association association,
            List<CampaignRow> rows,
            Sum sum,
            Optional<PublicDiagnosis> shown,
            LocalDate today) {}

    record Sum(long cents, long gifts, @Nullable Instant at) {}
}
