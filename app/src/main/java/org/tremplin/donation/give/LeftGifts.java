package org.tremplin.donation.give;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Means;
import org.tremplin.campaign.Campaign;
import org.tremplin.donation.DonationSettings;
import org.tremplin.money.AmountText;
import org.tremplin.payment.Checkout;
import org.tremplin.payment.PaymentState;
import reactor.core.publisher.Mono;

/**
 * Gifts whose donor left the provider's page without paying and comes back by the address it leads to then. What was
 * typed is shown to the browser that typed it only: to the one that holds the once-only key.
 */
@Component
class LeftGifts {

    /** In the address by which the provider leads back. */
    static final String MARK = "reprise";

    static final String QUERY = "?" + MARK;

    private final DatabaseClient database;
    private final Checkout checkout;
    private final DonationSettings settings;

    LeftGifts(DatabaseClient database, Checkout checkout, DonationSettings settings) {
        this.database = database;
        this.checkout = checkout;
        this.settings = settings;
    }

    /** The unpaid gift of this browser; empty for who does not come from the provider, or without the key. */
    Mono<Left> find(Campaign campaign, ServerWebExchange exchange) {
        String key = OnceKeys.kept(campaign, exchange);
        return key == null || !exchange.getRequest().getQueryParams().containsKey(MARK)
                ? Mono.empty()
                : find(campaign.id().value(), key).flatMap(this::asked);
    }

    private Mono<Left> find(UUID campaign, String key) {
        return database.sql("""
                select token, once_key, payment_id, cents, line_id, email, first_name, last_name, public_name, receipt,
                  street, postal_code, city, country, company, company_name, siren, legal_form, message, dedication,
                  news, objection, covers_fees, means
                from donation.donation where campaign_id = :campaign and once_key = :key and state = 'STARTED'
                """)
                .bind("campaign", campaign)
                .bind("key", key)
                .map(row -> new Left(
                        row.get("token", String.class),
                        row.get("once_key", String.class),
                        row.get("payment_id", UUID.class),
                        GiftForm.visible(fields(row)),
                        false))
                .one();
    }

    /** Paid in another tab, its event may not be here yet: the page must not say that nothing was taken. */
    private Mono<Left> asked(Left left) {
        UUID payment = left.payment();
        return payment == null
                ? Mono.just(left)
                : checkout.refresh(payment)
                        .map(PaymentState::paid)
                        .map(paid -> new Left(left.token(), left.key(), payment, left.form(), paid));
    }

    private MultiValueMap<String, String> fields(Readable row) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        boolean covers = Boolean.TRUE.equals(row.get("covers_fees", Boolean.class));
        long cents = Objects.requireNonNull(row.get("cents", Long.class));
        fields.set("montant", AmountText.of(covers ? settings.coveredCents(cents) : cents));
        fields.set("moyen", Means.valueOf(row.get("means", String.class)).field());
        UUID line = row.get("line_id", UUID.class);
        set(fields, "ligne", line == null ? null : line.toString());
        text(fields, "email", row, "email");
        text(fields, "prenom", row, "first_name");
        text(fields, "nom", row, "last_name");
        text(fields, "adresse", row, "street");
        text(fields, "codePostal", row, "postal_code");
        text(fields, "ville", row, "city");
        text(fields, "pays", row, "country");
        text(fields, "raisonSociale", row, "company_name");
        text(fields, "siren", row, "siren");
        text(fields, "formeJuridique", row, "legal_form");
        text(fields, "message", row, "message");
        text(fields, "dedicace", row, "dedication");
        box(fields, "nomPublic", row, "public_name");
        box(fields, "recu", row, "receipt");
        box(fields, "societe", row, "company");
        box(fields, "nouvelles", row, "news");
        box(fields, "opposition", row, "objection");
        box(fields, "frais", row, "covers_fees");
        return fields;
    }

    private static void text(MultiValueMap<String, String> fields, String field, Readable row, String column) {
        set(fields, field, row.get(column, String.class));
    }

    private static void box(MultiValueMap<String, String> fields, String field, Readable row, String column) {
        set(fields, field, Boolean.TRUE.equals(row.get(column, Boolean.class)) ? "on" : null);
    }

    private static void set(MultiValueMap<String, String> fields, String field, @Nullable String value) {
        if (value != null) {
            fields.set(field, value);
        }
    }

    /**
     * A gift as its donor left it.
     *
     * @param paid the provider has the money after all, or will have it
     */
    record Left(String token, String key, @Nullable UUID payment, GiftForm form, boolean paid) {}
}
