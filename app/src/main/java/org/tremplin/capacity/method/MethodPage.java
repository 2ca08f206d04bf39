package org.tremplin.capacity.method;

import java.util.List;
import org.tremplin.platform.web.About;

/**
 * The method in one language.
 *
 * @param version of the definition
 * @param signs what the study observed
 * @param components headings of the table of weights
 */
record MethodPage(
        String version,
        List<Sign> signs,
        List<String> levels,
        List<Part> parts,
        List<Row> orientations,
        Profile profile,
        Partners partners,
        List<Question> obstacles,
        List<Formula> formulas,
        List<String> components,
        List<Weight> weights,
        List<Row> bands,
        List<Advised> cards,
        List<Row> gates,
        List<Row> areas,
        List<Row> sources,
        About about) {

    record Sign(String what, String sign, String caveat) {}

    record Part(String id, String name, List<Question> questions) {}

    /** @param express whether the short form asks it too */
    record Question(String id, String ask, boolean express, boolean mayBeLeftOut, List<String> sources) {}

    /** @param audience the question of P9; @param reaches each with what it asks of online practice */
    record Profile(String audience, List<String> levels, List<Row> reaches) {}

    /** @param limits how many are asked, and how many pairs */
    record Partners(String ask, String pair, List<String> types, List<String> contributions, String limits) {}

    /** @param id what stands first: a mark, a name, a number */
    record Row(String id, String text) {}

    /** @param conventions whether numbers in it are judgements */
    record Formula(String title, String text, boolean conventions) {}

    record Weight(String type, String why, List<Integer> points) {}

    /** @param when in the words of the definition, one line for each of its ways */
    record Advised(String id, List<String> when, String gap, String action, String effort, List<String> sources) {}
}
