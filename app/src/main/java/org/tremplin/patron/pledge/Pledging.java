package org.tremplin.patron.pledge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Memberships;
import org.tremplin.association.Siren;
import org.tremplin.campaign.Plan;
import org.tremplin.identity.People;
import org.tremplin.identity.Person;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.security.Tokens;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** Proposes a promise. Its patron gets the agreement by mail; nobody else sees it before she accepts there. */
@Component
class Pledging {

    /** Time for both to accept. */
    private static final Duration TO_ANSWER = Duration.ofDays(60);

    /** After the last report, day or closing: time to meet what was promised late. */
    private static final int MONTHS_AFTER = 6;

    private final Pledges pledges;
    private final PledgeTries tries;
    private final AgreementText agreements;
    private final PledgeMails mails;
    private final People people;
    private final Memberships memberships;
    private final Ids ids;
    private final Clock clock;
    private final TransactionalOperator transaction;

    Pledging(
            Pledges pledges,
            PledgeTries tries,
            AgreementText agreements,
            PledgeMails mails,
            People people,
            Memberships memberships,
            Ids ids,
            Clock clock,
            TransactionalOperator transaction) {
        this.pledges = pledges;
        this.tries = tries;
        this.agreements = agreements;
        this.mails = mails;
        this.people = people;
        this.memberships = memberships;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    enum Proposed {
        MAILED,
        TOO_MANY
    }

    /** Who acts for the association at this address, if anybody does: a promise to oneself is none. */
    private Mono<Person> member(String email, AssociationId association) {
        return people.findByEmail(email)
                .filterWhen(person -> memberships
                        .of(person.id())
                        .any(membership -> membership.association().equals(association)));
    }

    /**
     * Answers the same whoever's the address is: a member is told by mail only. Answers the same too for more than what is
     * missing, where that would tell an amount to be hidden: only the association learns it, when it wants to accept.
     *
     * @param form in which nothing is wrong; the same one again mails nothing
     */
    Mono<Proposed> propose(Promisable.At at, PledgeForm form, Language language, String block) {
        Instant now = clock.instant();
        Pledge pledge = pledge(at, form, language, now);
        String email = pledge.signer().email();
        return tries.allowed(email, block)
                .flatMap(allowed -> pledges.twin(pledge)
                        .map(known -> Proposed.MAILED)
                        .switchIfEmpty(Mono.defer(() -> !allowed
                                ? Mono.just(Proposed.TOO_MANY)
                                : member(email, pledge.association())
                                        .flatMap(member -> tries.note(email, block)
                                                .then(mails.member(member, at, language))
                                                .thenReturn(Proposed.MAILED))
                                        .switchIfEmpty(Mono.defer(() -> pledges.insert(pledge, block)
                                                .then(mails.patron(pledge, PledgeMails.Says.PROPOSED, null, ""))
                                                .thenReturn(Proposed.MAILED))))))
                .as(transaction::transactional);
    }

    /** What the form makes, as it would be stored. */
    Pledge pledge(Promisable.At at, PledgeForm form, Language language, Instant now) {
        UUID id = ids.next();
        List<Condition> conditions = form.inKind() ? List.of() : form.conditions(at);
        LocalDate ends = ends(at, conditions);
        AgreementText.Terms terms = new AgreementText.Terms(form, conditions, ends);
        String agreement = agreements.write(at, terms, Language.FR.locale());
        return new Pledge(
                id,
                at.association().id(),
                at.campaign().campaign().id(),
                at.campaign().edition().number(),
                form.line(at),
                form.inKind() ? Pledge.Kind.SKILLS : Pledge.Kind.MONEY,
                form.cents(),
                form.inKind() ? form.objet() : "",
                new Pledge.Signer(
                        form.organisation(),
                        form.formeJuridique(),
                        Siren.normal(form.siren()),
                        form.adresse(),
                        form.codePostal(),
                        form.ville(),
                        form.prenom(),
                        form.nom(),
                        form.qualite(),
                        People.normal(form.email()),
                        language),
                form.nomPublic(),
                form.montantPublic(),
                form.nomPublic() && !form.montantPublic(),
                agreement,
                agreements.write(at, terms, Language.EN.locale()),
                HexFormat.of().formatHex(Tokens.sha256(agreement)),
                ends,
                now.plus(TO_ANSWER),
                PledgeState.PROPOSED,
                now,
                null,
                null,
                null,
                "",
                IntStream.range(0, conditions.size())
                        .mapToObj(i -> new Instalment(
                                id,
                                i + 1,
                                form.parts().get(i),
                                conditions.get(i),
                                reference(id, i + 1),
                                Tokens.random(),
                                null,
                                null,
                                0))
                        .toList());
    }

    /** The end of an id of ours is random; its letters are read aloud without a mistake. */
    private static String reference(UUID pledge, int number) {
        String signs = "ACDEFGHJKMNPQRTWXY34679";
        long rest = pledge.getLeastSignificantBits() & Long.MAX_VALUE;
        StringBuilder reference = new StringBuilder("M");
        for (int i = 0; i < 7; i++) {
            reference.append(signs.charAt((int) (rest % signs.length())));
            rest /= signs.length();
        }
        return reference.append(number == 1 ? "A" : "C").toString();
    }

    private static LocalDate ends(Promisable.At at, List<Condition> conditions) {
        return Stream.of(
                        Stream.ofNullable(at.plan().closesOn()),
                        at.plan().promises().stream().map(Plan.Promise::on).filter(Objects::nonNull),
                        conditions.stream().map(Condition::on).filter(Objects::nonNull))
                .flatMap(days -> days)
                .max(Comparator.naturalOrder())
                .orElse(at.today())
                .plusMonths(MONTHS_AFTER);
    }
}
