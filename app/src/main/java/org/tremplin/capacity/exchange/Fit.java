package org.tremplin.capacity.exchange;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Departments;
import org.tremplin.capacity.NeedKind;

/**
 * Why an offer answers a need: what both sides are told. All must agree (kind, words, place, days); fewer hours than asked
 * are said, and are still help.
 */
record Fit(List<Reason> because) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

    /** As much of two words makes them one: hydrologue, hydrologie. */
    private static final int STEM = 6;

    private static final int SHORTEST = 4;

    /** Words that say nothing of a skill or a thing. */
    private static final Set<String> EMPTY = Set.of(
            "pour",
            "avec",
            "dans",
            "deux",
            "trois",
            "quatre",
            "cinq",
            "heure",
            "heures",
            "jour",
            "jours",
            "besoin",
            "aide",
            "aider",
            "pret",
            "preter",
            "prete",
            "petit",
            "petite",
            "notre",
            "votre",
            "projet",
            "association",
            "personne",
            "personnes",
            "some",
            "help",
            "with",
            "hours",
            "hour",
            "days",
            "lend",
            "loan",
            "your",
            "from",
            "campagne",
            "campaign",
            "project",
            "avant",
            "apres",
            "chez",
            "nous",
            "vous");

    Fit {
        because = List.copyOf(because);
    }

    /** Empty when something does not agree. */
    static Optional<Fit> of(Need need, Offer offer, LocalDate today) {
        List<Reason> because = new ArrayList<>();
        if (need.id().equals(offer.need())) {
            because.add(new Reason("answer", null, null));
        } else if (need.kind().answeredBy(offer.kind())) {
            String word = shared(need, offer);
            if (need.kind() != NeedKind.TIME && word.isEmpty()) {
                return Optional.empty();
            }
            because.add(new Reason(word.isEmpty() ? "time" : "word", word, null));
        } else {
            return Optional.empty();
        }
        boolean near = !need.department().isEmpty() && need.department().equals(offer.department());
        boolean away = need.remote() && offer.remote();
        if (!near && !away && !need.id().equals(offer.need())) {
            return Optional.empty();
        }
        if (near || away) {
            because.add(
                    near
                            ? new Reason("near", Departments.named(need.department()), null)
                            : new Reason("remote", null, null));
        }
        if (offer.until().isBefore(today)
                || need.until() != null && need.until().isBefore(today)) {
            return Optional.empty();
        }
        Integer asked = need.hours();
        Integer given = offer.hours();
        if (asked != null && given != null) {
            because.add(new Reason(given >= asked ? "hours" : "part", given.toString(), asked.toString()));
        }
        because.add(new Reason("days", null, null));
        return Optional.of(new Fit(because));
    }

    /** The first word of the need that the offer says too; empty when none is. */
    private static String shared(Need need, Offer offer) {
        List<String> offered = words(offer.what());
        return words(need.label() + ' ' + need.detail()).stream()
                .filter(word -> offered.stream().anyMatch(other -> same(word, other)))
                .findFirst()
                .orElse("");
    }

    private static List<String> words(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return OTHERS.splitAsStream(bare)
                .filter(word -> word.length() >= SHORTEST && !EMPTY.contains(word))
                .toList();
    }

    private static boolean same(String one, String other) {
        int length = Math.min(STEM, Math.min(one.length(), other.length()));
        boolean close = Math.abs(one.length() - other.length()) <= 1 || length == STEM;
        return close && one.regionMatches(0, other, 0, length);
    }

    /** @param code names its sentence {@code exchange.because.<code>}, which may show what it is about */
    record Reason(
            String code, @Nullable String what, @Nullable String than) {

        public String key() {
            return "exchange.because." + code;
        }
    }
}
