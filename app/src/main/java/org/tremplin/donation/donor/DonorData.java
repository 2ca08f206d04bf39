package org.tremplin.donation.donor;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.platform.privacy.PersonalData;
import org.tremplin.platform.privacy.Remainder;
import org.tremplin.platform.privacy.Subject;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The gifts made with one address, whatever became of them, and what their donor answered about chosen lines. */
@Component
class DonorData implements PersonalData {

    private static final List<String> TEXTS = List.of(
            "email",
            "first_name",
            "last_name",
            "street",
            "postal_code",
            "city",
            "country",
            "company_name",
            "siren",
            "legal_form",
            "bank_reference",
            "message",
            "dedication",
            "state",
            "means",
            "language",
            "reason",
            "answer");

    private static final List<String> BOXES = List.of("public_name", "receipt", "news", "objection", "covers_fees");

    private final DatabaseClient database;
    private final DonorGifts gifts;
    private final EraseDonor eraseDonor;
    private final Tombstones tombstones;

    DonorData(DatabaseClient database, DonorGifts gifts, EraseDonor eraseDonor, Tombstones tombstones) {
        this.database = database;
        this.gifts = gifts;
        this.eraseDonor = eraseDonor;
        this.tombstones = tombstones;
    }

    @Override
    public Mono<Map<String, Object>> copy(Subject subject) {
        return database.sql("""
                select donation.*, request.reason, request.answer from donation.donation donation
                left join lateral (
                  select reason, answer from donation.refund_request
                  where donation_id = donation.id order by asked_at desc, id desc limit 1) request on true
                where lower(email) = :email and email <> '' order by created_at
                """)
                .bind("email", subject.email())
                .map(DonorData::gift)
                .all()
                .collectList()
                .filter(found -> !found.isEmpty())
                .zipWith(answers(subject))
                .map(read -> Map.of(
                        "gifts",
                        read.getT1().stream()
                                .map(gift -> answered(gift, read.getT2().get(String.valueOf(gift.get("id")))))
                                .toList()));
    }

    /** What the donor was asked about chosen lines and said, by gift, the oldest question first. */
    private Mono<Map<String, Collection<Map<String, Object>>>> answers(Subject subject) {
        return database.sql("""
                select said.donation_id, said.answer, said.answered_on, said.moved_cents,
                  question.asked_on, question.line_id, question.to_line, question.reason
                from donation.line_answer said
                join donation.line_question question on question.id = said.question
                join donation.donation gift on gift.id = said.donation_id
                where lower(gift.email) = :email and gift.email <> '' order by question.asked_at
                """)
                .bind("email", subject.email())
                .map(row -> Map.entry(String.valueOf(row.get("donation_id")), answer(row)))
                .all()
                .collectMultimap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Map<String, Object> answer(Readable row) {
        Map<String, Object> answer = new LinkedHashMap<>();
        put(answer, "asked_on", row.get("asked_on", LocalDate.class));
        put(answer, "line", String.valueOf(row.get("line_id")));
        UUID to = row.get("to_line", UUID.class);
        put(answer, "to_line", to == null ? null : to.toString());
        put(answer, "reason", row.get("reason", String.class));
        put(answer, "answer", row.get("answer", String.class));
        put(answer, "answered_on", row.get("answered_on", LocalDate.class));
        put(answer, "moved_cents", row.get("moved_cents", Long.class));
        return answer;
    }

    private static Map<String, Object> answered(
            Map<String, Object> gift, @Nullable Collection<Map<String, Object>> answers) {
        if (answers != null) {
            gift.put("line_questions", List.copyOf(answers));
        }
        return gift;
    }

    @Override
    public Flux<String> addresses() {
        return database.sql("select distinct lower(email) as email from donation.donation where email <> ''")
                .map(row -> String.valueOf(row.get("email", String.class)))
                .all();
    }

    @Override
    public Mono<Void> erase(Subject subject) {
        return gifts.lock(subject.email()).collectList().flatMap(found -> eraseDonor.erase(found, subject.email()));
    }

    @Override
    public Flux<Remainder> remains(Subject subject) {
        return tombstones
                .bound(database.sql("""
                        select count(*) as gifts,
                          make_date(extract(year from max(coalesce(settled_on, created_at::date)))::int + :books, 12, 31)
                            as books_until,
                          count(*) filter (where receipt) as receipts,
                          max(""" + Tombstones.KEEP_UNTIL + """
                        ) filter (where receipt) as receipts_until
                        from donation.donation
                        where lower(email) = :email and email <> '' and state in ('SETTLED', 'PENDING')
                        """))
                .bind("email", subject.email())
                .bind("books", DonorKeepers.BOOKS.getYears())
                .map(DonorData::rest)
                .one()
                .flatMapIterable(remains -> remains);
    }

    private static List<Remainder> rest(Readable row) {
        Long count = row.get("gifts", Long.class);
        if (count == null || count == 0) {
            return List.of();
        }
        Remainder books = new Remainder("books", count, row.get("books_until", LocalDate.class));
        Long receipts = row.get("receipts", Long.class);
        return receipts == null || receipts == 0
                ? List.of(books)
                : List.of(books, new Remainder("receipts", receipts, row.get("receipts_until", LocalDate.class)));
    }

    private static Map<String, Object> gift(Readable row) {
        Map<String, Object> gift = new LinkedHashMap<>();
        gift.put("id", String.valueOf(row.get("id")));
        gift.put("cents", row.get("cents", Long.class));
        gift.put("currency", row.get("currency", String.class));
        gift.put("association", String.valueOf(row.get("association_id")));
        gift.put("campaign", String.valueOf(row.get("campaign_id")));
        gift.put("created_at", String.valueOf(row.get("created_at", Instant.class)));
        put(gift, "settled_on", row.get("settled_on", LocalDate.class));
        TEXTS.forEach(name -> put(gift, name, row.get(name, String.class)));
        BOXES.forEach(name -> put(gift, name, row.get(name, Boolean.class)));
        return gift;
    }

    private static void put(Map<String, Object> gift, String name, @Nullable Object value) {
        if (value != null && !value.equals("")) {
            gift.put(name, value instanceof LocalDate ? value.toString() : value);
        }
    }
}
