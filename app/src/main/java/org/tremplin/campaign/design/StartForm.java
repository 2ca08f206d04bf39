package org.tremplin.campaign.design;

import org.tremplin.platform.web.Problems;

/**
 * The first questions.
 *
 * @param template id of a ready-made campaign; {@code vide} to start from nothing
 */
record StartForm(String template, String title, String forWhom, String language) {

    static final String EMPTY = "vide";

    static StartForm typed(Typed typed) {
        return new StartForm(
                typed.line("modele"), typed.line("titre"), typed.text("pourQui").strip(), typed.line("langue"));
    }

    Problems problems() {
        Problems problems = new Problems();
        if (template.isEmpty()) {
            problems.add("modele", "start.problem.template");
        }
        if (title.isBlank()) {
            problems.add("titre", "start.problem.title");
        }
        Typed.bound(title, ProjectForm.TITLE, "titre", problems);
        Typed.bound(forWhom, ProjectForm.ANSWER, "pourQui", problems);
        return problems;
    }
}
