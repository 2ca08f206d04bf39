package org.tremplin.capacity.diagnosis;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a diagnosis is.
 *
 * @param express which form is being answered
 * @param doneOn when the last result was made
 * @param parts pages of the person who looks
 */
record DiagnosisPage(
        String home,
        boolean open,
        boolean express,
        @Nullable LocalDate doneOn,
        List<Part> parts,
        List<Respondent> respondents) {

    DiagnosisPage {
        parts = List.copyOf(parts);
        respondents = List.copyOf(respondents);
    }

    public int answered() {
        return parts.stream().mapToInt(Part::answered).sum();
    }

    public int asked() {
        return parts.stream().mapToInt(Part::asked).sum();
    }

    record Part(String slug, String title, int answered, int asked) {}
}
