package org.tremplin.capacity.experience;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.tremplin.capacity.Reach;
import org.tremplin.capacity.experience.Giveaways.Named;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Typed;

/**
 * The three questions as typed; component names are those of the fields.
 *
 * @param aide what helped most
 * @param sujets items of the diagnosis, fields {@code sujet1} to {@code sujet3}; empty where none is chosen
 * @param langue the answers are written in
 */
record ExperienceForm(
        String aide,
        String autrement,
        String conseil,
        List<String> sujets,
        String modele,
        String taille,
        String territoire,
        String langue) {

    static ExperienceForm read(Typed typed) {
        return new ExperienceForm(
                typed.text("aide"),
                typed.text("autrement"),
                typed.text("conseil"),
                List.of(typed.line("sujet1"), typed.line("sujet2"), typed.line("sujet3")),
                typed.line("modele"),
                typed.line("taille"),
                typed.line("territoire"),
                typed.line("langue"));
    }

    static ExperienceForm blank(String language) {
        return new ExperienceForm("", "", "", List.of("", "", ""), "", "", "", language);
    }

    static ExperienceForm of(Told told) {
        List<String> items = Stream.concat(told.items().stream(), Stream.of("", "", ""))
                .limit(Told.MOST_ITEMS)
                .toList();
        return new ExperienceForm(
                told.helped(),
                told.otherwise(),
                told.advice(),
                items,
                told.template(),
                told.staff(),
                told.reach(),
                told.language());
    }

    /** What no page of ours offers is left out. */
    Told told(Subjects subjects) {
        return new Told(
                langue.equals("en") ? "en" : "fr",
                aide,
                autrement,
                conseil,
                sujets.stream().filter(subjects::knowsItem).distinct().toList(),
                subjects.knowsTemplate(modele) ? modele : "",
                Told.STAFF.contains(taille) ? taille : "",
                Arrays.stream(Reach.values()).anyMatch(reach -> reach.name().equals(territoire)) ? territoire : "");
    }

    /** A draft may hold anything, but not more than fits. */
    Problems check() {
        Problems problems = new Problems()
                .name("aide", "experience.ask.aide")
                .name("autrement", "experience.ask.autrement")
                .name("conseil", "experience.ask.conseil");
        shortEnough(problems, "aide", aide);
        shortEnough(problems, "autrement", autrement);
        shortEnough(problems, "conseil", conseil);
        return problems;
    }

    /** What is sent answers all three, and names nobody. */
    Problems check(Collection<Named> names) {
        Problems problems = check();
        telling(problems, "aide", aide, names);
        telling(problems, "autrement", autrement, names);
        telling(problems, "conseil", conseil, names);
        return problems;
    }

    private static void shortEnough(Problems problems, String field, String answer) {
        if (Told.length(answer) > Told.LONGEST) {
            problems.add(field, "experience.long", Told.LONGEST, Told.length(answer));
        }
    }

    private static void telling(Problems problems, String field, String answer, Collection<Named> names) {
        if (answer.isEmpty()) {
            problems.add(field, "experience.missing");
        }
        Giveaways.in(answer, names).ifPresent(found -> problems.add(field, found.key(), found.words()));
    }
}
