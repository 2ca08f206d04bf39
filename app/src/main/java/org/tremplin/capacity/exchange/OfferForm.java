package org.tremplin.capacity.exchange;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.NeedKind;
import org.tremplin.notification.MailAddress;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Typed;

/** An offer as a visitor types it. @param besoin the need it answers, or none */
record OfferForm(
        @Nullable UUID besoin,
        String genre,
        String nom,
        String email,
        String quoi,
        String heures,
        String lieu,
        boolean distance,
        String jusqu) {

    private static final int NAME = 100;

    static OfferForm empty(@Nullable UUID need) {
        return new OfferForm(need, "SKILL", "", "", "", "", "", false, "");
    }

    static OfferForm typed(Typed typed) {
        return new OfferForm(
                typed.id("besoin"),
                typed.line("genre"),
                typed.line("nom"),
                typed.line("email"),
                typed.line("quoi"),
                typed.line("heures"),
                typed.line("lieu"),
                typed.on("distance"),
                typed.line("jusqu"));
    }

    /** @param general whether it answers no need: then it says its kind and a place */
    Problems problems(LocalDate today, boolean general) {
        Problems problems = new Problems().name("quoi", "exchange.form.what").name("nom", "exchange.form.name");
        if (general
                && Arrays.stream(NeedKind.values())
                        .noneMatch(kind -> kind.name().equals(genre))) {
            problems.add("genre", "exchange.form.kind");
        }
        Blanks.words("quoi", quoi, Blanks.WHAT, problems);
        Blanks.hours("heures", heures, problems);
        Blanks.place("lieu", lieu, problems);
        if (lieu.isEmpty() && !distance) {
            problems.add("lieu", "exchange.form.where");
        }
        Blanks.day("jusqu", jusqu, today, true, problems);
        Blanks.words("nom", nom, NAME, problems);
        if (!MailAddress.plausible(email)) {
            problems.add("email", email.isEmpty() ? "signin.email.missing" : "signin.email.wrong");
        }
        return problems;
    }

    /** Answers no need, whatever was sent along. */
    OfferForm leftForAnybody() {
        return new OfferForm(null, genre, nom, email, quoi, heures, lieu, distance, jusqu);
    }

    LocalDate until() {
        LocalDate day = Blanks.day(jusqu);
        return day == null ? LocalDate.EPOCH : day;
    }
}
