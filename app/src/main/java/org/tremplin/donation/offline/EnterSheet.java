package org.tremplin.donation.offline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.Association;
import org.tremplin.association.Means;
import org.tremplin.association.Siren;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.donation.OfflineState;
import org.tremplin.donation.settle.BookGifts;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.security.Tokens;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes a checked sheet: its gifts and what is in hand of them, all or none, once. */
@Component
class EnterSheet {

    private final DatabaseClient database;
    private final OfflinePayments payments;
    private final BookGifts gifts;
    private final TransactionalOperator transaction;
    private final Ids ids;
    private final Clock clock;

    EnterSheet(
            DatabaseClient database,
            OfflinePayments payments,
            BookGifts gifts,
            TransactionalOperator transaction,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.payments = payments;
        this.gifts = gifts;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** @return false when this sheet is in already */
    Mono<Boolean> enter(Association association, PublishedCampaign to, SheetForm sheet, Language language, UUID by) {
        return claim(association.id().value(), sheet, by)
                .flatMap(fresh -> fresh
                        ? Flux.fromIterable(sheet.filled())
                                .concatMap(row -> enter(row, association, to, language, by))
                                .collectList()
                                .flatMap(gifts::book)
                                .thenReturn(true)
                        : Mono.just(false))
                .as(transaction::transactional);
    }

    /** One gift, in the caller's transaction, which sees to it that it is entered once. */
    Mono<UUID> enterOne(SheetRow row, Association association, PublishedCampaign to, Language language, UUID by) {
        return enter(row, association, to, language, by)
                .flatMap(came -> gifts.book(List.of(came)).thenReturn(came.subject()));
    }

    private Mono<Boolean> claim(UUID association, SheetForm sheet, UUID by) {
        return database.sql("""
                insert into donation.offline_sheet (association_id, key, gifts, entered_by, entered_at)
                values (:association, :key, :gifts, :by, :now) on conflict do nothing
                """)
                .bind("association", association)
                .bind("key", sheet.cle())
                .bind("gifts", sheet.filled().size())
                .bind("by", by)
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .map(inserted -> inserted == 1);
    }

    private Mono<BookGifts.Came> enter(
            SheetRow row, Association association, PublishedCampaign to, Language language, UUID by) {
        UUID donation = ids.next();
        UUID receiver = association.id().value();
        Means means = Objects.requireNonNull(row.means());
        LocalDate on = Objects.requireNonNull(row.day());
        OfflinePayment asEntered = new OfflinePayment(
                donation,
                donation,
                receiver,
                to.campaign().id().value(),
                means,
                OfflineState.PROMISED,
                row.cents(),
                "EUR");
        return gift(donation, row, to, language)
                .then(payments.enter(donation, receiver, means, asEntered.received(), on, by))
                .map(payment -> Keeping.came(asEntered.with(payment), row.cents(), on, association));
    }

    private Mono<Void> gift(UUID id, SheetRow row, PublishedCampaign to, Language language) {
        boolean company = !row.societe().isEmpty();
        return database.sql("""
                insert into donation.donation
                  (id, campaign_id, association_id, edition, state, cents, currency, line_id, language, email, first_name,
                   last_name, public_name, receipt, street, postal_code, city, country, company, company_name, siren,
                   legal_form, bank_reference, news,
                   objection, covers_fees, means, token, created_at, changed_at)
                values
                  (:id, :campaign, :association, :edition, 'STARTED', :cents, 'EUR', :line, :language, :email, :first,
                   :last, false, :receipt, :street, :postalCode, :city, :country, :company, :companyName, :siren,
                   :legalForm, :reference, false,
                   false, false, :means, :token, :now, :now)
                """)
                .bind("id", id)
                .bind("campaign", to.campaign().id().value())
                .bind("association", to.campaign().association().value())
                .bind("edition", to.edition().number())
                .bind("cents", row.cents())
                .bind("line", Parameter.fromOrEmpty(row.line(to.plan()), UUID.class))
                .bind("language", language.code())
                .bind("email", row.email())
                .bind("first", row.prenom())
                .bind("last", row.nom())
                .bind("receipt", row.recu())
                .bind("street", text(row.recu() ? row.adresse() : null))
                .bind("postalCode", text(row.recu() ? row.codePostal() : null))
                .bind("city", text(row.recu() ? row.ville() : null))
                .bind("country", text(row.recu() ? "FR" : null))
                .bind("company", company)
                .bind("companyName", text(company ? row.societe() : null))
                .bind("siren", text(Siren.normal(row.siren())))
                .bind("legalForm", text(row.formeJuridique()))
                .bind("reference", text(row.reference()))
                .bind("means", Objects.requireNonNull(row.means()).name())
                .bind("token", Tokens.random())
                .bind("now", clock.instant())
                .then();
    }

    private static Parameter text(@Nullable String value) {
        return Parameter.fromOrEmpty(value == null || value.isEmpty() ? null : value, String.class);
    }
}
