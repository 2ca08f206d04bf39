package org.tremplin.capacity.score;

import java.util.List;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.SectionScore;
import org.tremplin.capacity.Span;

/** The score of a section: the mean of its answers, and what the missing ones could make of it. */
final class Sections {

    /** Points of 100 for one notch. */
    static final Ratio NOTCH = Ratio.of(Ratio.HUNDRED.numerator().longValueExact(), Answer.TOP);

    private Sections() {}

    /** @param enough the answered part from which a score is told */
    static SectionScore score(Section section, List<Answer> answers, Ratio enough) {
        int answered = 0;
        int notches = 0;
        int counted = 0;
        for (Answer answer : answers) {
            if (answer.isScaled()) {
                answered++;
                notches += answer.notches();
            }
            if (answer != Answer.NOT_APPLICABLE) {
                counted++;
            }
        }
        if (counted == 0) {
            return new SectionScore(section, Span.OPEN, Ratio.ZERO, 0);
        }
        Ratio coverage = Ratio.of(answered, counted);
        int unknown = counted - answered;
        return new SectionScore(
                section,
                new Span(
                        coverage.below(enough) ? null : NOTCH.times(notches).dividedBy(answered),
                        NOTCH.times(notches).dividedBy(counted),
                        NOTCH.times(notches + (long) Answer.TOP * unknown).dividedBy(counted)),
                coverage,
                counted);
    }
}
