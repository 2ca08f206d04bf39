package org.tremplin.campaign.design;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.Plan;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Slug;

/** When, at which address, with which proposed gifts, and who gives time to the campaign. */
record ReachForm(
        String opens, String closes, String slug, List<Amount> amounts, List<Task> tasks, List<PromiseRow> promises)
        implements StepForm {

    private static final int MOST_AMOUNTS = 6;
    private static final int MOST_TASKS = 20;
    private static final int TEXT = 160;
    private static final int MOST_PROMISES = 12;
    private static final int MOST_HOURS = 5000;

    record Amount(String euros, String meaning) {}

    record Task(String task, String who, String hours) {}

    static ReachForm of(Plan plan, String slug, Locale locale) {
        LocalDate opens = plan.opensOn();
        LocalDate closes = plan.closesOn();
        return new ReachForm(
                opens == null ? "" : opens.toString(),
                closes == null ? "" : closes.toString(),
                slug,
                plan.amounts().stream()
                        .map(preset -> new Amount(BudgetForm.euros(preset.cents(), locale), preset.meaning()))
                        .toList(),
                plan.means().stream()
                        .map(means -> new Task(means.task(), means.who(), Integer.toString(means.hours())))
                        .toList(),
                plan.promises().stream().map(PromiseRow::of).toList());
    }

    /** With one row more or less, if that was the button. */
    static ReachForm typed(Typed typed, Campaign campaign, Supplier<UUID> ids) {
        int removedAmount = typed.pressed("retirer", "montant");
        int removedTask = typed.pressed("retirer", "moyen");
        List<Amount> amounts = new ArrayList<>();
        for (int row : typed.rows("montant", MOST_AMOUNTS)) {
            if (row != removedAmount) {
                String name = "montant-" + row + "-";
                amounts.add(new Amount(typed.line(name + "euros"), typed.line(name + "sens")));
            }
        }
        List<Task> tasks = new ArrayList<>();
        for (int row : typed.rows("moyen", MOST_TASKS)) {
            if (row != removedTask) {
                String name = "moyen-" + row + "-";
                tasks.add(new Task(typed.line(name + "tache"), typed.line(name + "qui"), typed.line(name + "heures")));
            }
        }
        if (typed.line("ajouter").equals("montant") && amounts.size() < MOST_AMOUNTS) {
            amounts.add(new Amount("", ""));
        }
        if (typed.line("ajouter").equals("moyen") && tasks.size() < MOST_TASKS) {
            tasks.add(new Task("", "", ""));
        }
        int removedPromise = typed.pressed("retirer", "promesse");
        List<PromiseRow> promises = new ArrayList<>();
        for (int row : typed.rows("promesse", MOST_PROMISES)) {
            if (row != removedPromise) {
                promises.add(PromiseRow.typed(typed, "promesse-" + row + "-", ids));
            }
        }
        if (typed.line("ajouter").equals("promesse") && promises.size() < MOST_PROMISES) {
            promises.add(PromiseRow.empty(ids.get()));
        }
        boolean draft = campaign.state() == Campaign.State.DRAFT;
        String slug = draft && typed.has("adresse") ? typed.line("adresse") : campaign.slug();
        return new ReachForm(typed.line("ouverture"), typed.line("fermeture"), slug, amounts, tasks, promises);
    }

    @Override
    public Plan applyTo(Plan plan, Problems problems) {
        LocalDate first = Typed.day(opens, "ouverture", problems).orElse(null);
        LocalDate last = Typed.day(closes, "fermeture", problems).orElse(null);
        if (first != null && last != null && !last.isAfter(first)) {
            problems.add("fermeture", "editor.problem.days");
        }
        if (!Slug.valid(slug)) {
            problems.add("adresse", "editor.problem.slug");
        }
        List<Plan.Preset> presets = new ArrayList<>();
        for (int row = 0; row < amounts.size(); row++) {
            presets.add(read(amounts.get(row), "montant-" + row + "-", problems));
        }
        List<Plan.Means> means = new ArrayList<>();
        for (int row = 0; row < tasks.size(); row++) {
            means.add(read(tasks.get(row), "moyen-" + row + "-", problems));
        }
        List<Plan.Promise> told = new ArrayList<>();
        for (int row = 0; row < promises.size(); row++) {
            told.add(promises.get(row).read("promesse-" + row + "-", problems));
        }
        return plan.spread(List.copyOf(presets), first, last, List.copyOf(means))
                .promising(told);
    }

    private static Plan.Preset read(Amount amount, String row, Problems problems) {
        Typed.bound(amount.meaning(), TEXT, row + "sens", problems);
        return new Plan.Preset(Typed.cents(amount.euros(), row + "euros", problems), amount.meaning());
    }

    private static Plan.Means read(Task task, String row, Problems problems) {
        Typed.bound(task.task(), TEXT, row + "tache", problems);
        Typed.bound(task.who(), TEXT, row + "qui", problems);
        boolean number = task.hours().matches("[0-9]{0,4}");
        int hours = !number || task.hours().isEmpty() ? 0 : Integer.parseInt(task.hours());
        if (!number || hours > MOST_HOURS) {
            problems.add(row + "heures", "editor.problem.hours");
        }
        return new Plan.Means(task.task(), task.who(), hours);
    }
}
