package org.tremplin.transparency.journal;

import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.donation.DonorErased;
import org.tremplin.platform.event.OnBatch;
import reactor.core.publisher.Mono;

/** Takes the name and its random bytes from beside the leaf: the leaf stays true, and tells nobody any more. */
@Component
@Order(4)
class OnDonorErased implements OnBatch<DonorErased> {

    private final DatabaseClient database;

    OnDonorErased(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "transparency.journal.erased";
    }

    @Override
    public Class<DonorErased> hears() {
        return DonorErased.class;
    }

    @Override
    public Mono<Void> handle(List<DonorErased> facts) {
        return database.sql("""
                delete from transparency.commitment_text kept using transparency.leaf leaf
                where leaf.campaign = kept.campaign and leaf.seq = kept.seq
                  and leaf.source_kind = :kind and leaf.source_id = any(:gifts) and leaf.campaign = any(:campaigns)
                """)
                .bind("kind", Source.DONATION)
                .bind("gifts", facts.stream().map(DonorErased::donation).toArray(UUID[]::new))
                .bind("campaigns", facts.stream().map(DonorErased::campaign).toArray(UUID[]::new))
                .then();
    }
}
