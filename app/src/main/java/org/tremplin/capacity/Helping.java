package org.tremplin.capacity;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.AssociationId;
import reactor.core.publisher.Mono;

/** Asks for help and offers it without the pages: the sample data takes this way. What is done already is left alone. */
public interface Helping {

    /**
     * Makes public what a line of the budget asks for, where the campaign is.
     *
     * @param campaign public, of this association
     * @param label as the line says it
     * @param hours none when it is not counted in hours
     */
    Mono<Void> ask(AssociationId association, UUID campaign, String label, @Nullable Integer hours, LocalDate until);

    /** The same for what no line names. */
    Mono<Void> ask(
            AssociationId association,
            UUID campaign,
            NeedKind kind,
            String label,
            @Nullable Integer hours,
            LocalDate until);

    /** The association says yes to this offer, and so does who made it. */
    Mono<Void> agree(AssociationId association, UUID campaign, String email, UUID member);

    /** It happened: its hours count in public, who gave them is thanked, and it is asked for no more. */
    Mono<Void> thank(AssociationId association, UUID campaign, String email, int hours, String thanks);

    /** Leaves an offer for whoever can use it, and confirms it by the mailed link. */
    Mono<Void> offer(Offered offered);

    /** @param department code of where it can be given */
    record Offered(
            NeedKind kind,
            String name,
            String email,
            String what,
            @Nullable Integer hours,
            String department,
            LocalDate until) {}
}
