package org.tremplin.association;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Brings an association into being: the path of its pages, also walked by the sample data. */
public interface Founding {

    /**
     * Makes the association, its address from its name and the founder its president, in one transaction.
     *
     * @param profile checked by the caller; the database refuses the rest
     */
    Mono<Founded> found(Profile profile, UUID founder);

    /** Makes this person a member; one who is in already stays as they are. */
    Mono<Void> join(AssociationId association, UUID person, Role role, @Nullable LocalDate until);

    /** The association declares its right to issue tax receipts, today. */
    Mono<Void> declareReceipts(AssociationId association, String basis, UUID declarer);

    /** The association takes transfers and cheques, in its own name. Both are checked by the caller. */
    Mono<Void> declarePayee(AssociationId association, Payee.Transfer transfer, Payee.Cheque cheque, UUID declarer);
}
