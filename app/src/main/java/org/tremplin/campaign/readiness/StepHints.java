package org.tremplin.campaign.readiness;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.design.Draft;
import org.tremplin.campaign.design.Hints;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Assessed;
import org.tremplin.capacity.Assessments;
import org.tremplin.capacity.Contribution;
import org.tremplin.capacity.Diagnosis;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Scoring;
import org.tremplin.capacity.Wordings;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** The advice of the diagnosis at the step where it helps (diagnosis, 4c): the cards of the grid, and three of our own. */
@Component
class StepHints implements Hints {

    /** Cards by the step where what they speak of is written. */
    static final Map<String, List<String>> CARDS = Map.of(
            "projet", List.of("R01", "R04"),
            "budget", List.of("R17", "R07", "R20"),
            "recit", List.of(),
            "diffusion", List.of("R16", "R18", "R19"));

    /** Places of A5 and P2 among their answers. */
    private static final int PICTURE = 4;

    private static final int STORY = 1;

    /** Compares with the goal: without one it says nothing. */
    private static final String PROMISES = "R17";

    private final Assessments assessments;
    private final Preparations preparations;
    private final Scoring scoring;
    private final Wordings wordings;
    private final MessageSource messages;

    StepHints(
            Assessments assessments,
            Preparations preparations,
            Scoring scoring,
            Wordings wordings,
            MessageSource messages) {
        this.assessments = assessments;
        this.preparations = preparations;
        this.scoring = scoring;
        this.wordings = wordings;
        this.messages = messages;
    }

    @Override
    public Mono<List<Hint>> of(Draft draft, String step, Language language) {
        return Mono.zip(assessments.latest(draft.campaign().association()), preparations.of(draft))
                .map(read -> read.getT1()
                        .map(Assessed::diagnosis)
                        .map(diagnosis ->
                                hints(diagnosis, read.getT2(), draft.plan().goalCents(), step, language))
                        .orElse(List.of()));
    }

    private List<Hint> hints(Diagnosis diagnosis, Told told, long goalCents, String step, Language language) {
        return Stream.concat(
                        cards(diagnosis, told, goalCents, step).stream()
                                .map(card ->
                                        new Hint(wordings.action(card, language), wordings.reason(card, language))),
                        ours(diagnosis, told, step)
                                .map(said ->
                                        new Hint(messages.getMessage(said.key, said.arguments, language.locale()), "")))
                .toList();
    }

    List<String> cards(Diagnosis diagnosis, Told told, long goalCents, String step) {
        List<String> wanted = CARDS.getOrDefault(step, List.of());
        Preparation preparation = told.preparation(Math.max(1, goalCents), List.of());
        if (wanted.isEmpty() || !scoring.refusals(diagnosis, preparation).isEmpty()) {
            return List.of();
        }
        List<String> triggered = scoring.score(diagnosis, preparation).cards();
        return wanted.stream()
                .filter(triggered::contains)
                .filter(card -> goalCents > 0 || !card.equals(PROMISES))
                .toList();
    }

    private static Stream<Said> ours(Diagnosis diagnosis, Told told, String step) {
        return switch (step) {
            case "recit" ->
                Stream.of(
                                low(diagnosis.online(), PICTURE).map(low -> new Said("hint.picture")),
                                low(told.answers(), STORY).map(low -> new Said("hint.story")))
                        .flatMap(Optional::stream);
            case "diffusion" -> visibility(diagnosis, told);
            default -> Stream.empty();
        };
    }

    private static Optional<Answer> low(List<Answer> answers, int at) {
        return at < answers.size() && answers.get(at).atMost(1) ? Optional.of(answers.get(at)) : Optional.empty();
    }

    /** Partners who make known, and how many relays at most can be among them. */
    private static Stream<Said> visibility(Diagnosis diagnosis, Told told) {
        long partners = diagnosis.partners().stream()
                .filter(partner -> partner.brings(Contribution.VIS))
                .count();
        Integer relays = told.relays();
        return relays == null || partners <= relays
                ? Stream.empty()
                : Stream.of(new Said("hint.visibility", partners, partners - relays));
    }

    private record Said(String key, Object... arguments) {}
}
