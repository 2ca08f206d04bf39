package org.tremplin.capacity.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tremplin.capacity.network.NetworkPictures;
import reactor.core.publisher.Mono;

/** Says one page of questions, with the answers in place, in one language. */
@Component
class QuestionsPages {

    /** An estimate, from tools of a like length. */
    private static final int QUESTIONS_A_MINUTE = 3;

    private final Questionnaire questionnaire;
    private final NetworkPictures pictures;

    QuestionsPages(Questionnaire questionnaire, NetworkPictures pictures) {
        this.questionnaire = questionnaire;
        this.pictures = pictures;
    }

    /** @param concluded whether a colleague did so meanwhile */
    Mono<QuestionsPage> page(Place place, Map<String, String> written, boolean concluded, Locale locale) {
        return partners(place, written, locale).map(partners -> page(place, written, concluded, partners, locale));
    }

    private QuestionsPage page(
            Place place,
            Map<String, String> written,
            boolean concluded,
            List<QuestionsPage.Partner> partners,
            Locale locale) {
        // a colleague may have changed to the short form since it was opened: it stays what it was
        boolean express = place.express() && Step.of(true).contains(place.step());
        List<Step> steps = place.steps();
        int at = steps.indexOf(place.step());
        List<QuestionsPage.Asked> asked =
                questionnaire.questions(place.step(), express, place.profile(), locale).stream()
                        .map(question -> new QuestionsPage.Asked(
                                question, question.chosen(written.getOrDefault(question.id(), ""))))
                        .toList();
        return new QuestionsPage(
                place.home(),
                place.step().slug(),
                questionnaire.title(place.step(), locale),
                express,
                place.respondent().sheet(),
                place.respondent().role(),
                place.respondent().mediator(),
                place.writer(),
                place.traits(),
                concluded,
                at + 1,
                stops(place, steps, express, written, locale),
                asked,
                tokens(place, written, locale),
                questionnaire.tokens(),
                at > 0,
                at == steps.size() - 1,
                (int) asked.stream()
                        .filter(one -> place.traits() || !one.question().trait())
                        .filter(one -> !one.chosen().isEmpty())
                        .count(),
                minutes(place, steps.subList(Math.max(0, at), steps.size()), express),
                new QuestionsPage.Partners(
                        partners, questionnaire.partners(express), "yes".equals(written.get(Trait.ALONE))));
    }

    private List<QuestionsPage.Stop> stops(
            Place place, List<Step> steps, boolean express, Map<String, String> written, Locale locale) {
        List<QuestionsPage.Stop> stops = new ArrayList<>();
        for (Step step : steps) {
            boolean done =
                    written.keySet().containsAll(questionnaire.ids(step, express, place.profile(), place.traits()));
            stops.add(new QuestionsPage.Stop(
                    step.slug(),
                    questionnaire.title(step, locale),
                    step == place.step() ? "now" : done ? "done" : "todo"));
        }
        return stops;
    }

    private List<QuestionsPage.Token> tokens(Place place, Map<String, String> written, Locale locale) {
        return place.step() != Step.ENERGY
                ? List.of()
                : questionnaire.orientations(locale).stream()
                        .map(kind -> new QuestionsPage.Token(
                                kind.value(), kind.label(), written.getOrDefault(kind.value(), "")))
                        .toList();
    }

    private int minutes(Place place, List<Step> left, boolean express) {
        int questions = left.stream()
                .mapToInt(step -> questionnaire
                        .ids(step, express, place.profile(), place.traits())
                        .size())
                .sum();
        return Math.max(1, questions / QUESTIONS_A_MINUTE);
    }

    private Mono<List<QuestionsPage.Partner>> partners(Place place, Map<String, String> written, Locale locale) {
        return place.step() != Step.PARTNERS
                ? Mono.just(List.of())
                : pictures.of(place.assessment().association(), locale)
                        .map(network -> network.rows().stream()
                                .map(row -> new QuestionsPage.Partner(row.name(), row.type()))
                                .toList());
    }
}
