package org.tremplin.donation.offline;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.Means;
import org.tremplin.donation.OfflineState;
import reactor.core.publisher.Flux;

/** What whoever keeps the money has to do something about, of one association. */
@Component
class OfflineList {

    private static final int MOST = 200;

    private final DatabaseClient database;

    OfflineList(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Promised and not given up for good, in hand, or at the bank; cheques that cleared since a day too, for banks may
     * still refuse them. What else is on the account only where something is searched for. The oldest first, what is on the
     * account last.
     *
     * @param wanted part of a reference, ours or the bank's, or of a name, empty for all
     */
    Flux<Row> of(UUID association, String wanted, LocalDate clearedSince) {
        return database.sql("""
                select offline.id, offline.donation_id, offline.means, offline.state, offline.reference, offline.expires_on,
                  offline.received_on, gift.cents, gift.first_name, gift.last_name, gift.company_name, gift.bank_reference
                from donation.offline_payment offline join donation.donation gift on gift.id = offline.donation_id
                where offline.association_id = :association
                  and (offline.state in ('PROMISED', 'RECEIVED', 'DEPOSITED')
                    or offline.state in ('EXPIRED', 'CANCELLED') and :wanted <> ''
                    or offline.state = 'CLEARED' and offline.means = 'CHEQUE' and offline.cleared_on >= :since
                    or offline.state = 'CLEARED' and offline.means <> 'CHEQUE' and :wanted <> '')
                  and (:wanted = '' or strpos(offline.reference, :reference) > 0
                    or strpos(lower(concat_ws(' ', gift.first_name, gift.last_name, gift.company_name, gift.bank_reference)), lower(:wanted)) > 0)
                order by offline.state = 'CLEARED', offline.created_at, offline.id limit :most
                """)
                .bind("association", association)
                .bind("wanted", wanted)
                .bind("reference", References.normal(wanted))
                .bind("since", clearedSince)
                .bind("most", MOST)
                .map(row -> new Row(
                        row.get("id", UUID.class),
                        row.get("donation_id", UUID.class),
                        Means.valueOf(row.get("means", String.class)),
                        OfflineState.valueOf(row.get("state", String.class)),
                        row.get("reference", String.class),
                        row.get("expires_on", LocalDate.class),
                        row.get("received_on", LocalDate.class),
                        row.get("cents", Long.class),
                        row.get("company_name", String.class) == null
                                ? (row.get("first_name", String.class) + " " + row.get("last_name", String.class))
                                        .strip()
                                : row.get("company_name", String.class),
                        row.get("bank_reference", String.class)))
                .all();
    }

    record Row(
            UUID id,
            UUID donation,
            Means means,
            OfflineState state,
            @Nullable String reference,
            @Nullable LocalDate expiresOn,
            @Nullable LocalDate receivedOn,
            long cents,
            String name,
            @Nullable String bankReference) {}
}
