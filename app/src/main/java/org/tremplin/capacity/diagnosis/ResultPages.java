package org.tremplin.capacity.diagnosis;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Figures;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.SectionScore;
import org.tremplin.capacity.Span;
import org.tremplin.capacity.Why;
import org.tremplin.capacity.grid.Card;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Item;
import org.tremplin.capacity.grid.Words;
import org.tremplin.capacity.score.Agreed;
import org.tremplin.capacity.score.Progress;
import org.tremplin.capacity.score.ShortForm;

/** Says a kept result in words; computes nothing that is not in it. */
@Component
class ResultPages {

    private static final int NOW = 3;
    /** About missing answers of the whole form; the short one misses them on purpose. */
    private static final String UNANSWERED = "R10";

    private final Grid grid;
    private final MessageSource messages;

    ResultPages(Grid grid, MessageSource messages) {
        this.grid = grid;
        this.messages = messages;
    }

    ResultPage page(
            String home,
            ZoneId zone,
            List<StoredAssessments.Made> made,
            Map<String, SaidOfCards.Said> said,
            Locale locale) {
        return new Telling(made.get(0).result(), said, locale).page(home, zone, made);
    }

    private final class Telling {

        private final KeptResult kept;
        private final Figures figures;
        private final Map<String, SaidOfCards.Said> said;
        private final Locale locale;

        Telling(KeptResult kept, Map<String, SaidOfCards.Said> said, Locale locale) {
            this.kept = kept;
            this.figures = kept.result().figures();
            this.said = said;
            this.locale = locale;
        }

        ResultPage page(String home, ZoneId zone, List<StoredAssessments.Made> made) {
            List<Card> candidates = cards();
            List<Card> open = candidates.stream()
                    .filter(card -> !said.containsKey(card.id()))
                    .toList();
            int now = Math.min(NOW, open.size());
            Ratio target = figures.onlineTarget().point();
            return new ResultPage(
                    home,
                    LocalDate.ofInstant(made.get(0).at(), zone),
                    kept.express(),
                    kept.respondents(),
                    kept.result().version(),
                    text("diagnosis.result.headline." + headline()),
                    reading(),
                    open.subList(0, now).stream().map(this::advised).toList(),
                    open.subList(now, open.size()).stream().map(this::advised).toList(),
                    candidates.stream()
                            .filter(card -> said.containsKey(card.id()))
                            .map(this::advised)
                            .toList(),
                    List.of(online(), software()),
                    kept.express() || target == null ? null : target.roundedUp().intValueExact(),
                    kept.express() ? null : new RadarDrawing(axes()).draw(text("diagnosis.result.radar.words")),
                    rows(),
                    kept.toDiscuss().stream().map(this::spread).toList(),
                    reasons(),
                    kept.assumed().stream()
                            .map(trait -> text("diagnosis.assumed." + trait))
                            .toList(),
                    change(made, zone));
        }

        private String headline() {
            if (kept.express()) {
                return "express";
            }
            return figures.onlineGap().map(Ratio::isZero).orElse(false) ? "enough" : "next";
        }

        private List<Card> cards() {
            Set<String> ids = new LinkedHashSet<>();
            if (kept.express()) {
                ShortForm.of(grid, kept.diagnosis(), kept.preparation())
                        .lowest()
                        .forEach(low -> answering(low).map(Card::id).forEach(ids::add));
            } else {
                ids.addAll(kept.result().shown());
            }
            kept.result().cards().stream()
                    .filter(id -> !(kept.express() && id.equals(UNANSWERED)))
                    // of obstacles the heaviest only: who names five does not get five cards
                    .filter(id -> grid.card(id).map(Card::obstacle).isEmpty())
                    .forEach(ids::add);
            return ids.stream().flatMap(id -> grid.card(id).stream()).toList();
        }

        /** Cards that this answer triggers, whatever else they ask that the short form does not know. */
        private Stream<Card> answering(ShortForm.Low low) {
            return grid.cards().stream()
                    .filter(card -> card.when().stream()
                            .anyMatch(row -> row.stream()
                                    .anyMatch(condition -> condition.subject().equals(low.item())
                                            && condition.holds(
                                                    Ratio.of(low.answer().notches())))))
                    .limit(1);
        }

        private ResultPage.Advised advised(Card card) {
            SaidOfCards.Said answer = said.get(card.id());
            return new ResultPage.Advised(
                    card.id(),
                    in(card.action()),
                    in(card.gap()),
                    in(card.why()),
                    sources(card.sources()),
                    grid.helpers(card, kept.diagnosis().profile().staff()).stream()
                            .map(helper -> new ResultPage.Help(in(helper.words()), helper.link()))
                            .toList(),
                    "/ressources/aides?conseil=" + card.id()
                            + (kept.diagnosis().profile().staff() > 0 ? "&salarie=oui" : ""),
                    card.effort() == null ? "" : text("method.effort." + card.effort()),
                    in(card.risk()),
                    answer == null ? "" : answer.name());
        }

        private List<String> reading() {
            List<String> sentences = new ArrayList<>();
            List<String> held = named(answer -> answer.isScaled() && !answer.atMost(Answer.SHARED.notches() - 1));
            List<String> single = named(answer -> answer == Answer.ONE_PERSON);
            if (!held.isEmpty()) {
                sentences.add(text("diagnosis.result.held", held.size(), some(held)));
            }
            if (!single.isEmpty()) {
                sentences.add(text("diagnosis.result.single", single.size(), some(single)));
            }
            figures.onlineGap().ifPresent(gap -> {
                SectionScore online = figures.section(Section.A);
                long notches = gap.times(online.counted())
                        .dividedBy(Ratio.of(100, Answer.TOP))
                        .roundedUp()
                        .longValueExact();
                sentences.add(notches == 0 ? text("diagnosis.result.enough") : text("diagnosis.result.gap", notches));
            });
            int partners = figures.network().partners();
            if (partners > 0) {
                long kinds = kept.diagnosis().partners().stream()
                        .map(partner -> partner.type())
                        .distinct()
                        .count();
                long known = kept.diagnosis().partners().stream()
                        .filter(partner -> partner.makesKnown())
                        .count();
                sentences.add(text("diagnosis.result.partners", partners, kinds, known));
            }
            if (sentences.isEmpty()) {
                sentences.add(text("diagnosis.result.little"));
            }
            return sentences;
        }

        private List<String> named(Predicate<Answer> which) {
            List<String> names = new ArrayList<>();
            for (Section section : sections()) {
                List<Item> items = grid.items(section);
                List<Answer> answers = answers(section);
                for (int at = 0; at < answers.size(); at++) {
                    if (which.test(answers.get(at))) {
                        names.add(in(items.get(at).name()));
                    }
                }
            }
            return names;
        }

        private String some(List<String> names) {
            return names.stream()
                            .limit(NOW)
                            .map(name -> text("diagnosis.quoted", name))
                            .collect(Collectors.joining(", "))
                    + (names.size() > NOW ? "…" : "");
        }

        private List<Section> sections() {
            return List.of(Section.A, Section.B, Section.L, Section.G);
        }

        private List<Answer> answers(Section section) {
            return switch (section) {
                case A -> kept.diagnosis().online();
                case B -> kept.diagnosis().software();
                case L -> kept.diagnosis().learning();
                case G -> kept.diagnosis().governance();
                case PREP -> kept.preparation().answers();
            };
        }

        private ResultPage.Meter online() {
            Ratio point = figures.section(Section.A).span().point();
            Ratio target = figures.onlineTarget().point();
            String key = target == null ? "unknown" : target.below(Ratio.of(50)) ? "modest" : "high";
            return meter(
                    "en-ligne",
                    Section.A,
                    figures.onlineTarget(),
                    text("diagnosis.result.online." + key),
                    point == null);
        }

        private ResultPage.Meter software() {
            return meter(
                    "logiciels",
                    Section.B,
                    Span.exactly(figures.softwareTarget()),
                    text("diagnosis.result.software", whole(figures.softwareTarget())),
                    figures.section(Section.B).span().point() == null);
        }

        private ResultPage.Meter meter(String id, Section section, Span target, String sentence, boolean open) {
            Span span = figures.section(section).span();
            String title = in(grid.sections().get(section.ordinal()).name());
            Ratio point = span.point();
            Ratio mark = target.point();
            return new ResultPage.Meter(
                    id,
                    title,
                    told(span),
                    told(target),
                    attribute(span.low()),
                    attribute(span.high().minus(span.low())),
                    point == null ? null : attribute(point),
                    mark == null ? null : attribute(mark),
                    text("diagnosis.result.meter", title, told(span), told(target)),
                    sentence,
                    open || span.low().below(span.high()));
        }

        private List<RadarDrawing.Value> axes() {
            List<RadarDrawing.Value> axes = new ArrayList<>();
            for (Section section : sections()) {
                axes.add(new RadarDrawing.Value(
                        text("diagnosis.axis." + section),
                        figures.section(section).span()));
            }
            Span support = figures.network().support();
            // too few partners make no network
            if (support != null) {
                axes.add(new RadarDrawing.Value(text("diagnosis.axis.NS"), support));
            }
            return axes;
        }

        private List<ResultPage.Row> rows() {
            List<ResultPage.Row> rows = new ArrayList<>();
            String none = text("diagnosis.result.no-need");
            for (Section section : sections()) {
                rows.add(new ResultPage.Row(
                        in(grid.sections().get(section.ordinal()).name()),
                        decimal(figures.section(section).span()),
                        section == Section.A
                                ? decimal(figures.onlineTarget())
                                : section == Section.B ? decimal(Span.exactly(figures.softwareTarget())) : none));
            }
            Span support = figures.network().support();
            if (support != null) {
                rows.add(new ResultPage.Row(text("diagnosis.axis.NS"), decimal(support), none));
            }
            return rows;
        }

        private ResultPage.Spread spread(Agreed.Spread spread) {
            return new ResultPage.Spread(
                    asked(spread.item()),
                    words(spread.item(), spread.lowest()),
                    words(spread.item(), spread.highest()));
        }

        private String asked(String id) {
            return Stream.concat(
                            grid.sections().stream()
                                    .flatMap(part -> part.items().stream()
                                            .filter(item -> item.id().equals(id))
                                            .map(Item::ask)),
                            grid.obstacles().stream()
                                    .filter(one -> one.id().equals(id))
                                    .map(one -> one.words()))
                    .findFirst()
                    .map(this::in)
                    .orElseGet(() -> in(grid.asked().audience()));
        }

        private String words(String item, Answer answer) {
            if (answer.isScaled() && item.equals(Trait.AUDIENCE)) {
                return in(grid.asked().audienceLevels().get(answer.notches()).words());
            }
            boolean obstacle =
                    grid.obstacles().stream().anyMatch(one -> one.id().equals(item));
            return obstacle && answer.isScaled()
                    ? in(grid.obstacleLevels().get(answer.notches()).words())
                    : in(grid.words(answer));
        }

        private List<ResultPage.Reason> reasons() {
            return kept.result().why().stream()
                    .filter(why -> !why.answers().isEmpty())
                    .filter(why -> switch (why.component()) {
                        case A, B, NET, GOV -> true;
                        case RES, PREP, MOM -> false;
                    })
                    .map(this::reason)
                    .toList();
        }

        private ResultPage.Reason reason(Why why) {
            Section section = switch (why.component()) {
                case A -> Section.A;
                case B -> Section.B;
                case NET -> Section.L;
                case GOV -> Section.G;
                case RES, PREP, MOM -> Section.PREP;
            };
            SectionScore score = figures.section(section);
            int notches = why.answers().stream()
                    .map(Why.Given::answer)
                    .filter(Answer::isScaled)
                    .mapToInt(Answer::notches)
                    .sum();
            long answered = why.answers().stream()
                    .map(Why.Given::answer)
                    .filter(Answer::isScaled)
                    .count();
            Ratio point = score.span().point();
            boolean open = score.span().low().below(score.span().high());
            return new ResultPage.Reason(
                    in(grid.sections().get(section.ordinal()).name()),
                    why.answers().stream().map(this::given).toList(),
                    point == null
                            ? text("diagnosis.why.none", answered, score.counted())
                            : text("diagnosis.why.sum", notches, answered, number(point, 1)),
                    open
                            ? text(
                                    "diagnosis.why.bounds",
                                    number(score.span().low(), 1),
                                    number(score.span().high(), 1))
                            : "",
                    switch (section) {
                        case A ->
                            text(
                                    "diagnosis.why.target.A",
                                    told(figures.onlineTarget()),
                                    whole(grid.conventions().onlineTarget().base()),
                                    told(figures.need()),
                                    told(figures.orientationNeed()),
                                    told(figures.audienceNeed()),
                                    whole(figures.reachNeed()));
                        case B ->
                            text(
                                    "diagnosis.why.target.B",
                                    whole(figures.softwareTarget()),
                                    whole(figures.sizeTarget()),
                                    whole(figures.goalTarget()));
                        case L, G, PREP -> "";
                    },
                    sources(why.sources()));
        }

        private ResultPage.Given given(Why.Given given) {
            return new ResultPage.Given(
                    grid.sections().stream()
                            .flatMap(part -> part.items().stream())
                            .filter(item -> item.id().equals(given.item()))
                            .findFirst()
                            .map(item -> in(item.name()))
                            .orElse(given.item()),
                    in(grid.words(given.answer())),
                    given.answer().isScaled() ? String.valueOf(given.answer().notches()) : "–");
        }

        private ResultPage.@Nullable Change change(List<StoredAssessments.Made> made, ZoneId zone) {
            if (made.size() < 2) {
                return null;
            }
            KeptResult before = made.get(1).result();
            Progress progress = Progress.between(
                    grid, before.diagnosis(), before.preparation(), kept.diagnosis(), kept.preparation());
            return new ResultPage.Change(
                    LocalDate.ofInstant(made.get(1).at(), zone),
                    progress.sections().stream()
                            .filter(one -> one.section() != Section.PREP)
                            .map(one -> text(
                                    "diagnosis.change." + one.direction().name(),
                                    in(grid.sections()
                                            .get(one.section().ordinal())
                                            .name()),
                                    Math.abs(one.notches())))
                            .toList(),
                    progress.moved().stream()
                            .map(one -> new ResultPage.Moved(
                                    asked(one.item()), in(grid.words(one.from())), in(grid.words(one.to()))))
                            .toList());
        }

        private List<String> sources(List<String> ids) {
            return ids.stream()
                    .flatMap(id -> grid.source(id).stream())
                    .map(source -> in(source.words()))
                    .toList();
        }

        /** Without decimals: a point, or how far missing answers leave it open. */
        private String told(Span span) {
            Ratio point = span.point();
            return point == null
                    ? text("diagnosis.between", whole(span.low()), whole(span.high()))
                    : span.low().below(span.high())
                            ? text("diagnosis.about", whole(point), whole(span.low()), whole(span.high()))
                            : whole(point);
        }

        private String decimal(Span span) {
            Ratio point = span.point();
            return point == null ? text("diagnosis.between", whole(span.low()), whole(span.high())) : number(point, 1);
        }

        private String whole(Ratio value) {
            return number(value, 0);
        }

        private String number(Ratio value, int decimals) {
            NumberFormat format = NumberFormat.getNumberInstance(locale);
            format.setMinimumFractionDigits(decimals);
            format.setMaximumFractionDigits(decimals);
            return format.format(value.rounded(decimals));
        }

        private String in(Words words) {
            return words.in(locale.getLanguage());
        }

        private String text(String key, Object... arguments) {
            return messages.getMessage(key, arguments, locale);
        }
    }

    /** A length of the picture, in percent. */
    private static String attribute(Ratio value) {
        return value.rounded(1).toPlainString() + "%";
    }
}
