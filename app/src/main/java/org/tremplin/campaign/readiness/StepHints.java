package org.tremplin.campaign.readiness;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.campaign.design.Draft;
import org.tremplin.campaign.design.Hints;
import org.tremplin.capacity.Advising;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Assessed;
import org.tremplin.capacity.Assessments;
import org.tremplin.capacity.Contribution;
import org.tremplin.capacity.Diagnosis;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Result;
import org.tremplin.capacity.Scoring;
import org.tremplin.capacity.Wordings;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** The advice of the diagnosis at the step where it helps (diagnosis, 4c): the cards of the grid, and four of our own. */
@Component
class StepHints implements Hints {

    /** Cards by the step where what they speak of is written. */
    static final Map<String, List<String>> CARDS = Map.of(
            "projet", List.of("R01", "R04"),
            "budget", List.of("R17", "R16", "R07", "R20"),
            "recit", List.of(),
            "diffusion", List.of("R16", "R18", "R19"));

    /** Places of A5 and P2 among their answers. */
    private static final int PICTURE = 4;

    private static final int STORY = 1;

    /** Compares with the goal: without one it says nothing. */
    private static final String PROMISES = "R17";

    private static final int PERCENT = 100;

    private final Assessments assessments;
    private final Advising advising;
    private final Preparations preparations;
    private final Scoring scoring;
    private final Wordings wordings;
    private final MessageSource messages;

    StepHints(
            Assessments assessments,
            Advising advising,
            Preparations preparations,
            Scoring scoring,
            Wordings wordings,
            MessageSource messages) {
        this.assessments = assessments;
        this.advising = advising;
        this.preparations = preparations;
        this.scoring = scoring;
        this.wordings = wordings;
        this.messages = messages;
    }

    @Override
    public Mono<List<Hint>> of(Draft draft, String step, Language language) {
        AssociationId association = draft.campaign().association();
        return Mono.zip(assessments.latest(association), preparations.of(draft), advising.answered(association))
                .map(read -> read.getT1()
                        .map(Assessed::diagnosis)
                        .map(diagnosis ->
                                hints(diagnosis, read.getT2(), draft.plan().goalCents(), step, read.getT3(), language))
                        .orElse(List.of()));
    }

    private List<Hint> hints(
            Diagnosis diagnosis, Told told, long goalCents, String step, Set<String> answered, Language language) {
        List<String> cards = cards(diagnosis, told, goalCents, step).stream()
                .filter(card -> !answered.contains(card))
                .toList();
        return Stream.concat(
                        ours(diagnosis, told, goalCents, step, language)
                                .filter(said -> !answered.contains(said.card))
                                .map(said -> hint(
                                        messages.getMessage(said.key, said.arguments, language.locale()),
                                        cards.contains(said.card) ? "" : said.card,
                                        language)),
                        cards.stream().map(card -> hint(wordings.action(card, language), card, language)))
                .toList();
    }

    /** @param card that says why, and whose sheets lead on; empty for none */
    private Hint hint(String advice, String card, Language language) {
        return card.isEmpty()
                ? new Hint(advice, "", List.of())
                : new Hint(advice, wordings.reason(card, language), advising.sheets(card, language));
    }

    List<String> cards(Diagnosis diagnosis, Told told, long goalCents, String step) {
        List<String> wanted = CARDS.getOrDefault(step, List.of());
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<String> triggered =
                score(diagnosis, told, goalCents).map(Result::cards).orElse(List.of());
        return wanted.stream()
                .filter(triggered::contains)
                .filter(card -> goalCents > 0 || !card.equals(PROMISES))
                .toList();
    }

    private Optional<Result> score(Diagnosis diagnosis, Told told, long goalCents) {
        Preparation preparation = told.preparation(Math.max(1, goalCents), List.of());
        return scoring.refusals(diagnosis, preparation).isEmpty()
                ? Optional.of(scoring.score(diagnosis, preparation))
                : Optional.empty();
    }

    private Stream<Said> ours(Diagnosis diagnosis, Told told, long goalCents, String step, Language language) {
        return switch (step) {
            case "budget" -> promised(diagnosis, told, goalCents, language).stream();
            case "recit" ->
                Stream.of(
                                low(diagnosis.online(), PICTURE).map(low -> new Said("hint.picture", "")),
                                low(told.answers(), STORY).map(low -> new Said("hint.story", "")))
                        .flatMap(Optional::stream);
            case "diffusion" -> visibility(diagnosis, told);
            default -> Stream.empty();
        };
    }

    /** One euro in three before the launch: the part of the goal that the grid asks for, until it is promised. */
    Optional<Said> promised(Diagnosis diagnosis, Told told, long goalCents, Language language) {
        return score(diagnosis, told, goalCents).stream()
                .flatMap(result -> result.why().stream())
                .filter(why -> why.weight() > 0)
                .flatMap(why -> why.figures().stream())
                .filter(figure -> figure.key().equals("firstCircle"))
                .findFirst()
                .map(figure -> figure.value().low())
                .flatMap(part -> promised(part, told.committed(), goalCents, language.locale()));
    }

    private static Optional<Said> promised(Ratio part, @Nullable Long committed, long goalCents, Locale locale) {
        if (goalCents <= 0) {
            return Optional.of(new Said("hint.promised", PROMISES));
        }
        long asked = part.times(goalCents).roundedUp().longValueExact();
        return committed != null && committed >= asked
                ? Optional.empty()
                : Optional.of(new Said(
                        "hint.promised.goal",
                        PROMISES,
                        MoneyText.brief(asked, locale),
                        part.times(PERCENT).rounded(0),
                        MoneyText.brief(goalCents, locale)));
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
                : Stream.of(new Said("hint.visibility", "", partners, partners - relays));
    }

    /** @param card it belongs to, or empty */
    record Said(String key, String card, Object... arguments) {}
}
