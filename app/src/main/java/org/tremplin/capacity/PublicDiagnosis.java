package org.tremplin.capacity;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an association shows everybody of how it works, in words; parts it does not show, or has nothing to say of, are
 * empty. All of it is declared by the association.
 *
 * @param on day of the diagnosis that its partners are counted in; none before a first one
 * @param counts of partners by type, reach and contribution
 * @param named partners who agreed to be named
 * @param campaign day on which its last campaign became public; none before one
 * @param resources hours and money planned for that campaign
 * @param plan what it decided to improve
 */
public record PublicDiagnosis(
        @Nullable LocalDate on,
        List<Count> counts,
        List<String> named,
        @Nullable LocalDate campaign,
        List<String> resources,
        List<PlannedOutside> plan) {

    /** @param title of the way they are counted by; @param counts one a kind */
    public record Count(String title, List<String> counts) {}

    public boolean tells() {
        return !counts.isEmpty() || !named.isEmpty() || !resources.isEmpty() || !plan.isEmpty();
    }
}
