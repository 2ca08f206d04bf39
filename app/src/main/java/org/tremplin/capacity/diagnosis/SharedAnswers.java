package org.tremplin.capacity.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Why;
import org.tremplin.capacity.grid.Card;
import org.tremplin.capacity.grid.Item;
import org.tremplin.capacity.share.Shared;

/** What was answered, item by item, what weighs on whom, and the advice that tells nothing else. */
record SharedAnswers(Telling tell, Set<Shared> seen) {

    List<SharedResult.Part> answers(KeptResult kept, @Nullable KeptResult before) {
        return KeptResult.SECTIONS.stream()
                .map(section -> new SharedResult.Part(
                        tell.title(section),
                        answered(
                                kept.express(),
                                before != null && before.express(),
                                tell.grid().items(section).stream()
                                        .map(Item::id)
                                        .toList(),
                                kept.answers(section),
                                before == null ? List.of() : before.answers(section))))
                .toList();
    }

    List<SharedResult.Answered> obstacles(KeptResult kept, @Nullable KeptResult before) {
        return answered(
                kept.express(),
                before != null && before.express(),
                tell.grid().obstacles().stream().map(one -> one.id()).toList(),
                kept.diagnosis().obstacles(),
                before == null ? List.of() : before.diagnosis().obstacles());
    }

    /** Of the short form only what it asked: the rest is unknown on purpose. */
    private List<SharedResult.Answered> answered(
            boolean express, boolean expressBefore, List<String> items, List<Answer> answers, List<Answer> before) {
        List<SharedResult.Answered> told = new ArrayList<>();
        for (int at = 0; at < Math.min(items.size(), answers.size()); at++) {
            String id = items.get(at);
            Answer earlier =
                    at < before.size() && !(expressBefore && before.get(at) == Answer.UNKNOWN) ? before.get(at) : null;
            if (express && answers.get(at) == Answer.UNKNOWN) {
                continue;
            }
            told.add(new SharedResult.Answered(
                    id,
                    tell.asked(id),
                    tell.words(id, answers.get(at)),
                    earlier == null ? "" : tell.words(id, earlier),
                    earlier != null && earlier != answers.get(at)));
        }
        return told;
    }

    List<SharedResult.Apart> apart(KeptResult kept) {
        return kept.toDiscuss().stream()
                .map(spread -> new SharedResult.Apart(
                        tell.asked(spread.item()),
                        tell.words(spread.item(), spread.lowest()),
                        tell.words(spread.item(), spread.highest())))
                .toList();
    }

    /** Of the cards that are shown now, those that tell nothing that is not open. */
    List<String> advice(KeptResult kept) {
        Set<String> answers = kept.result().why().stream()
                .flatMap(why -> why.answers().stream())
                .map(Why.Given::item)
                .collect(Collectors.toSet());
        return new AdvisedCards(tell.grid(), kept, Set.of())
                .open().stream()
                        .filter(card -> tellsOnly(card, answers))
                        .limit(3)
                        .map(card -> tell.in(card.action()))
                        .toList();
    }

    private boolean tellsOnly(Card card, Set<String> answers) {
        return card.when().stream()
                .flatMap(List::stream)
                .allMatch(condition -> answers.contains(condition.subject())
                        || seen.contains(Shared.OBSTACLES)
                                && tell.grid().obstacles().stream()
                                        .anyMatch(one -> one.id().equals(condition.subject())));
    }
}
