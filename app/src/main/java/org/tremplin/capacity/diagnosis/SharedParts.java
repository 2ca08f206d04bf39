package org.tremplin.capacity.diagnosis;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Figures;
import org.tremplin.capacity.Partner;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.Span;
import org.tremplin.capacity.score.Progress;
import org.tremplin.capacity.share.Audience;
import org.tremplin.capacity.share.Shared;

/** Cuts a result into the parts of the table of visibility and tells those that are seen. */
record SharedParts(Telling tell, Audience audience, Set<Shared> seen, ZoneId zone) {

    /** @param named partners that are named there */
    SharedResult of(List<StoredAssessments.Made> made, Optional<StoredAssessments.Made> campaign, List<String> named) {
        KeptResult kept = made.get(0).result();
        SharedAnswers answers = new SharedAnswers(tell, seen);
        SharedNetwork network = new SharedNetwork(tell, audience, seen);
        KeptResult before = made.size() < 2 ? null : made.get(1).result();
        return new SharedResult(
                day(made.get(0)),
                before == null ? null : day(made.get(1)),
                kept.express(),
                reading(kept, network),
                before == null || !sees(Shared.SECTIONS) ? List.of() : moved(before, kept),
                sees(Shared.SECTIONS) ? scores(kept, before) : List.of(),
                sees(Shared.ANSWERS) ? answers.answers(kept, before) : List.of(),
                sees(Shared.OBSTACLES) ? answers.obstacles(kept, before) : List.of(),
                sees(Shared.OBSTACLES) ? answers.apart(kept) : List.of(),
                network.counts(kept.diagnosis().partners()),
                named,
                sees(Shared.TIES) ? network.ties(kept.figures().network()) : List.of(),
                sees(Shared.ANSWERS) ? answers.advice(kept) : List.of(),
                campaign.map(new SharedReadiness(tell, seen, zone)::of).orElse(null));
    }

    private boolean sees(Shared row) {
        return seen.contains(row);
    }

    private LocalDate day(StoredAssessments.Made made) {
        return LocalDate.ofInstant(made.at(), zone);
    }

    /** Each sentence stands with its row: one that names an item tells an answer. */
    private List<String> reading(KeptResult kept, SharedNetwork network) {
        List<String> sentences = new ArrayList<>();
        if (sees(Shared.ANSWERS)) {
            long held = KeptResult.SECTIONS.stream()
                    .flatMap(section -> kept.answers(section).stream())
                    .filter(answer -> answer.isScaled() && !answer.atMost(Answer.SHARED.notches() - 1))
                    .count();
            long single = KeptResult.SECTIONS.stream()
                    .flatMap(section -> kept.answers(section).stream())
                    .filter(answer -> answer == Answer.ONE_PERSON)
                    .count();
            sentences.add(tell.text("share.read.answers", held, single));
        }
        if (sees(Shared.SECTIONS)) {
            kept.figures()
                    .onlineGap()
                    .map(gap -> tell.text(gap.isZero() ? "share.read.enough" : "share.read.gap"))
                    .ifPresent(sentences::add);
        }
        int partners = kept.diagnosis().partners().size();
        if (network.counted(partners)) {
            sentences.add(tell.text(
                    "share.read.partners",
                    partners,
                    kept.diagnosis().partners().stream()
                            .map(Partner::type)
                            .distinct()
                            .count()));
        }
        return sentences;
    }

    private List<String> moved(KeptResult before, KeptResult kept) {
        return Progress.between(
                        tell.grid(),
                        before.diagnosis(),
                        before.preparation(),
                        kept.diagnosis(),
                        kept.preparation(),
                        before.express() || kept.express())
                .sections()
                .stream()
                .filter(one -> one.section() != Section.PREP)
                .map(one -> tell.text(
                        "diagnosis.change." + one.direction().name(),
                        tell.title(one.section()),
                        Math.abs(one.notches())))
                .toList();
    }

    private List<SharedResult.Score> scores(KeptResult kept, @Nullable KeptResult before) {
        return KeptResult.SECTIONS.stream()
                .map(section -> new SharedResult.Score(
                        tell.title(section),
                        tell.brief(kept.figures().section(section).span()),
                        need(kept.figures(), section),
                        before == null
                                ? ""
                                : tell.brief(before.figures().section(section).span())))
                .toList();
    }

    private String need(Figures figures, Section section) {
        return switch (section) {
            case A -> tell.brief(figures.onlineTarget());
            case B -> tell.brief(Span.exactly(figures.softwareTarget()));
            case L, G, PREP -> tell.text("diagnosis.result.no-need");
        };
    }
}
