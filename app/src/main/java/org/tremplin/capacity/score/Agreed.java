package org.tremplin.capacity.score;

import java.util.ArrayList;
import java.util.List;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.grid.Item;

/**
 * What several people of one association answered, as one: the median of each item. Where they are far apart is often the
 * most useful thing to talk about.
 *
 * @param answers in the order of the items
 * @param toDiscuss items whose answers are far apart
 */
public record Agreed(List<Answer> answers, List<Spread> toDiscuss) {

    public Agreed {
        answers = List.copyOf(answers);
        toDiscuss = List.copyOf(toDiscuss);
    }

    public record Spread(String item, Answer lowest, Answer highest) {}

    /**
     * @param respondents the answers of each, in the order of the items
     * @param far notches from which two answers are far apart
     */
    public static Agreed of(List<Item> items, List<List<Answer>> respondents, int far) {
        List<Answer> answers = new ArrayList<>();
        List<Spread> toDiscuss = new ArrayList<>();
        for (int at = 0; at < items.size(); at++) {
            List<Answer> given = given(respondents, at);
            List<Answer> scaled =
                    given.stream().filter(Answer::isScaled).sorted().toList();
            if (scaled.isEmpty()) {
                answers.add(given.contains(Answer.UNKNOWN) || given.isEmpty() ? Answer.UNKNOWN : Answer.NOT_APPLICABLE);
                continue;
            }
            // of two middle answers the lower: nobody is told more than half of them said
            answers.add(scaled.get((scaled.size() - 1) / 2));
            Answer lowest = scaled.get(0);
            Answer highest = scaled.get(scaled.size() - 1);
            if (highest.notches() - lowest.notches() >= far) {
                toDiscuss.add(new Spread(items.get(at).id(), lowest, highest));
            }
        }
        return new Agreed(answers, toDiscuss);
    }

    private static List<Answer> given(List<List<Answer>> respondents, int at) {
        return respondents.stream().map(answers -> answers.get(at)).toList();
    }
}
