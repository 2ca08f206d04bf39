package org.tremplin.campaign.vote;

import java.util.Collection;

/** Answers counted. A simple majority of those who answered decides; “to change” is an answer, and not a yes. */
record Count(int yes, int no, int change) {

    static Count of(Collection<Answer> answers) {
        return new Count(number(answers, Answer.YES), number(answers, Answer.NO), number(answers, Answer.CHANGE));
    }

    private static int number(Collection<Answer> answers, Answer counted) {
        return (int) answers.stream().filter(answer -> answer == counted).count();
    }

    int answers() {
        return yes + no + change;
    }

    /** @param least answers without which nothing is decided */
    Outcome outcome(int least) {
        if (answers() < least) {
            return Outcome.TOO_FEW;
        }
        return yes > no + change ? Outcome.PASSED : Outcome.REJECTED;
    }
}
