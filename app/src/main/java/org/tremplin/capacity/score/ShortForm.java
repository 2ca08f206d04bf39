package org.tremplin.capacity.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Diagnosis;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Item;

/**
 * What five minutes of answers allow to say: what is missing to publish, and where to begin. No readiness.
 *
 * @param lowest the lowest answers of the short form, at most three
 */
public record ShortForm(String version, List<String> gatesMissing, List<Low> lowest) {

    private static final int LOWEST = 3;

    public ShortForm {
        gatesMissing = List.copyOf(gatesMissing);
        lowest = List.copyOf(lowest);
    }

    public record Low(String item, Answer answer) {}

    /** @param diagnosis whose answers to questions outside the short form are not looked at */
    public static ShortForm of(Grid grid, Diagnosis diagnosis, Preparation preparation) {
        List<Low> answered = new ArrayList<>();
        for (Section section : Section.values()) {
            List<Item> items = grid.items(section);
            List<Answer> answers = Computation.answers(section, diagnosis, preparation);
            for (int at = 0; at < answers.size(); at++) {
                if (items.get(at).express() && answers.get(at).atMost(Answer.TOP - 1)) {
                    answered.add(new Low(items.get(at).id(), answers.get(at)));
                }
            }
        }
        return new ShortForm(
                grid.version(),
                preparation.gatesMissing(),
                answered.stream()
                        .sorted(Comparator.comparing(Low::answer))
                        .limit(LOWEST)
                        .toList());
    }
}
