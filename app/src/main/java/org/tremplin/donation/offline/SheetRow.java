package org.tremplin.donation.offline;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Means;
import org.tremplin.association.Siren;
import org.tremplin.campaign.Plan;
import org.tremplin.money.AmountText;
import org.tremplin.notification.MailAddress;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Typed;

/**
 * One gift of a sheet, as typed.
 *
 * @param reference what the bank statement says, or the number of the cheque
 */
record SheetRow(
        int number,
        String date,
        String moyen,
        String montant,
        String prenom,
        String nom,
        String email,
        boolean recu,
        String adresse,
        String codePostal,
        String ville,
        String societe,
        String siren,
        String formeJuridique,
        String reference,
        String ligne) {

    static final List<Means> MEANS = List.of(Means.CHEQUE, Means.CASH, Means.TRANSFER);

    private static final int NAME = 100;
    private static final int ADDRESS = 200;

    /** The free text of a European transfer. */
    static final int REFERENCE = 140;

    static final long LEAST_CENTS = 100;

    /** What the database holds at most for one gift. */
    static final long MOST_CENTS = 20_000_000;

    private static final int OLDEST_YEARS = 2;

    static SheetRow empty(int number, String date, String moyen) {
        return new SheetRow(number, date, moyen, "", "", "", "", false, "", "", "", "", "", "", "", "");
    }

    static SheetRow read(Typed typed, int number) {
        String n = "-" + number;
        return new SheetRow(
                number,
                typed.line("date" + n),
                typed.line("moyen" + n),
                typed.line("montant" + n),
                typed.line("prenom" + n),
                typed.line("nom" + n),
                typed.line("email" + n),
                typed.on("recu" + n),
                typed.line("adresse" + n),
                typed.line("codePostal" + n),
                typed.line("ville" + n),
                typed.line("societe" + n),
                typed.line("siren" + n),
                typed.line("formeJuridique" + n),
                typed.line("reference" + n),
                typed.line("ligne" + n));
    }

    /** The day and the means are proposed: they alone are nothing. */
    boolean isEmpty() {
        return !recu
                && Stream.of(
                                montant,
                                prenom,
                                nom,
                                email,
                                adresse,
                                codePostal,
                                ville,
                                societe,
                                siren,
                                formeJuridique,
                                reference)
                        .allMatch(String::isEmpty);
    }

    /** Whether the folded part is open. */
    public boolean unfolded() {
        return recu || !(adresse + codePostal + ville + societe + siren + formeJuridique + reference + ligne).isEmpty();
    }

    /** What is wrong goes to {@code problems}, by field and number. @param least in cents */
    void check(Plan plan, LocalDate today, long least, Problems problems) {
        LocalDate day = day();
        if (day == null || day.isAfter(today) || day.isBefore(today.minusYears(OLDEST_YEARS))) {
            add(problems, "date", day == null ? "offline.problem.day" : "offline.problem.day.far");
        }
        if (means() == null) {
            add(problems, "moyen", "offline.problem.means");
        }
        OptionalLong cents = AmountText.cents(montant);
        if (cents.isEmpty() || cents.getAsLong() < least || cents.getAsLong() > MOST_CENTS) {
            add(problems, "montant", "offline.problem.amount");
        }
        shortEnough("prenom", prenom, NAME, problems);
        shortEnough("nom", nom, NAME, problems);
        if (!email.isEmpty() && !MailAddress.plausible(email)) {
            add(problems, "email", "give.problem.email");
        }
        if (recu) {
            if (societe.isEmpty() && (nom.isEmpty() || prenom.isEmpty())) {
                add(problems, nom.isEmpty() ? "nom" : "prenom", "offline.problem.receipt.name");
            }
            if (adresse.isEmpty() || ville.isEmpty() || !codePostal.matches("[0-9]{5}")) {
                add(problems, "adresse", "offline.problem.receipt.address");
            }
        }
        if (!siren.isEmpty() && !Siren.valid(Siren.normal(siren))) {
            add(problems, "siren", "give.problem.siren");
        }
        if (societe.isEmpty() && !(siren + formeJuridique).isEmpty()) {
            add(problems, "societe", "offline.problem.company");
        }
        shortEnough("adresse", adresse, ADDRESS, problems);
        shortEnough("ville", ville, ADDRESS, problems);
        shortEnough("societe", societe, ADDRESS, problems);
        shortEnough("formeJuridique", formeJuridique, ADDRESS, problems);
        shortEnough("reference", reference, REFERENCE, problems);
        if (!ligne.isEmpty() && line(plan) == null) {
            add(problems, "ligne", "give.problem.line");
        }
    }

    @Nullable
    LocalDate day() {
        return DayText.read(date);
    }

    @Nullable
    Means means() {
        return MEANS.stream()
                .filter(means -> means.field().equals(moyen))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    UUID line(Plan plan) {
        return plan.lines().stream()
                .filter(line -> line.id().toString().equals(ligne) && line.askedCents() > 0)
                .map(Plan.BudgetLine::id)
                .findFirst()
                .orElse(null);
    }

    long cents() {
        return AmountText.cents(montant).orElse(0);
    }

    private void shortEnough(String field, String typed, int most, Problems problems) {
        if (typed.length() > most) {
            add(problems, field, "give.problem.long", most);
        }
    }

    private void add(Problems problems, String field, String key, Object... arguments) {
        problems.add(field + "-" + number, key, arguments);
    }
}
