package org.tremplin.campaign.design;

import org.tremplin.campaign.Cause;
import org.tremplin.campaign.Plan;
import org.tremplin.platform.web.Problems;

/** What the project is. */
record ProjectForm(
        String title,
        String lead,
        String forWhom,
        String what,
        String when,
        String where,
        String department,
        String problem,
        String result,
        String cause,
        boolean sensitive,
        String language)
        implements StepForm {

    static final int TITLE = 90;
    static final int LEAD = 240;
    static final int ANSWER = 1200;
    private static final int PLACE = 80;

    static ProjectForm of(Plan plan) {
        Plan.Definition answers = plan.definition();
        return new ProjectForm(
                plan.title(),
                plan.lead(),
                answers.forWhom(),
                answers.what(),
                answers.when(),
                answers.where(),
                answers.department(),
                answers.problem(),
                answers.result(),
                plan.cause(),
                plan.sensitive(),
                plan.language());
    }

    static ProjectForm typed(Typed typed) {
        return new ProjectForm(
                typed.line("titre"),
                typed.line("accroche"),
                typed.text("pourQui"),
                typed.text("quoi"),
                typed.text("quand"),
                typed.line("ou"),
                typed.line("departement"),
                typed.text("probleme"),
                typed.text("resultat"),
                typed.line("cause"),
                typed.ticked("sensible"),
                typed.line("langue"));
    }

    @Override
    public Plan applyTo(Plan plan, Problems problems) {
        Typed.bound(title, TITLE, "titre", problems);
        Typed.bound(lead, LEAD, "accroche", problems);
        Typed.bound(forWhom, ANSWER, "pourQui", problems);
        Typed.bound(what, ANSWER, "quoi", problems);
        Typed.bound(when, ANSWER, "quand", problems);
        Typed.bound(where, PLACE, "ou", problems);
        Typed.bound(department, 60, "departement", problems);
        Typed.bound(problem, ANSWER, "probleme", problems);
        Typed.bound(result, ANSWER, "resultat", problems);
        Plan.Definition answers = new Plan.Definition(
                forWhom.strip(),
                what.strip(),
                when.strip(),
                where.strip(),
                department,
                problem.strip(),
                result.strip());
        return plan.defined(
                language.equals("en") ? "en" : "fr", title, lead, answers, Cause.known(cause) ? cause : "", sensitive);
    }
}
