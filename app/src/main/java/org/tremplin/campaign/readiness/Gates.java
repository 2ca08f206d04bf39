package org.tremplin.campaign.readiness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Association;
import org.tremplin.association.Means;
import org.tremplin.campaign.Formalities;
import org.tremplin.campaign.Missing;
import org.tremplin.campaign.Plan;

/**
 * The gates of publication. What the law asks for is never passed over; what only confidence asks for may be, in public
 * and with a reason. A new one is a row here, a {@link Missing}, its texts and a test in {@code GatesTest}.
 */
public final class Gates {

    private static final String PAPERS = "/c/pieces";

    /** In the order of the diagnosis, 4a. */
    public static final List<Gate> ALL = List.of(
            new Gate(1, "identite", 5, "/profil", Gate.Asked.BY_LAW, Gates::identity),
            new Gate(2, "moyens", 10, "/moyens-de-paiement", Gate.Asked.BY_LAW, Gates::means),
            new Gate(3, "decision", 60, PAPERS, Gate.Asked.BY_LAW, Gates::decision),
            new Gate(4, "budget", 30, "/c/budget", Gate.Asked.BY_LAW, Gates::budget),
            new Gate(5, "recu", 5, PAPERS, Gate.Asked.BY_LAW, Gates::tax),
            new Gate(6, "rapport", 5, "/c/diffusion#promesse", Gate.Asked.BY_TRUST, Gates::report),
            new Gate(7, "donnees", 5, PAPERS, Gate.Asked.BY_LAW, Gates::contact),
            new Gate(8, "equipe", 10, "/equipe", Gate.Asked.BY_TRUST, Gates::people));

    private static final int TWO = 2;

    private Gates() {}

    /** What is missing at all gates together, in their order, but for those passed over. */
    public static List<Missing> missing(Situation situation) {
        return ALL.stream()
                .map(gate -> gate.find(situation))
                .filter(found -> !found.open())
                .flatMap(found -> found.missing().stream())
                .toList();
    }

    /** The gate of this key when it may be passed over. */
    static Optional<Gate> waivable(String key) {
        return ALL.stream()
                .filter(gate -> gate.waivable() && gate.key().equals(key))
                .findFirst();
    }

    /** Keys of the gates that are shut. */
    public static List<String> shut(Situation situation) {
        return ALL.stream()
                .filter(gate -> !gate.find(situation).open())
                .map(Gate::key)
                .toList();
    }

    private static Finding identity(Situation situation) {
        Association association = situation.association();
        String id = Stream.of(
                        label("RNA ", association.rna()),
                        label("SIREN ", association.siren()),
                        association.registry() == null
                                ? ""
                                : association.registry().toString())
                .filter(one -> !one.isEmpty())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
        List<Missing> missing = new ArrayList<>();
        if (id.isEmpty()) {
            missing.add(Missing.IDENTITY);
        }
        if (situation.presidents() == 0) {
            missing.add(Missing.REPRESENTATIVE);
        }
        LocalDate declared = association.day(association.declaredAt());
        return missing.isEmpty() ? Finding.met(declared, id, declared) : new Finding(missing, List.of(), null);
    }

    private static String label(String kind, @Nullable String number) {
        return number == null || number.isBlank() ? "" : kind + number;
    }

    private static Finding means(Situation situation) {
        List<Means> open = situation.payee().open();
        return open.isEmpty()
                ? Finding.missing(Missing.MEANS)
                : Finding.met(
                                null,
                                new Finding.Keys(open.stream()
                                        .map(means -> "gate.means." + means.field())
                                        .toList()))
                        .kind(open.stream().map(Means::field).collect(Collectors.joining(",")));
    }

    /** A vote on this very goal and these very lines, or a paper that says where the decision is noted. */
    private static Finding decision(Situation situation) {
        Resolution voted = situation.resolution();
        if (voted != null && voted.passed() && voted.ballot().sameMoney(situation.plan())) {
            boolean sameDays = voted.ballot().sameDays(situation.plan(), situation.today());
            return Finding.met(
                            voted.on(),
                            voted.on(),
                            new Finding.Said(
                                    sameDays ? "gate.decision.voted" : "gate.decision.voted-other-days",
                                    List.of(voted.yes(), voted.no(), voted.change(), voted.asked())))
                    .kind("vote");
        }
        Formalities said = situation.formalities();
        LocalDate decided = said.decidedOn();
        if (decided != null
                && !decided.isAfter(situation.today())
                // a paper from before the board said no is no decision any more
                && (voted == null || voted.passed() || !decided.isBefore(voted.on()))
                && !said.minutes().isBlank()) {
            return Finding.met(decided, decided, said.minutes()).kind("paper");
        }
        return Finding.missing(voted == null || !voted.passed() ? Missing.DECISION : Missing.DECISION_OUTDATED);
    }

    private static Finding budget(Situation situation) {
        List<Missing> missing = situation.lacks().stream()
                .filter(lack -> lack.step().equals("budget"))
                .toList();
        Plan plan = situation.plan();
        return missing.isEmpty()
                ? Finding.met(
                        null,
                        new Finding.Cents(plan.plannedCents()),
                        new Finding.Cents(plan.goalCents()),
                        new Finding.Cents(plan.otherResourcesCents()))
                : new Finding(missing, List.of(), null);
    }

    private static Finding tax(Situation situation) {
        Association.Receipts receipts = situation.association().receipts();
        String basis = receipts.basis();
        LocalDate declared = receipts.on();
        if (receipts.declared() && basis != null && declared != null) {
            return Finding.met(declared, new Finding.Keys(List.of("gate.recu.eligible")), declared, basis)
                    .kind("eligible");
        }
        LocalDate said = situation.formalities().savedOn();
        return situation.formalities().noReceipts() && said != null
                ? Finding.met(said, new Finding.Keys(List.of("gate.recu.none")), said, "")
                        .kind("none")
                : Finding.missing(Missing.TAX);
    }

    private static Finding report(Situation situation) {
        return situation.plan().promises().stream()
                .filter(promise -> promise.kind() == Plan.Telling.REPORT
                        && promise.on() != null
                        && !promise.what().isBlank())
                .min(Comparator.comparing(promise -> Objects.requireNonNull(promise.on())))
                .map(first -> Finding.met(
                                null,
                                first.what(),
                                Objects.requireNonNull(first.on()),
                                new Finding.Keys(List.of("role." + first.by())))
                        .kind(first.by().name(), first.on()))
                .orElseGet(() -> Finding.missing(Missing.REPORT));
    }

    /** The notice itself is the application's own page, always there. */
    private static Finding contact(Situation situation) {
        Formalities said = situation.formalities();
        LocalDate on = said.savedOn();
        return said.contact().isBlank() || on == null
                ? Finding.missing(Missing.CONTACT)
                : Finding.met(on, said.contact(), on);
    }

    private static Finding people(Situation situation) {
        return situation.holders() < TWO
                ? Finding.missing(Missing.SECOND_PERSON)
                : Finding.met(null, situation.holders()).kind(Integer.toString(situation.holders()));
    }
}
