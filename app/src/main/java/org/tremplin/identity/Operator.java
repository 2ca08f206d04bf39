package org.tremplin.identity;

import org.springframework.stereotype.Component;
import org.tremplin.platform.TremplinSettings;

/** Who runs this instance: the owner of the address that {@code tremplin.admin.email} names. */
@Component
public class Operator {

    private static final String IN_DEMO = "admin@demo.tremplin.example";

    private final String email;

    Operator(AdminSettings admin, TremplinSettings settings) {
        String named = admin.email() == null ? "" : People.normal(admin.email());
        this.email = named.isEmpty() && settings.demo() ? IN_DEMO : named;
    }

    /** Lower case; empty when none is named. */
    public String email() {
        return email;
    }

    /** Whether the address can be nobody's (RFC 2606), so that a demonstration may let everybody in as its owner. */
    public boolean fictional() {
        return email.endsWith(".example");
    }

    boolean is(Person person) {
        return person.email().equals(email);
    }
}
