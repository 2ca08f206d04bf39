package org.tremplin.donation.give;

import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.association.Means;
import org.tremplin.association.Siren;
import org.tremplin.campaign.Plan;
import org.tremplin.donation.DonationSettings;
import org.tremplin.money.AmountText;
import org.tremplin.money.MoneyText;
import org.tremplin.notification.MailAddress;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;

/** Checks the gift form: one sentence a field, nothing guessed. */
@Component
class GiftCheck {

    private static final int NAME = 100;
    private static final int ADDRESS = 200;
    private static final int MESSAGE = 280;
    private static final Pattern NAME_SIGNS = Pattern.compile("[\\p{L}\\p{M}\\p{Nd} .,'’‘·()\\-‐‑/&]*");
    private static final Pattern FRENCH_POSTCODE = Pattern.compile("[0-9]{5}");
    static final List<String> COUNTRIES = List.of("FR", "BE", "CH", "LU", "MC", "DE", "ES", "IT", "GB");

    private final DonationSettings settings;

    GiftCheck(DonationSettings settings) {
        this.settings = settings;
    }

    /** What is wrong goes to {@code problems}; the gift is worth something only when there are none. */
    @Nullable
    NewGift check(GiftForm form, Destination to, Language language, Problems problems) {
        Plan plan = to.campaign().plan();
        boolean receiptOffered = to.association().receipts().declared();
        @Nullable Means means = form.means();
        // nothing is kept of a transfer or a cheque
        boolean fees = form.frais() && means != null && means.atProvider();
        long paid = amount(form, fees, language, problems);
        @Nullable UUID line = line(form, plan, problems);
        if (!form.frequence().isEmpty() && !form.frequence().equals("une-fois")) {
            problems.add("frequence", "give.problem.frequency");
        }
        if (means == null || !to.payee().open().contains(means)) {
            problems.add("moyen", "give.problem.means");
        }
        if (!MailAddress.plausible(form.email())) {
            problems.add("email", form.email().isEmpty() ? "give.problem.email.missing" : "give.problem.email");
        }
        name("prenom", form.prenom(), "give.problem.first-name.missing", problems);
        name("nom", form.nom(), "give.problem.last-name.missing", problems);
        NewGift.@Nullable Address address = form.recu() && receiptOffered ? address(form, problems) : null;
        NewGift.@Nullable Company company = form.societe() ? company(form, problems) : null;
        text("message", form.message(), MESSAGE, problems);
        text("dedicace", form.dedicace(), MESSAGE, problems);
        if (means == null || !problems.none()) {
            return null;
        }
        return new NewGift(
                paid,
                fees,
                line,
                language.code(),
                form.email(),
                form.prenom(),
                form.nom(),
                form.nomPublic() && !plan.sensitive(),
                address,
                company,
                form.message().isEmpty() ? null : form.message(),
                form.dedicace().isEmpty() ? null : form.dedicace(),
                form.nouvelles(),
                form.opposition(),
                means);
    }

    /** Cents to pay, the fees among them if the donor covers them: that sum is what may not be too large. */
    private long amount(GiftForm form, boolean fees, Language language, Problems problems) {
        String typed = form.amountText();
        OptionalLong cents = AmountText.cents(typed);
        if (typed.isBlank()) {
            problems.add("montant", "give.problem.amount.missing");
        } else if (cents.isEmpty()) {
            String shown = GiftForm.visible(typed);
            problems.add("montant", "give.problem.amount", shown.length() > 20 ? shown.substring(0, 20) + "…" : shown);
        } else if (cents.getAsLong() < settings.minimumCents()) {
            problems.add(
                    "montant",
                    "give.problem.amount.small",
                    MoneyText.brief(settings.minimumCents(), language.locale()),
                    MoneyText.brief(cents.getAsLong(), language.locale()));
        } else if (cents.getAsLong() > settings.maximumCents()) {
            problems.add(
                    "montant",
                    "give.problem.amount.large",
                    MoneyText.brief(settings.maximumCents(), language.locale()));
        } else if (fees && settings.coveringCents(cents.getAsLong()) > settings.maximumCents()) {
            problems.add(
                    "montant",
                    "give.problem.amount.large-with-fees",
                    MoneyText.brief(settings.maximumCents(), language.locale()),
                    MoneyText.exact(settings.coveringCents(cents.getAsLong()), language.locale()));
        }
        return fees && problems.none() ? settings.coveringCents(cents.orElse(0)) : cents.orElse(0);
    }

    private static @Nullable UUID line(GiftForm form, Plan plan, Problems problems) {
        if (form.ligne().isEmpty()) {
            return null;
        }
        @Nullable
        UUID chosen = plan.lines().stream()
                .filter(line -> line.id().toString().equals(form.ligne()) && line.askedCents() > 0)
                .map(Plan.BudgetLine::id)
                .findFirst()
                .orElse(null);
        if (chosen == null) {
            problems.add("ligne", "give.problem.line");
        }
        return chosen;
    }

    private static void name(String field, String typed, String missing, Problems problems) {
        if (typed.isEmpty()) {
            problems.add(field, missing);
        } else if (typed.length() > NAME) {
            problems.add(field, "give.problem.long", NAME);
        } else if (!NAME_SIGNS.matcher(typed).matches()) {
            problems.add(field, "give.problem.name");
        }
    }

    private static NewGift.Address address(GiftForm form, Problems problems) {
        required("adresse", form.adresse(), "give.problem.street", problems);
        String country = form.pays().isEmpty() ? "FR" : form.pays();
        required("codePostal", form.codePostal(), "give.problem.postal-code", problems);
        if (country.equals("FR") && !FRENCH_POSTCODE.matcher(form.codePostal()).matches()) {
            problems.add("codePostal", "give.problem.postal-code.fr");
        }
        required("ville", form.ville(), "give.problem.city", problems);
        if (!COUNTRIES.contains(country)) {
            problems.add("pays", "give.problem.country");
        }
        return new NewGift.Address(form.adresse(), form.codePostal(), form.ville(), country);
    }

    private static NewGift.Company company(GiftForm form, Problems problems) {
        required("raisonSociale", form.raisonSociale(), "give.problem.company", problems);
        required("formeJuridique", form.formeJuridique(), "give.problem.legal-form", problems);
        if (!Siren.valid(Siren.normal(form.siren()))) {
            problems.add("siren", "give.problem.siren");
        }
        return new NewGift.Company(form.raisonSociale(), Siren.normal(form.siren()), form.formeJuridique());
    }

    private static void required(String field, String typed, String missing, Problems problems) {
        if (typed.isEmpty()) {
            problems.add(field, missing);
        }
        text(field, typed, ADDRESS, problems);
    }

    private static void text(String field, String typed, int longest, Problems problems) {
        if (typed.length() > longest) {
            problems.add(field, "give.problem.long", longest);
        } else if (GiftForm.INVISIBLE.matcher(typed).find()) {
            problems.add(field, "give.problem.control");
        }
    }
}
