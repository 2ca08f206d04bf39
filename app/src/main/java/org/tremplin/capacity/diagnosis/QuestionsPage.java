package org.tremplin.capacity.diagnosis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of questions.
 *
 * @param slug of this page
 * @param sheet the number of the paper form that is typed in; none for one’s own answers
 * @param writer whether the reader may open again what a colleague concluded
 * @param traits whether what is said of the association may be changed here
 * @param concluded whether a colleague did so while this was being filled in: nothing of it is saved
 * @param number of this page, from 1
 * @param tokens only on the page that shares them
 * @param previous where “before” leads; none on the first page
 * @param last whether the result comes next
 * @param partners only on the page that asks for them
 */
record QuestionsPage(
        String home,
        String slug,
        String title,
        boolean express,
        @Nullable Integer sheet,
        String respondent,
        String mediator,
        boolean writer,
        boolean traits,
        boolean concluded,
        int number,
        List<Stop> steps,
        List<Asked> questions,
        List<Token> tokens,
        int tokensAsked,
        boolean previous,
        boolean last,
        int answered,
        int minutes,
        Partners partners) {

    QuestionsPage {
        steps = List.copyOf(steps);
        questions = List.copyOf(questions);
        tokens = List.copyOf(tokens);
    }

    /** Where this form is sent, and its neighbours with another name of a page. */
    public String address(String page) {
        return home + "/questions?partie=" + page + (sheet == null ? "" : "&feuille=" + sheet);
    }

    /** What of the tokens is placed; whatever is no whole number counts for none. */
    public int placed() {
        return tokens.stream()
                .filter(token -> token.value().matches("\\d{1,2}"))
                .mapToInt(token -> Integer.parseInt(token.value()))
                .sum();
    }

    /** Some tokens are placed and not all: they wait. */
    public boolean waiting() {
        return traits
                && placed() != tokensAsked
                && tokens.stream().anyMatch(token -> !token.value().isEmpty());
    }

    /** Whether its last button makes the result. */
    public boolean finishes() {
        return last && traits;
    }

    /** @param state done, now or todo */
    record Stop(String slug, String title, String state) {}

    record Asked(Question question, String chosen) {

        /** The answer in words; none yet is empty. */
        public String said() {
            return question.options().stream()
                    .filter(option -> option.value().equals(chosen))
                    .map(Question.Option::label)
                    .findFirst()
                    .orElse("");
        }
    }

    record Token(String id, String label, String value) {}

    /**
     * @param wanted how many this form asks for at most
     * @param none whether it is said that there are none
     */
    record Partners(List<Partner> named, int wanted, boolean none) {

        Partners {
            named = List.copyOf(named);
        }
    }

    record Partner(String name, String type) {}
}
