package org.tremplin.capacity.diagnosis;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The form to print.
 *
 * @param pairs of how many partners the full form asks whether they work together; 0 in the short one
 */
record PaperPage(
        String association, String home, boolean express, int tokens, Partners partners, int pairs, List<Part> parts) {

    PaperPage {
        parts = List.copyOf(parts);
    }

    /** @param slug of its page on the screen */
    record Part(String slug, String title, List<Question> questions, List<Question.Option> kinds) {

        /** Whether it says what the association is, the same on every paper. */
        public boolean once() {
            return !kinds.isEmpty() || questions.stream().anyMatch(Question::trait);
        }
    }

    /**
     * The table of partners.
     *
     * @param codes what is written into the columns, as numbers
     * @param brings columns to tick
     */
    record Partners(int rows, List<Code> codes, List<Box> brings) {

        Partners {
            codes = List.copyOf(codes);
            brings = List.copyOf(brings);
        }
    }

    record Code(String title, List<String> values) {

        Code {
            values = List.copyOf(values);
        }

        /** Each value behind its number. */
        public List<String> legend() {
            return IntStream.range(0, values.size())
                    .mapToObj(at -> (at + 1) + " " + values.get(at))
                    .toList();
        }
    }

    record Box(String letter, String text) {}
}
