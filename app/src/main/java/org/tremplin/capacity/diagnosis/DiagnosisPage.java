package org.tremplin.capacity.diagnosis;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a diagnosis is.
 *
 * @param express which form is being answered, or was the last time
 * @param doneOn when the last result was made
 * @param replaced when the last result was made, if it is of the full form and the short one is to take its place
 * @param partners how many are listed
 * @param parts pages of the person who looks
 */
record DiagnosisPage(
        String home,
        boolean open,
        boolean express,
        @Nullable LocalDate doneOn,
        @Nullable LocalDate replaced,
        int partners,
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
