package org.tremplin.association;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that only a person of an association can do, and that waits for them: an expense to approve, a report due.
 *
 * @param kind names its text {@code act.<kind>}, in the bundle of the module whose act it is, which may show
 *     {@code {0}}, {@code what}
 * @param subject what it is about; with kind and stage it is told to each person once
 * @param stage another stage is told anew ({@code soon}, {@code today}, {@code late}); empty for most
 * @param campaign it belongs to, or none
 * @param roles whoever has one of these may do it
 * @param person the one person who may, or none: then everybody of these roles
 * @param except who may not although their role may (an author does not approve); or none
 * @param since when it began to wait
 * @param below its one page, under {@code /espace/{association}}: {@code /c/…}
 * @param what its object in a few words; no personal data, for it goes into mails
 */
public record AwaitedAct(
        String kind,
        UUID subject,
        String stage,
        AssociationId association,
        @Nullable UUID campaign,
        Set<Role> roles,
        @Nullable UUID person,
        @Nullable UUID except,
        Instant since,
        String below,
        String what) {

    public boolean isFor(UUID someone, Role role) {
        return roles.contains(role) && (person == null || person.equals(someone)) && !someone.equals(except);
    }

    /** Key of its text. */
    public String text() {
        return "act." + kind;
    }

    /** What a person is told once of. */
    public String key() {
        return kind + " " + subject + " " + stage;
    }
}
