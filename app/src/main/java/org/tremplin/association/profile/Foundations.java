package org.tremplin.association.profile;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Founded;
import org.tremplin.association.Founding;
import org.tremplin.association.Payee;
import org.tremplin.association.Profile;
import org.tremplin.association.Role;
import org.tremplin.association.member.Members;
import org.tremplin.association.payee.StoredPayees;
import org.tremplin.association.standing.Standing;
import reactor.core.publisher.Mono;

/** The door to founding: each room does its part. */
@Component
class Foundations implements Founding {

    private final Profiles profiles;
    private final Members members;
    private final Standing standing;
    private final StoredPayees payees;
    private final TransactionalOperator transaction;

    Foundations(
            Profiles profiles,
            Members members,
            Standing standing,
            StoredPayees payees,
            TransactionalOperator transaction) {
        this.profiles = profiles;
        this.members = members;
        this.standing = standing;
        this.payees = payees;
        this.transaction = transaction;
    }

    @Override
    public Mono<Founded> found(Profile profile, UUID founder) {
        return profiles.found(profile, founder);
    }

    @Override
    public Mono<Void> join(AssociationId association, UUID person, Role role, @Nullable LocalDate until) {
        return members.enter(association, person, role, until)
                .as(transaction::transactional)
                .then();
    }

    @Override
    public Mono<Void> declareReceipts(AssociationId association, String basis, UUID declarer) {
        return standing.declare(association, basis, declarer);
    }

    @Override
    public Mono<Void> declarePayee(
            AssociationId association, Payee.Transfer transfer, Payee.Cheque cheque, UUID declarer) {
        return payees.declare(association, transfer, cheque, declarer);
    }
}
