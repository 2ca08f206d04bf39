package org.tremplin.capacity.plan;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Role;
import org.tremplin.capacity.PlannedAction;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.grid.Card;
import org.tremplin.money.AmountText;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Typed;

/**
 * An action as typed; component names are those of the fields.
 *
 * @param qui a role, or a role and a member of it: {@code EDITOR}, {@code EDITOR 0190…}; empty for nobody yet
 * @param quand a day, ISO; a day that has passed is allowed, and shown as passed
 * @param cout euros as people type them; empty where nobody knows
 * @param touche the section of the diagnosis it is meant to move
 * @param conseil the card it comes from
 */
record ActionForm(String quoi, String qui, String quand, String cout, String aide, String touche, String conseil) {

    static final int LONGEST = 200;
    static final ActionForm EMPTY = new ActionForm("", "", "", "", "", "", "");

    private static final long MOST_CENTS = 99_999_999_999L;
    private static final int YEARS = 10;

    static ActionForm read(Typed typed) {
        return new ActionForm(
                typed.line("quoi"),
                typed.line("qui"),
                typed.line("quand"),
                typed.line("cout"),
                typed.line("aide"),
                typed.line("touche"),
                typed.line("conseil"));
    }

    /** What a card advises, ready to be planned. */
    static ActionForm of(Card card, String language) {
        String action = card.action().in(language);
        Section section = card.component() == null ? null : PlanSections.of(card.component());
        return new ActionForm(
                action.length() <= LONGEST ? action : action.substring(0, LONGEST - 1) + "…",
                "",
                "",
                "",
                "",
                section == null ? "" : section.name(),
                card.id());
    }

    static ActionForm of(PlannedAction action, Locale locale) {
        Role role = action.role();
        UUID person = action.person();
        LocalDate due = action.due();
        Long cost = action.costCents();
        Section section = action.section();
        String card = action.card();
        return new ActionForm(
                action.what(),
                role == null ? "" : who(role, person),
                due == null ? "" : due.toString(),
                cost == null ? "" : AmountText.typed(cost, locale),
                action.topic(),
                section == null ? "" : section.name(),
                card == null ? "" : card);
    }

    static String who(Role role, @Nullable UUID person) {
        return person == null ? role.name() : role.name() + " " + person;
    }

    /** @param today in the association's zone */
    Problems check(LocalDate today, PlanChoices choices) {
        Problems problems = new Problems();
        if (quoi.isEmpty()) {
            problems.add("quoi", "plan.what.missing");
        } else if (quoi.length() > LONGEST) {
            problems.add("quoi", "plan.text.long", LONGEST, quoi.length());
        }
        if (!choices.knowsWho(qui)) {
            problems.add("qui", "plan.who.unknown");
        }
        LocalDate day = due();
        if (!quand.isEmpty() && day == null) {
            problems.add("quand", "plan.due.wrong");
        } else if (day != null && (day.isBefore(today.minusYears(YEARS)) || day.isAfter(today.plusYears(YEARS)))) {
            problems.add("quand", "plan.due.far", YEARS);
        }
        if (cout.startsWith("-") || cout.startsWith("−")) {
            problems.add("cout", "plan.cost.negative");
        } else if (!cout.isEmpty() && cents() == null) {
            problems.add("cout", "plan.cost.wrong");
        }
        if (!aide.isEmpty()
                && choices.topics().stream().noneMatch(topic -> topic.code().equals(aide))) {
            problems.add("aide", "plan.topic.unknown");
        }
        if (!touche.isEmpty() && section() == null) {
            problems.add("touche", "plan.section.unknown");
        }
        return problems;
    }

    @Nullable
    Role role() {
        String code = qui.split(" ", -1)[0];
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(code))
                .findFirst()
                .orElse(null);
    }

    /** Once checked. */
    @Nullable
    UUID person() {
        int blank = qui.indexOf(' ');
        return blank < 0 ? null : UUID.fromString(qui.substring(blank + 1));
    }

    @Nullable
    LocalDate due() {
        return DayText.read(quand);
    }

    @Nullable
    Long cents() {
        long cents =
                AmountText.grouped(cout.replaceFirst("[ \u00a0\u202f]?€$", "")).orElse(-1);
        return cents < 0 || cents > MOST_CENTS ? null : cents;
    }

    @Nullable
    Section section() {
        return Arrays.stream(Section.values())
                .filter(one -> one.name().equals(touche))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    String card() {
        return conseil.isEmpty() ? null : conseil;
    }

    /** Only a card that exists leads back to its advice. */
    ActionForm withCard(String card) {
        return new ActionForm(quoi, qui, quand, cout, aide, touche, card);
    }
}
