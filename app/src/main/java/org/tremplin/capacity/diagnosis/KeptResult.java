package org.tremplin.capacity.diagnosis;

import java.util.List;
import org.tremplin.capacity.Diagnosis;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Result;
import org.tremplin.capacity.score.Agreed;

/**
 * A result and all that it was made from, as it is kept.
 *
 * @param express whether only the short form was asked
 * @param respondents how many answered
 * @param assumed traits that were counted as the smallest, for want of an answer
 */
record KeptResult(
        boolean express,
        int respondents,
        Diagnosis diagnosis,
        Preparation preparation,
        Result result,
        List<Agreed.Spread> toDiscuss,
        List<String> assumed) {

    KeptResult {
        toDiscuss = List.copyOf(toDiscuss);
        assumed = List.copyOf(assumed);
    }
}
