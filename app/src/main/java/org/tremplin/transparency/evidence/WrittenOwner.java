package org.tremplin.transparency.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Association;
import org.tremplin.association.Register;
import org.tremplin.transparency.Evidence;

/**
 * What is known of the association. All of it is declared today; where a register can tell, the fact says which one. The
 * street is left out: the seat of a small association is somebody's home.
 */
final class WrittenOwner {

    private static final String REGISTER = "association.register.";

    private WrittenOwner() {}

    static Evidence.Owner of(Known known, String base) {
        Association it = known.association();
        LocalDate on = known.day(it.declaredAt());
        List<Evidence.Check> checks =
                Register.of(it).stream().map(WrittenOwner::check).toList();
        List<Evidence.Fact> facts = new ArrayList<>();
        facts.add(declared("name", it.name(), on, checks.get(0)));
        add(facts, "object", it.object(), on, null);
        facts.add(
                declared("seat", it.address().postalCode() + " " + it.address().city(), on, null));
        add(facts, "siren", it.siren(), on, named(checks, "sirene"));
        add(facts, "rna", it.rna(), on, named(checks, "journal"));
        add(facts, "court", it.registry() == null ? null : it.registry().toString(), on, named(checks, "court"));
        return new Evidence.Owner(it.name(), base + "/a/" + it.slug(), List.copyOf(facts), receipts(it));
    }

    private static Evidence.@Nullable Fact receipts(Association it) {
        Association.Receipts receipts = it.receipts();
        return receipts.declared()
                ? declared("receipts", Objects.requireNonNullElse(receipts.basis(), ""), receipts.on(), null)
                : null;
    }

    private static void add(
            List<Evidence.Fact> facts,
            String what,
            @Nullable String value,
            LocalDate on,
            Evidence.@Nullable Check check) {
        if (value != null && !value.isBlank()) {
            facts.add(declared(what, value, on, check));
        }
    }

    private static Evidence.Fact declared(
            String what, String value, @Nullable LocalDate on, Evidence.@Nullable Check check) {
        return new Evidence.Fact(what, value, Evidence.Source.DECLARED, on, check);
    }

    private static Evidence.Check check(Register register) {
        return new Evidence.Check(
                register.label().substring(REGISTER.length()), register.reference(), register.address());
    }

    private static Evidence.@Nullable Check named(List<Evidence.Check> checks, String register) {
        return checks.stream()
                .filter(check -> check.register().equals(register))
                .findFirst()
                .orElse(null);
    }
}
