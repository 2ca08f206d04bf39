package org.tremplin.donation.give;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import org.tremplin.association.Means;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.donation.DonationState;
import org.tremplin.donation.Giving;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.security.Tokens;
import reactor.core.publisher.Mono;

/** Gifts that are being given. */
@Component
class Donations {

    /** What makes a repeated form the same gift: everything the donor said. */
    private static final String SAME = """
            (cents = :cents and email = :email and first_name = :first and last_name = :last
              and line_id is not distinct from :line and public_name = :publicName and receipt = :receipt
              and street is not distinct from :street and postal_code is not distinct from :postalCode
              and city is not distinct from :city and country is not distinct from :country
              and company = :company and company_name is not distinct from :companyName
              and siren is not distinct from :siren and legal_form is not distinct from :legalForm
              and message is not distinct from :message and dedication is not distinct from :dedication
              and news = :news and objection = :objection and covers_fees = :coversFees and means = :means)""";

    private static final String FOUND =
            "id, token, state, campaign_id, association_id, cents, email, language, means, payment_id";

    private final DatabaseClient database;
    private final Ids ids;
    private final Clock clock;

    Donations(DatabaseClient database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** The gift this once-only key belongs to, if any. */
    Mono<Started> findByKey(UUID campaign, String key, NewGift gift) {
        return said(
                        gift,
                        "select " + FOUND + ", " + SAME + " as same from donation.donation"
                                + " where campaign_id = :campaign and once_key = :key")
                .bind("campaign", campaign)
                .bind("key", key)
                .map(row -> started(row, Boolean.TRUE.equals(row.get("same", Boolean.class))))
                .one();
    }

    Mono<Started> findByToken(String token) {
        return database.sql("select " + FOUND + " from donation.donation where token = :token")
                .bind("token", token)
                .map(row -> started(row, true))
                .one();
    }

    /** As it is now, held until the caller's transaction ends. */
    Mono<Started> lock(UUID id) {
        return database.sql("select " + FOUND + " from donation.donation where id = :id for update")
                .bind("id", id)
                .map(row -> started(row, true))
                .one();
    }

    /** Whether the key still waits for its money: then the form keeps it. */
    Mono<Boolean> unpaid(UUID campaign, String key) {
        return database.sql("""
                select 1 as one from donation.donation
                where campaign_id = :campaign and once_key = :key and state <> 'STARTED'
                """)
                .bind("campaign", campaign)
                .bind("key", key)
                .map(row -> false)
                .one()
                .defaultIfEmpty(true);
    }

    /** How far the gifts with these keys are; those without a gift are missing. */
    Mono<Map<String, Giving.Begun>> begun(UUID campaign, Collection<String> keys) {
        return database.sql("select once_key, id, token, state, payment_id from donation.donation"
                        + " where campaign_id = :campaign and once_key = any(:keys)")
                .bind("campaign", campaign)
                .bind("keys", keys.toArray(String[]::new))
                .map(row -> Map.entry(
                        row.get("once_key", String.class),
                        new Giving.Begun(
                                row.get("id", UUID.class),
                                row.get("token", String.class),
                                DonationState.valueOf(row.get("state", String.class)),
                                row.get("payment_id", UUID.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** An error when another form with this key was faster. */
    Mono<Started> insert(PublishedCampaign to, String key, NewGift gift) {
        UUID id = ids.next();
        String token = Tokens.random();
        return said(gift, """
                insert into donation.donation
                  (id, campaign_id, association_id, edition, state, cents, currency, line_id, language, email, first_name,
                   last_name, public_name, receipt, street, postal_code, city, country, company, company_name, siren,
                   legal_form, message, dedication, news, objection, covers_fees, means, token, once_key, created_at, changed_at)
                values
                  (:id, :campaign, :association, :edition, 'STARTED', :cents, 'EUR', :line, :language, :email, :first,
                   :last, :publicName, :receipt, :street, :postalCode, :city, :country, :company, :companyName, :siren,
                   :legalForm, :message, :dedication, :news, :objection, :coversFees, :means, :token, :key, :now, :now)
                """)
                .bind("id", id)
                .bind("campaign", to.campaign().id().value())
                .bind("association", to.campaign().association().value())
                .bind("edition", to.edition().number())
                .bind("language", gift.language())
                .bind("token", token)
                .bind("key", key)
                .bind("now", clock.instant())
                .then()
                .thenReturn(new Started(
                        id,
                        token,
                        DonationState.STARTED,
                        to.campaign().id().value(),
                        to.campaign().association().value(),
                        gift.cents(),
                        gift.email(),
                        gift.language(),
                        gift.means(),
                        null,
                        true));
    }

    /** Says it anew: the donor changed the form before paying. False when it was paid meanwhile. */
    Mono<Boolean> rewrite(UUID id, PublishedCampaign to, NewGift gift) {
        return said(gift, """
                update donation.donation set edition = :edition, cents = :cents, line_id = :line, language = :language,
                  email = :email, first_name = :first, last_name = :last, public_name = :publicName, receipt = :receipt,
                  street = :street, postal_code = :postalCode, city = :city, country = :country, company = :company,
                  company_name = :companyName, siren = :siren, legal_form = :legalForm, message = :message,
                  dedication = :dedication, news = :news, objection = :objection, covers_fees = :coversFees, means = :means,
                  changed_at = :now
                where id = :id and state = 'STARTED'
                """)
                .bind("id", id)
                .bind("edition", to.edition().number())
                .bind("language", gift.language())
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .map(updated -> updated == 1);
    }

    /** Makes this the payment that counts. */
    Mono<Void> payBy(UUID id, UUID payment) {
        return database.sql("update donation.donation set payment_id = :payment where id = :id")
                .bind("id", id)
                .bind("payment", payment)
                .then();
    }

    private DatabaseClient.GenericExecuteSpec said(NewGift gift, String sql) {
        NewGift.Address address = gift.receipt();
        NewGift.Company company = gift.company();
        return database.sql(sql)
                .bind("cents", gift.cents())
                .bind("email", gift.email())
                .bind("first", gift.firstName())
                .bind("last", gift.lastName())
                .bind("line", Parameter.fromOrEmpty(gift.line(), UUID.class))
                .bind("publicName", gift.publicName())
                .bind("receipt", address != null)
                .bind("street", text(address == null ? null : address.street()))
                .bind("postalCode", text(address == null ? null : address.postalCode()))
                .bind("city", text(address == null ? null : address.city()))
                .bind("country", text(address == null ? null : address.country()))
                .bind("company", company != null)
                .bind("companyName", text(company == null ? null : company.name()))
                .bind("siren", text(company == null ? null : company.siren()))
                .bind("legalForm", text(company == null ? null : company.legalForm()))
                .bind("message", text(gift.message()))
                .bind("dedication", text(gift.dedication()))
                .bind("news", gift.news())
                .bind("objection", gift.objection())
                .bind("coversFees", gift.coversFees())
                .bind("means", gift.means().name());
    }

    private static Parameter text(@Nullable String value) {
        return Parameter.fromOrEmpty(value, String.class);
    }

    private static Started started(Readable row, boolean same) {
        return new Started(
                Objects.requireNonNull(row.get("id", UUID.class)),
                Objects.requireNonNull(row.get("token", String.class)),
                DonationState.valueOf(row.get("state", String.class)),
                Objects.requireNonNull(row.get("campaign_id", UUID.class)),
                Objects.requireNonNull(row.get("association_id", UUID.class)),
                Objects.requireNonNull(row.get("cents", Long.class)),
                Objects.requireNonNull(row.get("email", String.class)),
                Objects.requireNonNull(row.get("language", String.class)),
                Means.valueOf(row.get("means", String.class)),
                row.get("payment_id", UUID.class),
                same);
    }
}
