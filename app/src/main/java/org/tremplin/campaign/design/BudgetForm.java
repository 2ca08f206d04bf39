package org.tremplin.campaign.design;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.Plan.BudgetLine;
import org.tremplin.campaign.Plan.Need;
import org.tremplin.campaign.Plan.Resource;
import org.tremplin.campaign.Plan.ResourceState;
import org.tremplin.money.AmountText;
import org.tremplin.platform.web.Problems;

/** Both sides of the budget, and what happens below and above the goal. */
record BudgetForm(List<Line> lines, List<Other> resources, String below, String above, Supplier<UUID> ids)
        implements StepForm {

    private static final int MOST_LINES = 40;
    private static final int MOST_RESOURCES = 20;
    private static final int LABEL = 60;
    private static final int PURPOSE = 400;
    private static final int TERMS = 2000;

    /** @param id empty for a line that was just added */
    record Line(
            String id,
            String label,
            String purpose,
            String planned,
            String asked,
            String need,
            boolean indispensable,
            String result,
            boolean costs) {}

    record Other(String id, String label, String amount, String state, String on) {}

    static BudgetForm of(Plan plan, Locale locale, Supplier<UUID> ids) {
        return new BudgetForm(
                plan.lines().stream().map(line -> line(line, locale)).toList(),
                plan.resources().stream()
                        .map(resource -> other(resource, locale))
                        .toList(),
                plan.belowGoal(),
                plan.aboveGoal(),
                ids);
    }

    /** With one line or resource more or less, if that was the button. */
    static BudgetForm typed(Typed typed, Plan plan, Supplier<UUID> ids) {
        int removedLine = typed.pressed("retirer", "ligne");
        int removedResource = typed.pressed("retirer", "ressource");
        List<Line> lines = new ArrayList<>();
        for (int row : typed.rows("ligne", MOST_LINES)) {
            Line line = line(typed, "ligne-" + row + "-", plan);
            if (row != removedLine || line.costs()) {
                lines.add(line);
            }
        }
        List<Other> resources = new ArrayList<>();
        for (int row : typed.rows("ressource", MOST_RESOURCES)) {
            if (row != removedResource) {
                resources.add(other(typed, "ressource-" + row + "-"));
            }
        }
        String added = typed.line("ajouter");
        if (added.equals("ligne") && lines.size() < MOST_LINES) {
            // before the automatic line, which stays last
            int at = (int) lines.stream().filter(line -> !line.costs()).count();
            lines.add(at, new Line("", "", "", "", "", Need.MONEY.name(), true, "", false));
        }
        if (added.equals("ressource") && resources.size() < MOST_RESOURCES) {
            resources.add(new Other("", "", "", ResourceState.ASKED.name(), ""));
        }
        return new BudgetForm(lines, resources, typed.text("dessous"), typed.text("dessus"), ids);
    }

    @Override
    public Plan applyTo(Plan plan, Problems problems) {
        List<BudgetLine> read = new ArrayList<>();
        for (int row = 0; row < lines.size(); row++) {
            read.add(read(lines.get(row), "ligne-" + row + "-", problems));
        }
        // the automatic line is never lost, whatever the form brought
        if (read.stream().noneMatch(BudgetLine::collectionCosts)) {
            plan.lines().stream().filter(BudgetLine::collectionCosts).forEach(read::add);
        }
        List<Resource> others = new ArrayList<>();
        for (int row = 0; row < resources.size(); row++) {
            others.add(read(resources.get(row), "ressource-" + row + "-", problems));
        }
        Typed.bound(below, TERMS, "dessous", problems);
        Typed.bound(above, TERMS, "dessus", problems);
        return plan.budgeted(List.copyOf(read), List.copyOf(others), below.strip(), above.strip());
    }

    private BudgetLine read(Line line, String row, Problems problems) {
        long planned = Typed.cents(line.planned(), row + "prevu", problems);
        long asked = Typed.cents(line.asked(), row + "dons", problems);
        if (asked > planned) {
            problems.add(row + "dons", "editor.problem.asked");
        }
        Typed.bound(line.label(), LABEL, row + "intitule", problems);
        Typed.bound(line.purpose(), PURPOSE, row + "usage", problems);
        Typed.bound(line.result(), PURPOSE, row + "resultat", problems);
        return new BudgetLine(
                line.id().isEmpty() ? ids.get() : UUID.fromString(line.id()),
                line.label(),
                line.purpose(),
                planned,
                asked,
                oneOf(Need.values(), line.need(), Need.MONEY),
                line.indispensable(),
                line.result(),
                line.costs());
    }

    private Resource read(Other other, String row, Problems problems) {
        Typed.bound(other.label(), LABEL * 2, row + "intitule", problems);
        LocalDate on = Typed.day(other.on(), row + "date", problems).orElse(null);
        return new Resource(
                other.id().isEmpty() ? ids.get() : UUID.fromString(other.id()),
                other.label(),
                Typed.cents(other.amount(), row + "montant", problems),
                oneOf(ResourceState.values(), other.state(), ResourceState.ASKED),
                on);
    }

    private static Line line(Typed typed, String row, Plan plan) {
        String id = known(typed.line(row + "id"), plan.lines().stream().map(BudgetLine::id));
        boolean costs = plan.lines().stream()
                .anyMatch(line -> line.collectionCosts() && line.id().toString().equals(id));
        return new Line(
                id,
                typed.line(row + "intitule"),
                typed.line(row + "usage"),
                typed.line(row + "prevu"),
                typed.line(row + "dons"),
                typed.line(row + "besoin"),
                typed.ticked(row + "indispensable"),
                typed.line(row + "resultat"),
                costs);
    }

    private static Other other(Typed typed, String row) {
        return new Other(
                typed.line(row + "id").matches("[0-9a-f-]{36}") ? typed.line(row + "id") : "",
                typed.line(row + "intitule"),
                typed.line(row + "montant"),
                typed.line(row + "etat"),
                typed.line(row + "date"));
    }

    /** A line keeps its id only if it is one of this plan. */
    private static String known(String id, Stream<UUID> ids) {
        return ids.map(UUID::toString).filter(id::equals).findFirst().orElse("");
    }

    private static Line line(BudgetLine line, Locale locale) {
        return new Line(
                line.id().toString(),
                line.label(),
                line.purpose(),
                euros(line.plannedCents(), locale),
                euros(line.askedCents(), locale),
                line.need().name(),
                line.indispensable(),
                line.expectedResult(),
                line.collectionCosts());
    }

    private static Other other(Resource resource, Locale locale) {
        LocalDate on = resource.on();
        return new Other(
                resource.id().toString(),
                resource.label(),
                euros(resource.cents(), locale),
                resource.state().name(),
                on == null ? "" : on.toString());
    }

    /** As people type it; nothing for zero. */
    static String euros(long cents, Locale locale) {
        return cents == 0 ? "" : AmountText.typed(cents, locale);
    }

    private static <E extends Enum<E>> E oneOf(E[] values, String name, E otherwise) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(otherwise);
    }
}
