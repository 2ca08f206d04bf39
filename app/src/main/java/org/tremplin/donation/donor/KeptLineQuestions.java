package org.tremplin.donation.donor;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.Association;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.donation.LineQuestions;
import org.tremplin.money.MoneyText;
import org.tremplin.notification.Mail;
import org.tremplin.notification.Mails;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks donors, and says what they answered. */
@Component
class KeptLineQuestions implements LineQuestions {

    /** Donors one question reaches at most. */
    private static final int MOST = 1_000;

    private static final int MOST_QUESTIONS = 100;

    private final DatabaseClient database;
    private final LineSurplus surplus;
    private final Mails mails;
    private final Audit audit;
    private final TransactionalOperator transaction;
    private final Ids ids;
    private final Clock clock;

    KeptLineQuestions(
            DatabaseClient database,
            LineSurplus surplus,
            Mails mails,
            Audit audit,
            TransactionalOperator transaction,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.surplus = surplus;
        this.mails = mails;
        this.audit = audit;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Mono<Integer> ask(Association association, PublishedCampaign campaign, Wish wish, UUID author) {
        UUID id = campaign.campaign().id().value();
        return surplus.lock(wish.line())
                .then(Mono.zip(candidates(id, wish.line()), surplus.of(campaign, wish.line())))
                .map(read -> within(read.getT1(), read.getT2()))
                .flatMap(chosen -> chosen.isEmpty()
                        ? Mono.just(0)
                        : write(association, id, wish, author, chosen)
                                .flatMap(question -> mails.queue(chosen.stream()
                                                .filter(gift -> !gift.email().isEmpty())
                                                .map(gift -> mail(question, gift, campaign, association, wish))
                                                .toList())
                                        .then(audit.note(
                                                "donation.line-asked",
                                                association.id().value(),
                                                question))
                                        .thenReturn(chosen.size())))
                .as(transaction::transactional);
    }

    @Override
    public Mono<Void> hold(Collection<UUID> lines) {
        // in one order, so that two who hold several never wait for each other
        return Flux.fromStream(lines.stream().distinct().sorted())
                .concatMap(surplus::lock)
                .then();
    }

    /** Those who are asked and have not answered, and those who were not asked. */
    private Mono<List<Candidate>> candidates(UUID campaign, UUID line) {
        return database.sql("""
                select gift.id, gift.token, gift.email, gift.first_name, gift.language,
                  gift.cents - (select coalesce(sum(cents), 0)::bigint from donation.reversal
                    where donation_id = gift.id and undone_on is null) as kept,
                  exists (select from donation.line_answer said
                    join donation.line_question question on question.id = said.question
                    where said.donation_id = gift.id and question.line_id = :line and said.answer = 'WAITING') as waiting
                from donation.donation gift
                where gift.campaign_id = :campaign and gift.line_id = :line and gift.state = 'SETTLED'
                  and not exists (select from donation.line_answer said
                    join donation.line_question question on question.id = said.question
                    where said.donation_id = gift.id and question.line_id = :line and said.answer = 'NO')
                order by waiting desc, gift.settled_at desc, gift.id desc limit :most
                """)
                .bind("campaign", campaign)
                .bind("line", line)
                .bind("most", MOST)
                .map(row -> new Candidate(
                        row.get("id", UUID.class),
                        row.get("token", String.class),
                        row.get("email", String.class),
                        row.get("first_name", String.class),
                        Language.ofCode(row.get("language", String.class)),
                        row.get("kept", Long.class),
                        Boolean.TRUE.equals(row.get("waiting", Boolean.class))))
                .all()
                .collectList();
    }

    /** The newest first: on a line the oldest are spent first. */
    private static List<Candidate> within(List<Candidate> all, long mostCents) {
        List<Candidate> chosen = new ArrayList<>();
        long room = mostCents
                - all.stream()
                        .filter(Candidate::waiting)
                        .mapToLong(Candidate::cents)
                        .sum();
        for (Candidate gift : all) {
            if (!gift.waiting() && gift.cents() > 0 && gift.cents() <= room) {
                chosen.add(gift);
                room -= gift.cents();
            }
        }
        return chosen;
    }

    private Mono<UUID> write(Association association, UUID campaign, Wish wish, UUID author, List<Candidate> chosen) {
        UUID question = ids.next();
        UUID to = wish.to();
        var insert = database.sql("""
                insert into donation.line_question
                  (id, association_id, campaign_id, line_id, to_line, reason, role, author, asked_on, asked_at)
                values (:id, :association, :campaign, :line, :to, :reason, :role, :author, :on, :now)
                """)
                .bind("id", question)
                .bind("association", association.id().value())
                .bind("campaign", campaign)
                .bind("line", wish.line())
                .bind("reason", wish.reason())
                .bind("role", wish.role())
                .bind("author", author)
                .bind("on", association.today(clock))
                .bind("now", clock.instant());
        return (to == null ? insert.bindNull("to", UUID.class) : insert.bind("to", to))
                .then()
                .then(database.sql("""
                        insert into donation.line_answer (question, donation_id, answer)
                        select :question, id, 'WAITING' from unnest(:gifts) as asked(id)
                        """)
                        .bind("question", question)
                        .bind("gifts", chosen.stream().map(Candidate::id).toArray(UUID[]::new))
                        .then())
                .thenReturn(question);
    }

    private static Mail mail(
            UUID question, Candidate gift, PublishedCampaign campaign, Association association, Wish wish) {
        Language language = gift.language();
        return new Mail(
                "donation.line-asked",
                question + " " + gift.id(),
                gift.email(),
                language,
                "gift-agreement",
                Map.of(
                        "name", gift.firstName(),
                        "amount", MoneyText.brief(gift.cents(), language.locale()),
                        "association", association.name(),
                        "campaign", campaign.plan().title(),
                        "line", label(campaign.plan(), wish.line()),
                        "to", label(campaign.plan(), wish.to()),
                        "reason", wish.reason(),
                        "page", language.to("/don/" + gift.token() + "/accord")),
                null);
    }

    static String label(Plan plan, @Nullable UUID line) {
        return plan.lines().stream()
                .filter(one -> one.id().equals(line))
                .map(Plan.BudgetLine::label)
                .findFirst()
                .orElse("");
    }

    @Override
    public Mono<List<Asked>> of(UUID campaign) {
        return database.sql("""
                select question.line_id, question.to_line, question.reason, question.role, question.asked_on,
                  count(*) filter (where said.answer = 'WAITING')::int as waiting,
                  count(*) filter (where said.answer = 'YES')::int as agreed,
                  coalesce(sum(said.moved_cents), 0)::bigint as agreed_cents,
                  array_agg(said.donation_id) filter (where said.answer = 'NO') as refused
                from donation.line_question question join donation.line_answer said on said.question = question.id
                where question.campaign_id = :campaign
                group by question.id order by question.asked_at desc limit :most
                """)
                .bind("campaign", campaign)
                .bind("most", MOST_QUESTIONS)
                .map(row -> {
                    UUID[] refused = row.get("refused", UUID[].class);
                    return new Asked(
                            wish(row),
                            row.get("asked_on", LocalDate.class),
                            row.get("waiting", Integer.class),
                            row.get("agreed", Integer.class),
                            row.get("agreed_cents", Long.class),
                            refused == null ? List.of() : Arrays.asList(refused));
                })
                .all()
                .collectList();
    }

    @Override
    public Mono<Answered> last(UUID donation) {
        return database.sql("""
                select question.line_id, question.to_line, question.reason, question.role, question.asked_on,
                  said.answer, said.answered_on
                from donation.line_answer said join donation.line_question question on question.id = said.question
                where said.donation_id = :donation order by question.asked_at desc limit 1
                """)
                .bind("donation", donation)
                .map(row -> new Answered(
                        wish(row),
                        row.get("asked_on", LocalDate.class),
                        Answer.valueOf(row.get("answer", String.class)),
                        row.get("answered_on", LocalDate.class)))
                .one();
    }

    private static Wish wish(Readable row) {
        return new Wish(
                row.get("line_id", UUID.class),
                row.get("to_line", UUID.class),
                row.get("reason", String.class),
                row.get("role", String.class));
    }

    private record Candidate(
            UUID id, String token, String email, String firstName, Language language, long cents, boolean waiting) {}
}
