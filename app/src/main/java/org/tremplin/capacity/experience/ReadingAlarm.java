package org.tremplin.capacity.experience;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tremplin.platform.alarm.Alarms;
import reactor.core.publisher.Mono;

/** Tells who runs the instance that a text waits to be read, by one mail until none does. */
@Component
class ReadingAlarm {

    private static final Logger log = LoggerFactory.getLogger(ReadingAlarm.class);
    private static final String SUBJECT = "experiences";

    private final DatabaseClient database;
    private final Alarms alarms;

    ReadingAlarm(DatabaseClient database, Alarms alarms) {
        this.database = database;
        this.alarms = alarms;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    Mono<Void> look() {
        return tell().onErrorResume(failure -> {
            log.warn("Whether texts wait to be read is looked at again later: {}", failure.toString());
            return Mono.empty();
        });
    }

    Mono<Void> tell() {
        return database.sql("""
                select exists (select from capacity.experience where state = 'SENT')
                  or exists (select from capacity.experience_comment comment
                    join capacity.experience sheet on sheet.id = experience_id
                    where comment.state = 'SENT' and sheet.state = 'PUBLISHED') as waits
                """)
                .map(row -> Boolean.TRUE.equals(row.get("waits", Boolean.class)))
                .one()
                .flatMap(waits -> waits
                        ? alarms.raise(
                                "experience.waiting",
                                SUBJECT,
                                "A text of an association waits to be read",
                                "Read what waits at /admin/experiences")
                        : alarms.close("experience.waiting", SUBJECT));
    }
}
