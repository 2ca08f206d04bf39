package org.tremplin.capacity.network;

import java.text.Collator;
import java.util.List;
import java.util.Locale;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import reactor.core.publisher.Mono;

/** The partners that agreed to be named outside; whether they are named there is the association's choice. */
@Component
public class AgreedPartners {

    private final DatabaseClient database;

    AgreedPartners(DatabaseClient database) {
        this.database = database;
    }

    /** Their names as they stand now, which are those they agreed to, in alphabetical order. */
    public Mono<List<String>> of(AssociationId association) {
        return database.sql("""
                select partner.name from capacity.partner
                join capacity.partner_naming naming on naming.partner_id = partner.id and naming.name = partner.name
                where partner.association_id = :association and partner.removed_at is null
                  and naming.replaced_at is null and naming.answer = 'YES'
                """)
                .bind("association", association.value())
                .map(row -> String.valueOf(row.get("name", String.class)))
                .all()
                .collectSortedList(Collator.getInstance(Locale.FRENCH)::compare);
    }
}
