package org.tremplin.campaign.readiness;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.CampaignType;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Ratio;
import org.tremplin.money.AmountText;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Typed;

/**
 * The preparation as typed; component names are those of the fields. What is left empty is not known yet.
 *
 * @param answers names of answers, P1 to P6
 * @param people hours a week and weeks of each person
 */
record PreparationForm(
        String type,
        List<String> answers,
        String relais,
        List<Person> people,
        String cout,
        String prevu,
        String promis) {

    static final int PEOPLE = 6;

    private static final int HOURS_PER_WEEK = 80;
    private static final int WEEKS = 104;
    private static final int RELAYS = 9_999;
    private static final long CENTS = 1_000_000_000;

    record Person(String hours, String weeks) {
        boolean empty() {
            return hours.isEmpty() && weeks.isEmpty();
        }
    }

    static PreparationForm read(Typed typed) {
        List<String> answers = new ArrayList<>();
        for (int at = 1; at <= Told.ANSWERS; at++) {
            answers.add(typed.line("P" + at));
        }
        List<Person> people = new ArrayList<>();
        for (int at = 1; at <= PEOPLE; at++) {
            people.add(new Person(typed.line("heures-" + at), typed.line("semaines-" + at)));
        }
        return new PreparationForm(
                typed.line("type"),
                answers,
                typed.line("relais"),
                people,
                typed.line("cout"),
                typed.line("prevu"),
                typed.line("promis"));
    }

    static PreparationForm of(Told told, Locale locale) {
        List<Person> people = new ArrayList<>();
        if (told.hours() != null) {
            told.hours().stream()
                    .map(one -> new Person(number(one.perWeek(), locale), number(one.weeks(), locale)))
                    .forEach(people::add);
        }
        while (people.size() < PEOPLE) {
            people.add(new Person("", ""));
        }
        return new PreparationForm(
                told.type().name(),
                told.answers().stream().map(Answer::name).toList(),
                told.relays() == null ? "" : told.relays().toString(),
                people,
                euros(told.costs(), locale),
                euros(told.means(), locale),
                euros(told.committed(), locale));
    }

    /** What was typed wrong is told and left out. */
    Told told(Problems problems) {
        List<Preparation.Hours> hours = new ArrayList<>();
        for (int at = 1; at <= people.size(); at++) {
            person(at, people.get(at - 1), problems, hours::add);
        }
        return new Told(
                Arrays.stream(CampaignType.values())
                        .filter(one -> one.name().equals(type))
                        .findFirst()
                        .orElse(CampaignType.PROJECT_GOAL),
                answers.stream().map(PreparationForm::answer).toList(),
                relays(problems),
                hours.isEmpty() ? null : hours,
                cents("cout", cout, problems),
                cents("prevu", prevu, problems),
                cents("promis", promis, problems));
    }

    private static void person(int at, Person person, Problems problems, Consumer<Preparation.Hours> to) {
        if (person.empty()) {
            return;
        }
        Ratio perWeek = number(person.hours(), HOURS_PER_WEEK);
        Ratio weeks = number(person.weeks(), WEEKS);
        if (perWeek == null) {
            problems.add("heures-" + at, "prep.hours.wrong", HOURS_PER_WEEK);
        }
        if (weeks == null) {
            problems.add("semaines-" + at, "prep.weeks.wrong", WEEKS);
        }
        if (perWeek != null && weeks != null) {
            to.accept(new Preparation.Hours(perWeek, weeks));
        }
    }

    private @Nullable Integer relays(Problems problems) {
        if (relais.isEmpty()) {
            return null;
        }
        if (relais.matches("[0-9]{1,4}")) {
            return Integer.valueOf(relais);
        }
        problems.add("relais", "prep.relays.wrong", RELAYS);
        return null;
    }

    private static @Nullable Long cents(String field, String typed, Problems problems) {
        if (typed.isEmpty()) {
            return null;
        }
        OptionalLong cents = AmountText.cents(typed.replaceFirst("\\s*€$", ""));
        if (cents.isEmpty() || cents.getAsLong() < 0 || cents.getAsLong() > CENTS) {
            problems.add(field, "prep.amount.wrong");
            return null;
        }
        return cents.getAsLong();
    }

    private static @Nullable Ratio number(String typed, int most) {
        String plain = typed.replace(',', '.');
        if (!plain.matches("[0-9]{1,3}(\\.[0-9]{1,2})?")) {
            return null;
        }
        Ratio number = Ratio.of(plain);
        return Ratio.of(most).below(number) ? null : number;
    }

    private static Answer answer(String name) {
        return Arrays.stream(Answer.values())
                .filter(one -> one.isScaled() && one.name().equals(name))
                .findFirst()
                .orElse(Answer.UNKNOWN);
    }

    private static String number(Ratio ratio, Locale locale) {
        BigDecimal plain = ratio.rounded(2).stripTrailingZeros();
        String text = plain.toPlainString();
        return locale.getLanguage().equals("fr") ? text.replace('.', ',') : text;
    }

    private static String euros(@Nullable Long cents, Locale locale) {
        return cents == null ? "" : AmountText.typed(cents, locale);
    }
}
