package org.tremplin.capacity.diagnosis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.Memberships;
import org.tremplin.platform.security.SignedInPerson;
import reactor.core.publisher.Mono;

/** Says how far a diagnosis is, to one member. */
@Component
class DiagnosisPages {

    private final Memberships memberships;
    private final StoredAssessments assessments;
    private final AnswerSheets sheets;
    private final Conclusions conclusions;
    private final Questionnaire questionnaire;

    DiagnosisPages(
            Memberships memberships,
            StoredAssessments assessments,
            AnswerSheets sheets,
            Conclusions conclusions,
            Questionnaire questionnaire) {
        this.memberships = memberships;
        this.assessments = assessments;
        this.sheets = sheets;
        this.conclusions = conclusions;
        this.questionnaire = questionnaire;
    }

    Mono<DiagnosisPage> page(Association association, SignedInPerson acting, Locale locale) {
        return Mono.zip(
                        assessments.all(association.id()),
                        assessments
                                .network(association.id())
                                .map(network -> network.partners().size()),
                        conclusions.replaced(association.id()))
                .flatMap(read -> page(association, acting, read.getT1(), read.getT2(), read.getT3(), locale));
    }

    private Mono<DiagnosisPage> page(
            Association association,
            SignedInPerson acting,
            List<Assessment> all,
            int partners,
            Optional<Instant> replaced,
            Locale locale) {
        Optional<Assessment> open = all.stream().filter(Assessment::open).findFirst();
        Mono<List<DiagnosisPage.Part>> parts = open.map(one -> parts(one, association, acting, partners, locale))
                .orElse(Mono.just(List.of()));
        Mono<List<Respondent>> respondents = open.map(sheets::all).orElse(Mono.just(List.of()));
        return Mono.zip(parts, respondents)
                .map(read -> new DiagnosisPage(
                        "/espace/" + association.slug(),
                        open.isPresent(),
                        all.stream().findFirst().map(Assessment::express).orElse(true),
                        all.stream()
                                .map(Assessment::doneAt)
                                .filter(at -> at != null)
                                .findFirst()
                                .map(at -> LocalDate.ofInstant(at, association.zone()))
                                .orElse(null),
                        replaced.map(at -> LocalDate.ofInstant(at, association.zone()))
                                .orElse(null),
                        partners,
                        read.getT1(),
                        read.getT2()));
    }

    /** Those in which this person has something to answer. */
    private Mono<List<DiagnosisPage.Part>> parts(
            Assessment open, Association association, SignedInPerson acting, int partners, Locale locale) {
        return Mono.zip(
                        sheets.answers(open, acting.id()),
                        assessments.answers(open),
                        memberships
                                .of(acting.id(), association.slug())
                                .map(member -> ResultReaders.WRITERS.contains(member.role()))
                                .defaultIfEmpty(false))
                .map(read -> {
                    Map<String, String> answered =
                            Trait.with(partners, read.getT2().traits());
                    answered.putAll(read.getT1());
                    return Step.of(open.express(), partners > 0).stream()
                            .map(step -> part(
                                    step,
                                    questionnaire.ids(step, open.express(), Questionnaire.SMALLEST, read.getT3()),
                                    answered,
                                    locale))
                            .filter(part -> part.asked() > 0)
                            .toList();
                });
    }

    private DiagnosisPage.Part part(Step step, List<String> ids, Map<String, String> answered, Locale locale) {
        return new DiagnosisPage.Part(
                step.slug(),
                questionnaire.title(step, locale),
                (int) ids.stream().filter(answered::containsKey).count(),
                ids.size());
    }
}
