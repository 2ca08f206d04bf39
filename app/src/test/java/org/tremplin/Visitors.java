package org.tremplin;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.security.Tokens;

/** Gives visitors of every kind, signed in without the mail. */
public final class Visitors {

    private final WebTestClient web;
    private final DatabaseClient database;
    private final TestPeople people;
    private final TestClock clock;

    Visitors(WebTestClient web, DatabaseClient database, TestPeople people, TestClock clock) {
        this.web = web.mutate().filter(new SummaryLinks()).build();
        this.database = database;
        this.people = people;
        this.clock = clock;
    }

    public Visitor anonymous() {
        return new Visitor(web.mutate().defaultCookie("csrf", Visitor.CSRF).build(), null, null);
    }

    /** A person of the application by the id that {@code People} gave, on a confirmed device; with their real roles. */
    public Visitor person(UUID id) {
        Visitor visitor = unconfirmed(id);
        database.sql("update platform.session set second_factor_at = created_at where token_hash = :hash")
                .bind("hash", Tokens.sha256(java.util.Objects.requireNonNull(visitor.session())))
                .then()
                .block();
        return visitor;
    }

    /** The same on a device on which no mailed code was typed yet. */
    public Visitor unconfirmed(UUID id) {
        String token = Tokens.random();
        database.sql("""
                insert into platform.session (token_hash, person_id, created_at, last_used_at, address_block)
                values (:hash, :person, :now, :now, 'test')
                """)
                .bind("hash", Tokens.sha256(token))
                .bind("person", id)
                .bind("now", clock.instant())
                .then()
                .block();
        return new Visitor(
                web.mutate()
                        .defaultCookie("csrf", Visitor.CSRF)
                        .defaultCookie("session", token)
                        .build(),
                id,
                token);
    }

    /** Somebody new who is signed in and has no role anywhere; known to the security only, not a row. */
    public Visitor stranger() {
        return declared(UUID.randomUUID(), false);
    }

    /** Somebody new with this role in this association, as the security sees it; not a row. */
    public Visitor member(String association, String role) {
        Visitor visitor = stranger();
        people.give(java.util.Objects.requireNonNull(visitor.id()), association, role);
        return visitor;
    }

    /** A person of the application with this role, as the security sees it. */
    public Visitor member(UUID person, String association, String role) {
        people.give(person, association, role);
        return person(person);
    }

    public Visitor operator() {
        return declared(UUID.randomUUID(), true);
    }

    private Visitor declared(UUID id, boolean operator) {
        people.declare(new SignedInPerson(id, "Camille Essai", operator, "fr"));
        return person(id);
    }
}
