package org.tremplin.capacity.score;

import java.util.List;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Diagnosis;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Span;
import org.tremplin.capacity.grid.Grid;

/** How far a readiness would go if every answer were a notch lower or higher: the honest width of what people tell. */
final class Shifted {

    private Shifted() {}

    static Ratio lower(Grid grid, Diagnosis diagnosis, Preparation preparation) {
        Span span = new Computation(grid, moved(diagnosis, -1), moved(preparation, -1))
                .figures()
                .readiness();
        return span.point() == null ? span.low() : span.point();
    }

    static Ratio higher(Grid grid, Diagnosis diagnosis, Preparation preparation) {
        Span span = new Computation(grid, moved(diagnosis, 1), moved(preparation, 1))
                .figures()
                .readiness();
        return span.point() == null ? span.high() : span.point();
    }

    private static Diagnosis moved(Diagnosis diagnosis, int notches) {
        return new Diagnosis(
                diagnosis.profile(),
                moved(diagnosis.online(), notches),
                moved(diagnosis.software(), notches),
                moved(diagnosis.learning(), notches),
                moved(diagnosis.governance(), notches),
                diagnosis.obstacles(),
                diagnosis.partners(),
                diagnosis.ties());
    }

    private static Preparation moved(Preparation preparation, int notches) {
        return new Preparation(
                preparation.type(),
                preparation.goal(),
                moved(preparation.answers(), notches),
                preparation.relays(),
                preparation.hours(),
                preparation.costs(),
                preparation.means(),
                preparation.committed(),
                preparation.gatesMissing());
    }

    private static List<Answer> moved(List<Answer> answers, int notches) {
        return answers.stream().map(answer -> answer.moved(notches)).toList();
    }
}
