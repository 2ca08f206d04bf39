package org.tremplin.capacity.diagnosis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Typed;

/**
 * One page of answers as typed.
 *
 * @param answers of this respondent, by item
 * @param traits of the association
 */
record QuestionsForm(Map<String, String> answers, Map<String, String> traits) {

    static QuestionsForm read(List<Question> questions, Typed typed, Problems problems) {
        Map<String, String> answers = new LinkedHashMap<>();
        Map<String, String> traits = new LinkedHashMap<>();
        for (Question question : questions) {
            String value = typed.line(question.id());
            if (value.isEmpty()) {
                continue;
            }
            if (!question.takes(value)) {
                problems.add(question.id(), "diagnosis.answer.unknown");
            } else {
                (question.trait() ? traits : answers).put(question.id(), value);
            }
        }
        return new QuestionsForm(answers, traits);
    }

    /** Whether it is said that there is no partner. */
    static QuestionsForm partners(Typed typed) {
        return new QuestionsForm(Map.of(), Map.of(Trait.ALONE, typed.on(Trait.ALONE) ? "yes" : "no"));
    }

    /** The tokens: none at all, or just so many. */
    static QuestionsForm tokens(List<Question.Option> kinds, int asked, Typed typed, Problems problems) {
        Map<String, String> tokens = new LinkedHashMap<>();
        int sum = 0;
        boolean whole = true;
        for (Question.Option kind : kinds) {
            String value = typed.line(kind.value());
            if (!value.isEmpty()) {
                tokens.put(kind.value(), value);
                whole &= value.matches("\\d{1,2}");
                sum += whole ? Integer.parseInt(value) : 0;
            }
        }
        if (!whole) {
            problems.add("ADV", "diagnosis.tokens.whole");
        } else if (!tokens.isEmpty() && sum < asked) {
            problems.add("ADV", "diagnosis.tokens.few", asked, sum, asked - sum);
        } else if (sum > asked) {
            problems.add("ADV", "diagnosis.tokens.many", asked, sum, sum - asked);
        }
        if (problems.none() && !tokens.isEmpty()) {
            kinds.forEach(kind -> tokens.putIfAbsent(kind.value(), "0"));
        }
        return new QuestionsForm(Map.of(), tokens);
    }
}
