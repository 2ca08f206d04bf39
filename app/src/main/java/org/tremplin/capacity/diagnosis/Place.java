package org.tremplin.capacity.diagnosis;

import java.util.List;
import java.util.Map;
import org.tremplin.capacity.Profile;

/**
 * Where somebody is in the questions.
 *
 * @param writer whether the person who acts writes for the association
 * @param partners how many are listed: without any, nothing is asked of learning from them
 * @param written traits and answers of this respondent, by item
 */
record Place(
        String slug,
        Assessment assessment,
        Step step,
        Respondent respondent,
        boolean writer,
        int partners,
        Profile profile,
        Map<String, String> written) {

    Place {
        written = Map.copyOf(written);
    }

    /** Whether its form has this page. */
    boolean asked() {
        return steps(express()).contains(step);
    }

    /** Of the form that has this page: a colleague may have turned to the short one. */
    List<Step> steps() {
        return steps(express() && Step.of(true).contains(step));
    }

    private List<Step> steps(boolean express) {
        return Step.of(express, partners > 0);
    }

    /** What is the association’s, not the respondent’s, is said once by those who write. */
    boolean traits() {
        return writer && respondent.sheet() == null;
    }

    boolean express() {
        return assessment.express();
    }

    String home() {
        return home(slug);
    }

    /** Where the way from this page leads: the neighbour that is asked, or the way out. */
    String next(boolean back) {
        List<Step> steps = steps(express());
        return (back
                        ? steps.stream().filter(one -> one.compareTo(step) < 0).reduce((first, second) -> second)
                        : steps.stream().filter(one -> one.compareTo(step) > 0).findFirst())
                .map(this::address)
                .orElse(home());
    }

    private String address(Step wanted) {
        Integer sheet = respondent.sheet();
        return home() + "/questions?partie=" + wanted.slug() + (sheet == null ? "" : "&feuille=" + sheet);
    }

    static String home(String slug) {
        return "/espace/" + slug + "/diagnostic";
    }
}
