package org.tremplin.capacity.diagnosis;

import java.util.List;

/** The form to print. */
record PaperPage(String association, String home, boolean express, int tokens, List<Part> parts) {

    PaperPage {
        parts = List.copyOf(parts);
    }

    record Part(String title, List<Question> questions, List<Question.Option> kinds) {}
}
