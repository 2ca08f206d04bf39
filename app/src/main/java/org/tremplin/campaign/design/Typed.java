package org.tremplin.campaign.design;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import org.tremplin.money.AmountText;
import org.tremplin.platform.web.Problems;

/** What a form brought, without the characters no text needs. */
final class Typed {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Co}\\p{Cs}&&[^\\n\\t]]");

    private final MultiValueMap<String, String> fields;

    Typed(MultiValueMap<String, String> fields) {
        this.fields = fields;
    }

    /** One line. */
    String line(String field) {
        return text(field).replaceAll("[\\n\\t]+", " ").strip();
    }

    /** Several lines. */
    String text(String field) {
        String typed = Optional.ofNullable(fields.getFirst(field)).orElse("");
        String plain = typed.replace("\r\n", "\n").replace('\r', '\n');
        return Normalizer.normalize(CONTROL.matcher(plain).replaceAll(""), Normalizer.Form.NFC);
    }

    boolean ticked(String field) {
        return !line(field).isEmpty();
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    /** Which row the button with this name speaks of; the row number, or -1. */
    int pressed(String button, String kind) {
        String value = line(button);
        return value.matches(Pattern.quote(kind) + "-[0-9]{1,3}")
                ? Integer.parseInt(value.substring(kind.length() + 1))
                : -1;
    }

    /** Numbers of the rows of this kind, in their order: {@code ligne-0-intitule} is of row 0. */
    List<Integer> rows(String kind, int most) {
        Pattern name = Pattern.compile(Pattern.quote(kind) + "-([0-9]{1,3})-.*");
        Stream<Integer> numbers = fields.keySet().stream()
                .map(name::matcher)
                .filter(Matcher::matches)
                .map(found -> Integer.parseInt(found.group(1)));
        return numbers.distinct().sorted().limit(most).toList();
    }

    /** Cents of a typed amount; nothing typed is zero. */
    static long cents(String typed, String field, Problems problems) {
        String plain = typed.replaceAll("[\\s\\u00A0\\u202F]", "").replaceFirst("€$", "");
        if (plain.isEmpty()) {
            return 0;
        }
        OptionalLong cents = AmountText.cents(plain);
        if (cents.isEmpty() || cents.getAsLong() > MOST_CENTS) {
            problems.add(field, "editor.problem.amount");
            return 0;
        }
        return cents.getAsLong();
    }

    /** Ten million euros: more is a slip of the finger. */
    private static final long MOST_CENTS = 1_000_000_000;

    /** A day as browsers send it, or as people type it in France; nothing typed is no day. */
    static Optional<LocalDate> day(String typed, String field, Problems problems) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        String iso = typed.matches("[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}") ? iso(typed.split("/")) : typed;
        try {
            LocalDate day = LocalDate.parse(iso);
            if (day.getYear() >= 2000 && day.getYear() < 2200) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException garbage) {
            // told below
        }
        problems.add(field, "editor.problem.day");
        return Optional.empty();
    }

    private static String iso(String[] parts) {
        return "%s-%2s-%2s".formatted(parts[2], parts[1], parts[0]).replace(' ', '0');
    }

    /** A problem when the text is longer than its place. */
    static void bound(String text, int most, String field, Problems problems) {
        if (text.length() > most) {
            problems.add(field, "editor.problem.long", most, text.length());
        }
    }
}
