package org.tremplin.patron.company;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tremplin.patron.company.CompanyInvitations.Invited;

/**
 * What the page of an organisation shows.
 *
 * @param decides whether who looks may change it
 * @param email as typed into the invitation
 */
record CompanyPage(
        String name, boolean decides, List<Colleague> people, List<Invited> invited, String email, boolean saved) {

    /** @param self whether it is who looks */
    record Colleague(UUID id, String name, Company.Role role, Instant since, boolean self) {}
}
