package org.tremplin.patron.pledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.tremplin.association.Siren;
import org.tremplin.campaign.Plan;
import org.tremplin.money.AmountText;
import org.tremplin.money.MoneyText;
import org.tremplin.notification.MailAddress;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Typed;

/**
 * A promise as typed.
 *
 * @param second amount of the second instalment; empty for one
 */
record PledgeForm(
        String forme,
        String montant,
        String objet,
        String ligne,
        String second,
        List<When> when,
        String organisation,
        String formeJuridique,
        String siren,
        String adresse,
        String codePostal,
        String ville,
        String prenom,
        String nom,
        String qualite,
        String email,
        boolean nomPublic,
        boolean montantPublic) {

    static final long LEAST_CENTS = 100;

    /** What donation takes at once, by hand. */
    static final long MOST_CENTS = 20_000_000;

    private static final int NAME = 100;
    private static final int LONG = 200;
    private static final int IN_KIND = 600;
    private static final int FARTHEST_YEARS = 5;
    /** As on the form of gifts, which pays it later. */
    private static final Pattern NAME_SIGNS = Pattern.compile("[\\p{L}\\p{M}\\p{Nd} .,'’‘·()\\-‐‑/&]*");

    /** @param quand {@code date}, {@code bilan:<id>} or {@code preuve:<id>}; @param jour of a date */
    record When(String quand, String jour) {}

    static PledgeForm fresh() {
        return read(new Typed(new LinkedMultiValueMap<>()));
    }

    static PledgeForm read(Typed typed) {
        return new PledgeForm(
                typed.line("forme").equals("nature") ? "nature" : "argent",
                typed.line("montant"),
                typed.text("objet"),
                typed.line("ligne"),
                typed.line("second"),
                IntStream.rangeClosed(1, Instalment.MOST)
                        .mapToObj(n -> new When(typed.line("quand-" + n), typed.line("jour-" + n)))
                        .toList(),
                typed.line("organisation"),
                typed.line("formeJuridique"),
                typed.line("siren"),
                typed.line("adresse"),
                typed.line("codePostal"),
                typed.line("ville"),
                typed.line("prenom"),
                typed.line("nom"),
                typed.line("qualite"),
                typed.line("email"),
                typed.on("nomPublic"),
                typed.on("montantPublic"));
    }

    public boolean inKind() {
        return forme.equals("nature");
    }

    long cents() {
        return AmountText.grouped(montant).orElse(0);
    }

    private long secondCents() {
        return second.isEmpty() || inKind() ? 0 : AmountText.grouped(second).orElse(0);
    }

    /** What each instalment is; one when nothing is said of a second. */
    List<Long> parts() {
        return secondCents() > 0 ? List.of(cents() - secondCents(), secondCents()) : List.of(cents());
    }

    @Nullable
    UUID line(Promisable.At at) {
        return at.lines().stream()
                .map(Plan.BudgetLine::id)
                .filter(id -> id.toString().equals(ligne))
                .findFirst()
                .orElse(null);
    }

    Problems check(Promisable.At at, Language language) {
        Problems problems = new Problems();
        if (!ligne.isEmpty() && line(at) == null) {
            problems.add("ligne", "give.problem.line");
        }
        amount(at, language, problems);
        if (inKind()) {
            required("objet", objet, IN_KIND, problems);
        } else {
            instalments(at, problems);
        }
        required("organisation", organisation, LONG, problems);
        required("formeJuridique", formeJuridique, LONG, problems);
        if (!Siren.valid(Siren.normal(siren))) {
            problems.add("siren", "pledge.problem.siren");
        }
        required("adresse", adresse, LONG, problems);
        if (!codePostal.matches("[0-9]{5}")) {
            problems.add("codePostal", "pledge.problem.postcode");
        }
        required("ville", ville, LONG, problems);
        name("prenom", prenom, problems);
        name("nom", nom, problems);
        required("qualite", qualite, NAME, problems);
        if (!MailAddress.plausible(email)) {
            problems.add("email", email.isEmpty() ? "signin.email.missing" : "signin.email.wrong");
        }
        return problems;
    }

    private void amount(Promisable.At at, Language language, Problems problems) {
        OptionalLong typed = AmountText.grouped(montant);
        long needed = Math.min(at.publicNeedCents(line(at)), MOST_CENTS);
        if (typed.isEmpty()) {
            problems.add("montant", "pledge.problem.amount");
        } else if (typed.getAsLong() < LEAST_CENTS) {
            problems.add("montant", "pledge.problem.small");
        } else if (!inKind() && typed.getAsLong() > needed) {
            problems.add("montant", "pledge.problem.large", MoneyText.brief(needed, language.locale()));
        } else if (typed.getAsLong() > MOST_CENTS) {
            problems.add("montant", "pledge.problem.large", MoneyText.brief(MOST_CENTS, language.locale()));
        }
        if (inKind() || second.isEmpty()) {
            return;
        }
        OptionalLong later = AmountText.grouped(second);
        if (later.isEmpty()
                || later.getAsLong() < LEAST_CENTS
                || typed.isPresent() && typed.getAsLong() - later.getAsLong() < LEAST_CENTS) {
            problems.add("second", "pledge.problem.second");
        }
    }

    private void instalments(Promisable.At at, Problems problems) {
        IntStream.range(0, parts().size()).forEach(i -> {
            String field = "quand-" + (i + 1);
            String wrong = wrong(when.get(i), at);
            if (!wrong.isEmpty()) {
                problems.add(wrong.startsWith("pledge.problem.day") ? "jour-" + (i + 1) : field, wrong);
            }
        });
    }

    /** Key of what is wrong with a condition; empty for nothing. */
    private static String wrong(When when, Promisable.At at) {
        Condition condition = condition(when, at);
        if (condition != null) {
            return condition.kind() == Condition.Kind.DATE
                    ? day(when.jour(), at.today())
                    : at.met(condition) ? "pledge.problem.met" : "";
        }
        return when.quand().isEmpty()
                ? "pledge.problem.when"
                : when.quand().equals("date") ? "pledge.problem.day" : "pledge.problem.never";
    }

    private static String day(String typed, LocalDate today) {
        LocalDate day = DayText.read(typed);
        return day == null || day.isBefore(today) || day.isAfter(today.plusYears(FARTHEST_YEARS))
                ? "pledge.problem.day.far"
                : "";
    }

    /** None for what can never be met, or is not said. */
    private static @Nullable Condition condition(When when, Promisable.At at) {
        String quand = when.quand();
        if (quand.equals("date")) {
            LocalDate day = DayText.read(when.jour());
            return day == null ? null : Condition.day(day);
        }
        if (quand.startsWith("bilan:")) {
            return at.plan().promises().stream()
                    .filter(one -> one.kind() == Plan.Telling.REPORT
                            && one.id().toString().equals(quand.substring("bilan:".length())))
                    .findFirst()
                    .map(one -> Condition.of(Condition.Kind.REPORT, one.id(), one.what()))
                    .orElse(null);
        }
        return at.lines().stream()
                .filter(one -> quand.equals("preuve:" + one.id()))
                .findFirst()
                .map(one -> Condition.of(Condition.Kind.PROOF, one.id(), one.label()))
                .orElse(null);
    }

    /** Once nothing is wrong. */
    List<Condition> conditions(Promisable.At at) {
        List<Condition> all = new ArrayList<>();
        for (int i = 0; i < parts().size(); i++) {
            Condition one = condition(when.get(i), at);
            if (one == null) {
                throw new IllegalStateException("Checked before");
            }
            all.add(one);
        }
        return all;
    }

    private static void name(String field, String typed, Problems problems) {
        required(field, typed, NAME, problems);
        if (!NAME_SIGNS.matcher(typed).matches()) {
            problems.add(field, "give.problem.name");
        }
    }

    private static void required(String field, String typed, int longest, Problems problems) {
        if (typed.isEmpty()) {
            problems.add(field, "pledge.problem.missing");
        } else if (typed.length() > longest) {
            problems.add(field, "give.problem.long", longest);
        }
    }
}
