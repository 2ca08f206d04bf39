package org.tremplin.capacity;

import java.util.List;

/**
 * What an association answered, without any name.
 *
 * @param online section A, in the order of the grid
 * @param software section B
 * @param learning section L; may be empty without a partner
 * @param governance section G
 * @param obstacles from none to blocking; private, never scored
 */
public record Diagnosis(
        Profile profile,
        List<Answer> online,
        List<Answer> software,
        List<Answer> learning,
        List<Answer> governance,
        List<Answer> obstacles,
        List<Partner> partners,
        Ties ties) {

    public Diagnosis {
        online = List.copyOf(online);
        software = List.copyOf(software);
        learning = List.copyOf(learning);
        governance = List.copyOf(governance);
        obstacles = List.copyOf(obstacles);
        partners = List.copyOf(partners);
    }
}
