package org.tremplin.identity;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.platform.privacy.PersonalData;
import org.tremplin.platform.privacy.Remainder;
import org.tremplin.platform.privacy.Subject;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The account of an address, with its sessions and wishes to sign in. */
@Component
class PersonData implements PersonalData {

    private final DatabaseClient database;
    private final People people;
    private final AccountForgetting accounts;

    PersonData(DatabaseClient database, People people, AccountForgetting accounts) {
        this.database = database;
        this.people = people;
        this.accounts = accounts;
    }

    @Override
    public Mono<Map<String, Object>> copy(Subject subject) {
        return database.sql("""
                select id, email, name, language, reminders, created_at, last_seen_at from identity.person
                where email = :email and erased_at is null
                """)
                .bind("email", subject.email())
                .map(row -> {
                    Map<String, Object> account = new LinkedHashMap<>();
                    account.put("id", String.valueOf(row.get("id", UUID.class)));
                    account.put("email", String.valueOf(row.get("email", String.class)));
                    account.put("name", String.valueOf(row.get("name", String.class)));
                    account.put("language", String.valueOf(row.get("language", String.class)));
                    account.put("reminders", String.valueOf(row.get("reminders", String.class)));
                    account.put("created_at", String.valueOf(row.get("created_at", Instant.class)));
                    account.put("last_used_at", String.valueOf(row.get("last_seen_at", Instant.class)));
                    return account;
                })
                .one()
                .map(account -> Map.of("account", List.of(account)));
    }

    @Override
    public Flux<String> addresses() {
        return database.sql("""
                select email from identity.person where erased_at is null
                union select email from identity.sign_in union select email from identity.data_request
                """)
                .map(row -> String.valueOf(row.get("email", String.class)).toLowerCase(Locale.ROOT))
                .all();
    }

    /** A member's account stays while they are one: the association must be able to say who acts for it. */
    @Override
    public Mono<Void> erase(Subject subject) {
        return deleted("delete from identity.sign_in where email = :email", subject)
                .then(deleted("delete from identity.data_request where email = :email", subject))
                .then(people.findByEmail(subject.email()))
                .map(person -> List.of(person.id()))
                .flatMap(person -> accounts.tied(person)
                        .filter(tied -> tied.isEmpty())
                        .flatMap(free -> forgetCodes(person).then(accounts.erase(person))));
    }

    @Override
    public Flux<Remainder> remains(Subject subject) {
        return people.findByEmail(subject.email())
                .flatMap(person -> accounts.tied(List.of(person.id())))
                .filter(tied -> !tied.isEmpty())
                .map(tied -> new Remainder("member", 1, null))
                .flux();
    }

    private Mono<Void> forgetCodes(List<UUID> person) {
        return database.sql("delete from identity.confirmation where person_id = any(:ids)")
                .bind("ids", person.toArray(UUID[]::new))
                .then();
    }

    private Mono<Void> deleted(String sql, Subject subject) {
        return database.sql(sql).bind("email", subject.email()).then();
    }
}
