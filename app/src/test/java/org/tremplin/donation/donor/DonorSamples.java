package org.tremplin.donation.donor;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.payment.SimulatedBank;
import org.tremplin.platform.event.Pump;

/** Donors who say everything a form lets them say, and what the database then holds of them. */
@TestComponent
public class DonorSamples {

    /** Words that stand nowhere else. */
    public record Donor(String first, String last, String street, String message, String dedication, String email) {

        public static Donor some() {
            String mark = UUID.randomUUID().toString().substring(0, 8);
            return new Donor(
                    "Zénobie" + mark,
                    "Quatrefages" + mark,
                    "7 impasse du Xylophone " + mark,
                    "Pour mon jardinier Wolfgang " + mark,
                    "À la mémoire de Barnabé " + mark,
                    "Zenobie." + mark + "@courrier.example");
        }

        public Donor writingFrom(String other) {
            return new Donor(first, last, street, message, dedication, other);
        }
    }

    @Autowired
    Visitors visitors;

    @Autowired
    SimulatedBank bank;

    @Autowired
    Pump pump;

    @Autowired
    DatabaseClient database;

    /** A paid gift of 50 €; gives its token. */
    public String give(String campaign, Donor donor, boolean receipt) {
        return give(campaign, donor, receipt, SimulatedBank.Outcome.PAID);
    }

    public String give(String campaign, Donor donor, boolean receipt, SimulatedBank.Outcome outcome) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        Map.of(
                        "montant", "50",
                        "email", donor.email(),
                        "prenom", donor.first(),
                        "nom", donor.last(),
                        "message", donor.message(),
                        "dedicace", donor.dedication(),
                        "nomPublic", "on",
                        "nouvelles", "on",
                        "cle", "key-" + UUID.randomUUID())
                .forEach(form::add);
        if (receipt) {
            Map.of("recu", "on", "adresse", donor.street(), "codePostal", "69008", "ville", "Valmorin")
                    .forEach(form::add);
        }
        Visitor visitor = visitors.anonymous();
        String page =
                Visitor.next(visitor.post("/c/" + campaign + "/don", form)).getPath();
        bank.decide(page.substring(page.lastIndexOf('/') + 1), outcome).block();
        pump.drain().block();
        return text("select token from donation.donation order by id desc limit 1");
    }

    public String text(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).map(row -> row.get(0, String.class)).first().block());
    }

    public long number(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).map(row -> row.get(0, Long.class)).one().block());
    }

    /** A fingerprint of each of these tables. */
    public Map<String, String> prints(Collection<String> tables) {
        return tables.stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> text("select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "
                                + table + " t")));
    }

    /**
     * Where in the whole database this text stands: every column that can hold one, bytes and JSON too, as
     * {@code schema.table.column}.
     */
    public List<String> where(String text) {
        return Objects.requireNonNull(database.sql("""
                        select column_name.table_schema || '.' || column_name.table_name || '.' || column_name.column_name as name,
                          column_name.data_type as type
                        from information_schema.columns column_name
                        join information_schema.tables stored using (table_schema, table_name)
                        where stored.table_type = 'BASE TABLE'
                          and column_name.table_schema not in ('pg_catalog', 'information_schema')
                        order by 1
                        """)
                .map(row -> Map.entry(row.get("name", String.class), row.get("type", String.class)))
                .all()
                .filterWhen(column -> holds(column.getKey(), column.getValue(), text))
                .map(Map.Entry::getKey)
                .collectList()
                .block());
    }

    private reactor.core.publisher.Mono<Boolean> holds(String name, String type, String text) {
        String[] parts = name.split("\\.");
        String column = "\"" + parts[2] + "\"";
        String found = type.equals("bytea")
                ? "position(convert_to(:text, 'UTF8') in " + column + ") > 0"
                : "position(lower(:text) in lower(" + column + "::text)) > 0";
        return database.sql("select exists (select from \"" + parts[0] + "\".\"" + parts[1] + "\" where " + found + ")")
                .bind("text", text)
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }
}
