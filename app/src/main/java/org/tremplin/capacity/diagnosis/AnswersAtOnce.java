package org.tremplin.capacity.diagnosis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Role;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Diagnosing;
import org.tremplin.capacity.Diagnosis;
import org.tremplin.capacity.Orientation;
import org.tremplin.capacity.Profile;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Item;
import reactor.core.publisher.Mono;

/** All answers of one person, written and concluded as the pages would. */
@Component
class AnswersAtOnce implements Diagnosing {

    private final StoredAssessments assessments;
    private final AnswerSheets sheets;
    private final Conclusions conclusions;
    private final Grid grid;
    private final TransactionalOperator transaction;

    AnswersAtOnce(
            StoredAssessments assessments,
            AnswerSheets sheets,
            Conclusions conclusions,
            Grid grid,
            TransactionalOperator transaction) {
        this.assessments = assessments;
        this.sheets = sheets;
        this.conclusions = conclusions;
        this.grid = grid;
        this.transaction = transaction;
    }

    @Override
    public Mono<Void> conclude(AssociationId association, int moment, UUID person, Role role, Diagnosis answers) {
        return assessments
                .all(association)
                .filter(all -> all.size() <= moment)
                .flatMap(all -> sheets.begin(association, false)
                        .then(Mono.defer(() -> assessments.all(association)))
                        .flatMap(begun -> answer(begun.get(0), person, role, answers))
                        .then(Mono.defer(() -> conclusions.conclude(association))))
                .then()
                .as(transaction::transactional);
    }

    private Mono<Void> answer(Assessment open, UUID person, Role role, Diagnosis answers) {
        return sheets.own(open, person, role)
                .flatMap(own -> sheets.save(open, own, given(answers), traits(answers.profile())))
                .then();
    }

    private Map<String, String> given(Diagnosis answers) {
        Map<String, String> given = new HashMap<>();
        write(given, Section.A, answers.online());
        write(given, Section.B, answers.software());
        write(given, Section.L, answers.learning());
        write(given, Section.G, answers.governance());
        for (int at = 0; at < answers.obstacles().size(); at++) {
            given.put(
                    grid.obstacles().get(at).id(),
                    AnswerCode.of(answers.obstacles().get(at)));
        }
        given.put(Trait.AUDIENCE, AnswerCode.of(answers.profile().audience()));
        return given;
    }

    private void write(Map<String, String> given, Section section, List<Answer> answers) {
        List<Item> items = grid.items(section);
        for (int at = 0; at < answers.size(); at++) {
            given.put(items.get(at).id(), AnswerCode.of(answers.get(at)));
        }
    }

    /** Sizes as the form asks them: by their bands. */
    private static Map<String, String> traits(Profile profile) {
        Map<String, String> traits = new HashMap<>();
        traits.put(
                Trait.STAFF,
                Questionnaire.band(Questionnaire.STAFF, band -> profile.staff() >= Integer.parseInt(band)));
        traits.put(
                Trait.BUDGET,
                Questionnaire.band(
                        Questionnaire.BUDGET, band -> !profile.budget().below(Ratio.of(Integer.parseInt(band)))));
        traits.put(Trait.REACH, profile.reach().name());
        Map<Orientation, Integer> tokens = profile.tokens();
        if (tokens != null) {
            tokens.forEach((orientation, given) -> traits.put(orientation.name(), given.toString()));
        }
        return traits;
    }
}
