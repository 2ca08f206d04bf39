package org.tremplin.capacity.diagnosis;

import java.util.List;
import java.util.stream.Stream;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Component;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.SectionScore;
import org.tremplin.capacity.Why;

/** Why a score is what it is, to its last answer. */
record Reasons(KeptResult kept, Telling tell) {

    List<ResultPage.Reason> all() {
        return kept.result().why().stream()
                .filter(why -> switch (why.component()) {
                    case A, B, NET, GOV -> true;
                    case RES, PREP, MOM -> false;
                })
                .flatMap(why -> why.component() == Component.NET
                        ? Stream.concat(answered(why), new NetworkReason(kept, tell).of(why))
                        : answered(why))
                .toList();
    }

    private Stream<ResultPage.Reason> answered(Why why) {
        return why.answers().isEmpty() ? Stream.empty() : Stream.of(reason(why));
    }

    private ResultPage.Reason reason(Why why) {
        Section section = switch (why.component()) {
            case A -> Section.A;
            case B -> Section.B;
            case NET -> Section.L;
            case GOV -> Section.G;
            case RES, PREP, MOM -> Section.PREP;
        };
        SectionScore score = kept.figures().section(section);
        int notches = why.answers().stream()
                .map(Why.Given::answer)
                .filter(Answer::isScaled)
                .mapToInt(Answer::notches)
                .sum();
        long answered = why.answers().stream()
                .map(Why.Given::answer)
                .filter(Answer::isScaled)
                .count();
        Ratio point = score.span().point();
        boolean open = score.span().low().below(score.span().high());
        return new ResultPage.Reason(
                tell.title(section),
                "diagnosis.why",
                why.answers().stream().map(this::given).toList(),
                point == null
                        ? tell.text("diagnosis.why.none", answered, score.counted())
                        : tell.text("diagnosis.why.sum", notches, answered, tell.number(point, 1)),
                open
                        ? tell.text(
                                "diagnosis.why.bounds",
                                tell.number(score.span().low(), 1),
                                tell.number(score.span().high(), 1))
                        : "",
                switch (section) {
                    case A ->
                        tell.text(
                                "diagnosis.why.target.A",
                                tell.told(kept.figures().onlineTarget()),
                                tell.whole(
                                        tell.grid().conventions().onlineTarget().base()),
                                tell.told(kept.figures().need()),
                                tell.told(kept.figures().orientationNeed()),
                                tell.told(kept.figures().audienceNeed()),
                                tell.whole(kept.figures().reachNeed()));
                    case B ->
                        tell.text(
                                "diagnosis.why.target.B",
                                tell.whole(kept.figures().softwareTarget()),
                                tell.whole(kept.figures().sizeTarget()),
                                tell.whole(kept.figures().goalTarget()));
                    case L, G, PREP -> "";
                },
                tell.sources(why.sources()));
    }

    /** Whoever was not asked does not say that they do not know. */
    private boolean asked(Why.Given given) {
        return !kept.express()
                || given.answer() != Answer.UNKNOWN
                || tell.grid().sections().stream()
                        .flatMap(section -> section.items().stream())
                        .anyMatch(item -> item.express() && item.id().equals(given.item()));
    }

    private ResultPage.Given given(Why.Given given) {
        return new ResultPage.Given(
                tell.name(given.item()),
                asked(given) ? tell.in(tell.grid().words(given.answer())) : tell.text("diagnosis.why.unasked"),
                given.answer().isScaled() ? String.valueOf(given.answer().notches()) : "–");
    }
}
