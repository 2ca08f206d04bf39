package org.tremplin.patron.company;

import java.util.UUID;

/** A person's part in their organisation. */
public record Seat(Company company, UUID person, Company.Role role) {

    public boolean decides() {
        return role == Company.Role.DECIDER;
    }
}
