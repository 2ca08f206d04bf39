package org.tremplin.campaign.readiness;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.campaign.design.Desk;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.CampaignType;
import org.tremplin.capacity.Wordings;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** Takes what a campaign says of its own preparation; who writes second sees what the first one said. */
@Controller
class PreparationAnswersController {

    private static final String PATH = "/espace/{association}/c/{id}/preparation/reponses";

    private final Desk desk;
    private final Preparations preparations;
    private final Wordings wordings;
    private final MessageSource messages;
    private final Clock clock;

    PreparationAnswersController(
            Desk desk, Preparations preparations, Wordings wordings, MessageSource messages, Clock clock) {
        this.desk = desk;
        this.preparations = preparations;
        this.wordings = wordings;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Mono<Rendering> answers(
            @PathVariable("association") String association, @PathVariable("id") UUID id, ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return desk.open(association, id)
                .flatMap(open -> inPlace(open, language)
                        .map(now -> form(open, now.form(), now.version(), null, new Problems(), language)
                                .build()));
    }

    @PostMapping(PATH)
    Mono<Rendering> save(
            @PathVariable("association") String association, @PathVariable("id") UUID id, ServerWebExchange exchange) {
        return Mono.zip(desk.open(association, id), Typed.in(exchange))
                .flatMap(both -> save(both.getT1(), both.getT2(), Language.of(exchange)));
    }

    private Mono<Rendering> save(Desk.Open open, Typed typed, Language language) {
        PreparationForm form = PreparationForm.read(typed);
        Problems problems = new Problems();
        Told told = form.told(problems);
        if (!problems.none()) {
            return Mono.just(form(open, form, typed.version(), null, problems, language)
                    .status(HttpStatus.UNPROCESSABLE_ENTITY)
                    .build());
        }
        return preparations
                .save(open.campaign(), told, typed.version(), today(open))
                .filter(saved -> saved)
                .map(saved -> SeeOther.to(open.home() + "/preparation"))
                .switchIfEmpty(Mono.defer(() -> inPlace(open, language))
                        .map(now -> now.told().equals(told)
                                // the same, sent twice
                                ? SeeOther.to(open.home() + "/preparation")
                                : form(
                                                open,
                                                form,
                                                typed.version(),
                                                new Late(now.version(), lines(form, now.form(), language)),
                                                problems,
                                                language)
                                        .status(HttpStatus.CONFLICT)
                                        .build()));
    }

    /** The version first: what is told while this reads is newer than its version, never older. */
    private Mono<InPlace> inPlace(Desk.Open open, Language language) {
        return preparations
                .version(open.campaign())
                .flatMap(version -> preparations
                        .of(open.draft())
                        .map(told -> new InPlace(version, told, PreparationForm.of(told, language.locale()))));
    }

    private LocalDate today(Desk.Open open) {
        return open.association().today(clock);
    }

    private Rendering.Builder<?> form(
            Desk.Open open,
            PreparationForm form,
            int version,
            @Nullable Late late,
            Problems problems,
            Language language) {
        return Rendering.view("campaign/preparation-reponses")
                .modelAttribute(
                        "page",
                        new FormPage(
                                open.home(),
                                open.draft().plan().title(),
                                questions(language),
                                types(language),
                                version,
                                late))
                .modelAttribute("form", form)
                .modelAttribute("problems", problems);
    }

    /** What is in place now, where it is not what is typed. */
    private List<Line> lines(PreparationForm typed, PreparationForm now, Language language) {
        List<Line> lines = new ArrayList<>();
        add(lines, "type", said(types(language), typed.type()), said(types(language), now.type()), language);
        List<Question> questions = questions(language);
        for (int at = 0; at < questions.size(); at++) {
            Question question = questions.get(at);
            String theirs = said(question.choices(), now.answers().get(at));
            if (!theirs.equals(said(question.choices(), typed.answers().get(at)))) {
                lines.add(new Line(question.ask(), theirs.isEmpty() ? text("prep.form.unknown", language) : theirs));
            }
        }
        add(lines, "relays.label", typed.relais(), now.relais(), language);
        add(lines, "hours", hours(typed), hours(now), language);
        add(lines, "costs", typed.cout(), now.cout(), language);
        add(lines, "means", typed.prevu(), now.prevu(), language);
        add(lines, "committed", typed.promis(), now.promis(), language);
        return lines;
    }

    private void add(List<Line> lines, String label, String typed, String now, Language language) {
        if (!typed.equals(now)) {
            lines.add(new Line(
                    text("prep.form." + label, language), now.isEmpty() ? text("prep.form.unknown", language) : now));
        }
    }

    private static String said(List<Choice> choices, String value) {
        return choices.stream()
                .filter(choice -> choice.value().equals(value))
                .map(Choice::text)
                .findFirst()
                .orElse("");
    }

    /** Hours a week times weeks, one person after the other. */
    private static String hours(PreparationForm form) {
        return form.people().stream()
                .filter(person -> !person.empty())
                .map(person -> person.hours() + " × " + person.weeks())
                .collect(Collectors.joining(" · "));
    }

    private String text(String key, Language language) {
        return messages.getMessage(key, null, language.locale());
    }

    private List<Question> questions(Language language) {
        List<Choice> choices = IntStream.rangeClosed(0, Answer.TOP)
                .mapToObj(Answer::of)
                .map(answer -> new Choice(answer.name(), wordings.answer(answer, language)))
                .toList();
        return IntStream.rangeClosed(1, Told.ANSWERS)
                .mapToObj(at -> new Question("P" + at, wordings.ask("P" + at, language), choices))
                .toList();
    }

    private List<Choice> types(Language language) {
        return Arrays.stream(CampaignType.values())
                .map(type -> new Choice(type.name(), wordings.type(type, language)))
                .toList();
    }

    private record InPlace(int version, Told told, PreparationForm form) {}

    /** @param late none unless somebody else wrote meanwhile */
    record FormPage(
            String home,
            String title,
            List<Question> questions,
            List<Choice> types,
            int version,
            @Nullable Late late) {}

    /** @param version in place now */
    record Late(int version, List<Line> lines) {}

    record Line(String label, String value) {}

    record Question(String id, String ask, List<Choice> choices) {}

    record Choice(String value, String text) {}
}
