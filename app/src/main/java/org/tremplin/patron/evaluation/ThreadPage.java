package org.tremplin.patron.evaluation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.tremplin.patron.evaluation.Threads.Side;
import org.tremplin.patron.evaluation.Threads.Word;

/**
 * A thread as both sides read it.
 */
record ThreadPage(List<Line> lines) {

    static ThreadPage of(List<Word> words, String company, String association, ZoneId zone) {
        return new ThreadPage(words.stream()
                .map(word -> new Line(
                        word.side() == Side.PATRON ? company : association,
                        word.side() == Side.ASSOCIATION,
                        LocalDate.ofInstant(word.at(), zone),
                        word.body()))
                .toList());
    }

    /** @param by name of the organisation or the association; @param answer whether the association said it */
    record Line(String by, boolean answer, LocalDate on, String words) {}
}
