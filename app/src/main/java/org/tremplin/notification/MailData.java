package org.tremplin.notification;

import java.time.Instant;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.platform.privacy.PersonalData;
import org.tremplin.platform.privacy.Subject;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The mails to one address. */
@Component
class MailData implements PersonalData {

    private final Outbox outbox;
    private final DatabaseClient database;

    MailData(Outbox outbox, DatabaseClient database) {
        this.outbox = outbox;
        this.database = database;
    }

    /** What a mail said is in the mailbox it went to. */
    @Override
    public Mono<Map<String, Object>> copy(Subject subject) {
        return database.sql("""
                select kind, state, created_at, done_at from notification.mail
                where lower(recipient) = :email order by created_at
                """)
                .bind("email", subject.email())
                .map(row -> Map.<String, Object>of(
                        "kind", String.valueOf(row.get("kind", String.class)),
                        "state", String.valueOf(row.get("state", String.class)),
                        "written_at", String.valueOf(row.get("created_at", Instant.class)),
                        "done_at", String.valueOf(row.get("done_at", Instant.class))))
                .all()
                .as(rows -> PersonalData.listed("mails", rows));
    }

    @Override
    public Flux<String> addresses() {
        return database.sql("select distinct lower(recipient) as email from notification.mail where recipient <> ''")
                .map(row -> String.valueOf(row.get("email", String.class)))
                .all();
    }

    @Override
    public Mono<Void> erase(Subject subject) {
        return outbox.forgetTo(subject.email(), "");
    }
}
