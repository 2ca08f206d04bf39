package org.tremplin.capacity.diagnosis;

import java.util.List;
import java.util.Map;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Diagnosis;
import org.tremplin.capacity.Figures;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Result;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.score.Agreed;

/**
 * A result and all that it was made from, as it is kept.
 *
 * @param express whether only the short form was asked
 * @param respondents how many answered
 * @param assumed traits that were counted as the smallest, for want of an answer
 * @param described what else it said it is, in no calculation: by trait, only what was answered
 */
public record KeptResult(
        boolean express,
        int respondents,
        Diagnosis diagnosis,
        Preparation preparation,
        Result result,
        List<Agreed.Spread> toDiscuss,
        List<String> assumed,
        Map<String, String> described) {

    /** Sections of the association itself; its campaign has its own page. */
    public static final List<Section> SECTIONS = List.of(Section.A, Section.B, Section.L, Section.G);

    public KeptResult {
        toDiscuss = List.copyOf(toDiscuss);
        assumed = List.copyOf(assumed);
        // results of before it was kept have none
        described = described == null ? Map.of() : Map.copyOf(described);
    }

    public Figures figures() {
        return result.figures();
    }

    /** What was answered in this section, in the order of its items. */
    public List<Answer> answers(Section section) {
        return switch (section) {
            case A -> diagnosis.online();
            case B -> diagnosis.software();
            case L -> diagnosis.learning();
            case G -> diagnosis.governance();
            case PREP -> preparation.answers();
        };
    }
}
