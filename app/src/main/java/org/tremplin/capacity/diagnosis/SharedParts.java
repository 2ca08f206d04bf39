package org.tremplin.capacity.diagnosis;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Contribution;
import org.tremplin.capacity.Figures;
import org.tremplin.capacity.NetworkScore;
import org.tremplin.capacity.Partner;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.Span;
import org.tremplin.capacity.Why;
import org.tremplin.capacity.grid.Card;
import org.tremplin.capacity.grid.Choice;
import org.tremplin.capacity.grid.GridWordings;
import org.tremplin.capacity.grid.Item;
import org.tremplin.capacity.score.Progress;
import org.tremplin.capacity.share.Audience;
import org.tremplin.capacity.share.Shared;
import org.tremplin.capacity.share.Visibility;
import org.tremplin.platform.web.Language;

/** Cuts a result into the parts of the table of visibility and tells those that are seen. */
record SharedParts(Telling tell, Audience audience, Set<Shared> seen, ZoneId zone) {

    SharedResult of(List<StoredAssessments.Made> made, Optional<StoredAssessments.Made> campaign) {
        KeptResult kept = made.get(0).result();
        KeptResult before = made.size() < 2 ? null : made.get(1).result();
        return new SharedResult(
                day(made.get(0)),
                before == null ? null : day(made.get(1)),
                kept.express(),
                reading(kept),
                before == null || !sees(Shared.SECTIONS) ? List.of() : moved(before, kept),
                sees(Shared.SECTIONS) ? scores(kept, before) : List.of(),
                sees(Shared.ANSWERS) ? answers(kept, before) : List.of(),
                sees(Shared.OBSTACLES) ? obstacles(kept, before) : List.of(),
                sees(Shared.OBSTACLES) ? apart(kept) : List.of(),
                counts(kept.diagnosis().partners()),
                sees(Shared.TIES) ? ties(kept.figures().network()) : List.of(),
                sees(Shared.ANSWERS) ? advice(kept) : List.of(),
                campaign.map(this::readiness).orElse(null));
    }

    private boolean sees(Shared row) {
        return seen.contains(row);
    }

    private LocalDate day(StoredAssessments.Made made) {
        return LocalDate.ofInstant(made.at(), zone);
    }

    /** Each sentence stands with its row: one that names an item tells an answer. */
    private List<String> reading(KeptResult kept) {
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
        if (counted(partners)) {
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

    private List<SharedResult.Part> answers(KeptResult kept, @Nullable KeptResult before) {
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

    private List<SharedResult.Answered> obstacles(KeptResult kept, @Nullable KeptResult before) {
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

    private List<SharedResult.Apart> apart(KeptResult kept) {
        return kept.toDiscuss().stream()
                .map(spread -> new SharedResult.Apart(
                        tell.asked(spread.item()),
                        tell.words(spread.item(), spread.lowest()),
                        tell.words(spread.item(), spread.highest())))
                .toList();
    }

    /** Too few of them would be known by their counts. */
    private boolean counted(int partners) {
        return sees(Shared.PARTNER_COUNTS) && partners > 0 && Visibility.counted(partners, audience);
    }

    private List<SharedResult.Count> counts(List<Partner> partners) {
        if (!counted(partners.size())) {
            return List.of();
        }
        return List.of(
                count("type", partners, Partner::type, tell.grid().asked().partnerTypes()),
                count("reach", partners, Partner::reach, tell.grid().asked().reaches()),
                new SharedResult.Count(
                        tell.text("share.count.brings"),
                        Arrays.stream(Contribution.values())
                                .map(what -> tell.text(
                                        "share.count",
                                        tell.in(tell.grid()
                                                .asked()
                                                .contributions()
                                                .get(what.ordinal())
                                                .words()),
                                        partners.stream()
                                                .filter(partner ->
                                                        partner.brings().contains(what))
                                                .count()))
                                .toList()));
    }

    private SharedResult.Count count(
            String kind, List<Partner> partners, Function<Partner, Enum<?>> which, List<Choice> words) {
        Map<Integer, Long> found = partners.stream()
                .collect(Collectors.groupingBy(partner -> which.apply(partner).ordinal(), Collectors.counting()));
        return new SharedResult.Count(
                tell.text("share.count." + kind),
                found.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(one -> tell.text(
                                "share.count", tell.in(words.get(one.getKey()).words()), one.getValue()))
                        .toList());
    }

    private List<String> ties(NetworkScore network) {
        List<String> told = new ArrayList<>();
        if (network.pairs() == 0) {
            return told;
        }
        told.add(tell.text("share.ties", network.tied(), network.notTied(), network.unknown()));
        Span density = network.density();
        Ratio point = density == null ? null : density.point();
        if (density != null && point != null) {
            told.add(tell.text(
                    "share.ties.density",
                    tell.number(point, 2),
                    tell.number(density.low(), 2),
                    tell.number(density.high(), 2)));
        }
        if (!network.singleSource().isEmpty()) {
            told.add(tell.text(
                    "share.ties.single",
                    network.singleSource().stream()
                            .map(what -> tell.in(tell.grid()
                                    .asked()
                                    .contributions()
                                    .get(what.ordinal())
                                    .words()))
                            .collect(Collectors.joining(", "))));
        }
        return told;
    }

    /** Of the cards that are shown now, those that tell nothing that is not open. */
    private List<String> advice(KeptResult kept) {
        Set<String> answers = kept.result().why().stream()
                .flatMap(why -> why.answers().stream())
                .map(Why.Given::item)
                .collect(Collectors.toSet());
        return new AdvisedCards(kept, Map.of(), tell)
                .open().stream()
                        .filter(advised -> tell.grid()
                                .card(advised.id())
                                .filter(card -> tellsOnly(card, answers))
                                .isPresent())
                        .limit(3)
                        .map(ResultPage.Advised::action)
                        .toList();
    }

    private boolean tellsOnly(Card card, Set<String> answers) {
        return card.when().stream()
                .flatMap(List::stream)
                .allMatch(condition -> answers.contains(condition.subject())
                        || sees(Shared.OBSTACLES)
                                && tell.grid().obstacles().stream()
                                        .anyMatch(one -> one.id().equals(condition.subject())));
    }

    private SharedResult.@Nullable Readiness readiness(StoredAssessments.Made made) {
        Figures figures = made.result().figures();
        GridWordings words = new GridWordings(tell.grid());
        Language language = Language.ofCode(tell.locale().getLanguage());
        boolean label = sees(Shared.LABEL);
        boolean figure = sees(Shared.READINESS);
        boolean resources = sees(Shared.RESOURCES);
        if (made.result().express() || !label && !figure && !resources) {
            return null;
        }
        return new SharedResult.Readiness(
                day(made),
                label ? words.label(figures.label(), language) : "",
                figure ? tell.told(figures.readiness()) : "",
                label
                        ? figures.components().stream()
                                .map(one -> tell.text(
                                        "share.component",
                                        words.component(one.component(), language),
                                        tell.told(one.span()),
                                        one.weight()))
                                .toList()
                        : List.of(),
                figure
                        ? figures.levers().stream()
                                .map(lever -> tell.text(
                                        "share.lever",
                                        words.component(lever.component(), language),
                                        tell.number(lever.points(), 1)))
                                .toList()
                        : List.of(),
                resources ? resources(made.result().preparation(), figures.hoursAsked()) : List.of());
    }

    private List<String> resources(Preparation preparation, int asked) {
        List<String> told = new ArrayList<>();
        preparation
                .hoursPlanned()
                .ifPresent(hours -> told.add(tell.text("share.resources.hours", tell.whole(hours), asked)));
        Ratio costs = preparation.costs();
        Ratio means = preparation.means();
        if (costs != null && means != null) {
            told.add(tell.text("share.resources.costs", tell.whole(costs), tell.whole(means)));
        }
        return told;
    }
}
