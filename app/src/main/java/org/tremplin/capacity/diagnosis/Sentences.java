package org.tremplin.capacity.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.SectionScore;
import org.tremplin.capacity.grid.Item;

/** What a result says in sentences, before any figure. */
record Sentences(KeptResult kept, Telling tell) {

    /** Names that a sentence holds before it says that there are more. */
    private static final int SOME = 3;

    String headline() {
        String which = kept.express()
                ? "express"
                : kept.figures().onlineGap().map(Ratio::isZero).orElse(false) ? "enough" : "next";
        return tell.text("diagnosis.result.headline." + which);
    }

    List<String> reading() {
        List<String> sentences = new ArrayList<>();
        List<String> held = named(answer -> answer.isScaled() && !answer.atMost(Answer.SHARED.notches() - 1));
        List<String> single = named(answer -> answer == Answer.ONE_PERSON);
        if (!held.isEmpty()) {
            sentences.add(tell.text("diagnosis.result.held", held.size(), some(held)));
        }
        if (!single.isEmpty()) {
            sentences.add(tell.text("diagnosis.result.single", single.size(), some(single)));
        }
        kept.figures().onlineGap().ifPresent(gap -> {
            SectionScore online = kept.figures().section(Section.A);
            long notches = gap.times(online.counted())
                    .dividedBy(Ratio.of(100, Answer.TOP))
                    .roundedUp()
                    .longValueExact();
            sentences.add(
                    notches == 0 ? tell.text("diagnosis.result.enough") : tell.text("diagnosis.result.gap", notches));
        });
        int partners = kept.figures().network().partners();
        if (partners > 0) {
            long kinds = kept.diagnosis().partners().stream()
                    .map(partner -> partner.type())
                    .distinct()
                    .count();
            long known = kept.diagnosis().partners().stream()
                    .filter(partner -> partner.makesKnown())
                    .count();
            sentences.add(tell.text("diagnosis.result.partners", partners, kinds, known));
        }
        if (sentences.isEmpty()) {
            sentences.add(tell.text(
                    named(Answer::isScaled).isEmpty() ? "diagnosis.result.little" : "diagnosis.result.begin"));
        }
        return sentences;
    }

    private List<String> named(Predicate<Answer> which) {
        List<String> names = new ArrayList<>();
        for (Section section : KeptResult.SECTIONS) {
            List<Item> items = tell.grid().items(section);
            List<Answer> answers = kept.answers(section);
            for (int at = 0; at < answers.size(); at++) {
                if (which.test(answers.get(at))) {
                    names.add(tell.in(items.get(at).name()));
                }
            }
        }
        return names;
    }

    private String some(List<String> names) {
        return names.stream()
                        .limit(SOME)
                        .map(name -> tell.text("diagnosis.quoted", name))
                        .collect(Collectors.joining(", "))
                + (names.size() > SOME ? "…" : "");
    }
}
