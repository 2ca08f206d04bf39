package org.tremplin.capacity.method;

import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.grid.Asked;
import org.tremplin.capacity.grid.Card;
import org.tremplin.capacity.grid.Condition;
import org.tremplin.capacity.grid.Conventions;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Item;
import org.tremplin.capacity.grid.Measure;
import org.tremplin.capacity.grid.Words;
import org.tremplin.platform.web.About;

/** Says the whole definition: what is not in the grid is not on the page, and the reverse. */
@Component
class MethodPages {

    private static final List<String> SIGNS =
            List.of("proximity", "international", "diversity", "density", "orientation", "visibility", "software");
    private static final List<String> AREAS = List.of("engagement", "infrastructure", "leadership", "organization");

    private final Grid grid;
    private final MessageSource messages;

    MethodPages(Grid grid, MessageSource messages) {
        this.grid = grid;
        this.messages = messages;
    }

    String version() {
        return grid.version();
    }

    MethodPage page(Locale locale) {
        return new MethodPage(
                grid.version(),
                SIGNS.stream()
                        .map(sign -> new MethodPage.Sign(
                                text("method.sign." + sign, locale),
                                text("method.sign." + sign + ".sign", locale),
                                text("method.sign." + sign + ".caveat", locale)))
                        .toList(),
                grid.levels().stream().map(level -> said(level.words(), locale)).toList(),
                grid.sections().stream()
                        .map(part -> new MethodPage.Part(
                                part.section().name(),
                                said(part.name(), locale),
                                part.items().stream()
                                        .map(item -> question(item, part.section(), locale))
                                        .toList()))
                        .toList(),
                IntStream.range(0, grid.asked().orientations().size())
                        .mapToObj(place -> new MethodPage.Row(
                                said(grid.asked().orientations().get(place).words(), locale),
                                text(
                                        "method.orientation."
                                                + (grid.asked().onlineKinds().get(place) ? "online" : "other"),
                                        locale)))
                        .toList(),
                profile(grid.asked(), locale),
                partners(grid.asked(), locale),
                grid.obstacles().stream()
                        .map(one -> new MethodPage.Question(
                                one.id(), said(one.words(), locale), false, false, one.sources()))
                        .toList(),
                formulas(locale),
                grid.components().stream().map(one -> said(one.words(), locale)).toList(),
                grid.weights().stream()
                        .map(one ->
                                new MethodPage.Weight(said(one.name(), locale), said(one.why(), locale), one.weights()))
                        .toList(),
                grid.bands().stream()
                        .map(band -> new MethodPage.Row(
                                said(band.words(), locale), text("method.band", locale, number(band.from(), locale))))
                        .toList(),
                grid.cards().stream().map(card -> advised(card, locale)).toList(),
                grid.gates().stream()
                        .map(gate -> new MethodPage.Row(gate.id(), said(gate.words(), locale)))
                        .toList(),
                AREAS.stream()
                        .map(area -> new MethodPage.Row(
                                text("method.nten." + area, locale), text("method.nten." + area + ".items", locale)))
                        .toList(),
                grid.sources().stream()
                        .map(source -> new MethodPage.Row(source.id(), said(source.words(), locale)))
                        .toList(),
                About.of(text("method.h1", locale), text("method.lead", locale)));
    }

    /** What is asked with a campaign is not of the short form. */
    private static MethodPage.Question question(Item item, Section section, Locale locale) {
        return new MethodPage.Question(
                item.id(),
                said(item.ask(), locale),
                item.express() && section != Section.PREP,
                item.leftOut() != null,
                item.sources());
    }

    private MethodPage.Profile profile(Asked asked, Locale locale) {
        return new MethodPage.Profile(
                said(asked.audience(), locale),
                asked.audienceLevels().stream()
                        .map(level -> said(level.words(), locale))
                        .toList(),
                IntStream.range(0, asked.reaches().size())
                        .mapToObj(place -> new MethodPage.Row(
                                said(asked.reaches().get(place).words(), locale),
                                text(
                                        "method.reach.need",
                                        locale,
                                        number(asked.reachNeeds().get(place), locale))))
                        .toList());
    }

    private MethodPage.Partners partners(Asked asked, Locale locale) {
        return new MethodPage.Partners(
                said(asked.partner(), locale),
                said(asked.pair(), locale),
                asked.partnerTypes().stream()
                        .map(one -> said(one.words(), locale))
                        .toList(),
                asked.contributions().stream()
                        .map(one -> said(one.words(), locale))
                        .toList(),
                text("method.partners.limits", locale, asked.partners(), asked.expressPartners(), asked.pairGrid()));
    }

    private MethodPage.Advised advised(Card card, Locale locale) {
        return new MethodPage.Advised(
                card.id(),
                card.when().stream()
                        .map(row -> row.stream()
                                .map(condition -> condition(condition, locale))
                                .collect(Collectors.joining(text("method.and", locale))))
                        .toList(),
                said(card.gap(), locale),
                said(card.action(), locale),
                card.effort() == null ? "" : text("method.effort." + card.effort(), locale),
                card.sources());
    }

    private String condition(Condition condition, Locale locale) {
        String subject = Arrays.stream(Measure.values())
                .filter(measure -> measure.key().equals(condition.subject()))
                .findFirst()
                .map(measure -> text("method.measure." + measure.key(), locale))
                .orElse(condition.subject());
        String than = condition.subject().equals(Measure.SHAPE.key())
                ? said(
                        grid.asked()
                                .shapes()
                                .get(condition.than().numerator().intValueExact())
                                .words(),
                        locale)
                : number(condition.than(), locale);
        return text("method.is." + condition.comparison().name(), locale, subject, than);
    }

    private List<MethodPage.Formula> formulas(Locale locale) {
        Conventions c = grid.conventions();
        Conventions.Network net = c.network();
        return List.of(
                formula("section", locale, percent(c.coverage(), locale)),
                formula("interval", locale),
                formula("need", locale, grid.asked().tokens()),
                formula(
                        "target.online",
                        locale,
                        number(c.onlineTarget().base(), locale),
                        number(c.onlineTarget().perNeed(), locale)),
                formula("target.software", locale, sizes(locale), goals(locale)),
                formula("adequacy", locale),
                formula("diversity", locale),
                formula("density", locale, net.pairsFrom(), percent(net.pairsKnown(), locale)),
                formula("visibility", locale),
                formula("proximity", locale),
                formula("shape", locale, percent(net.dense(), locale), percent(net.homogeneous(), locale)),
                formula("support", locale, net.supportParts()),
                formula(
                        "relays",
                        locale,
                        whole(c.relays().step(), locale),
                        c.relays().least(),
                        c.relays().most()),
                formula("network", locale, net.supportWeight(), net.learningWeight(), net.relaysWeight()),
                formula(
                        "resources",
                        locale,
                        number(c.resources().hours(), locale),
                        number(c.resources().cost(), locale),
                        c.hours().base(),
                        c.hours().each(),
                        whole(c.hours().step(), locale),
                        c.hours().most(),
                        c.hoursPerWeek()),
                formula("momentum", locale, percent(c.firstCircle(), locale)),
                formula("readiness", locale),
                formula(
                        "cap",
                        locale,
                        c.cap().weight(),
                        number(c.cap().below(), locale),
                        grid.bands().stream()
                                .filter(band -> band.label() == c.cap().label())
                                .map(band -> said(band.words(), locale))
                                .findFirst()
                                .orElseThrow()),
                formula("levers", locale, number(c.aim(), locale)),
                formula("progress", locale, c.progress()),
                formula("respondents", locale, c.spread()));
    }

    /** A formula none of whose numbers the grid gives is no convention. */
    private MethodPage.Formula formula(String name, Locale locale, Object... numbers) {
        return new MethodPage.Formula(
                text("method.formula." + name, locale),
                text("method.formula." + name + ".text", locale, numbers),
                numbers.length > 0);
    }

    private String sizes(Locale locale) {
        return grid.conventions().sizeTargets().stream()
                .map(size -> size.staff() == null
                        ? text("method.size.above", locale, number(size.target(), locale))
                        : size.budget() == null
                                ? text("method.size", locale, size.staff(), number(size.target(), locale))
                                : text(
                                        "method.size.small",
                                        locale,
                                        size.staff(),
                                        whole(size.budget(), locale),
                                        number(size.target(), locale)))
                .collect(Collectors.joining(text("method.comma", locale)));
    }

    private String goals(Locale locale) {
        return grid.conventions().goalTargets().stream()
                .map(goal -> goal.below() == null
                        ? text("method.goal.above", locale, number(goal.target(), locale))
                        : text("method.goal", locale, whole(goal.below(), locale), number(goal.target(), locale)))
                .collect(Collectors.joining(text("method.comma", locale)));
    }

    private static String number(Ratio value, Locale locale) {
        return NumberFormat.getNumberInstance(locale).format(value.rounded(2));
    }

    private static String percent(Ratio part, Locale locale) {
        return number(part.times(Ratio.HUNDRED), locale);
    }

    private static String whole(long value, Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    private static String said(Words words, Locale locale) {
        return words.in(locale.getLanguage());
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
