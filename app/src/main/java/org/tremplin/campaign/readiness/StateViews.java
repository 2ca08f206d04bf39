package org.tremplin.campaign.readiness;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.Plan;
import org.tremplin.capacity.CampaignType;
import org.tremplin.capacity.Component;
import org.tremplin.capacity.ComponentScore;
import org.tremplin.capacity.Lever;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Result;
import org.tremplin.capacity.Span;
import org.tremplin.capacity.Why;
import org.tremplin.capacity.Wordings;
import org.tremplin.platform.web.Language;

/** Puts a result into the words and figures of a page. */
final class StateViews {

    /** Pages of the diagnosis where their answers are given. */
    private static final Map<Component, String> PAGES = Map.of(
            Component.A,
            "en-ligne",
            Component.B,
            "logiciels",
            Component.NET,
            "partenariats",
            Component.GOV,
            "gouvernance");

    /** Euros, hours and relays are told as they are, shares and scores with one decimal. */
    private static final int DECIMALS = 1;

    private final Wordings wordings;
    private final Language language;
    private final UnaryOperator<String> link;

    /** @param link an address if this member may go there, else the empty text; given {@code /c/…} for this campaign */
    StateViews(Wordings wordings, Language language, UnaryOperator<String> link) {
        this.wordings = wordings;
        this.language = language;
        this.link = link;
    }

    /** @param stage what of it can still be done */
    StateView of(Result result, CampaignType type, Stage stage) {
        Span readiness = result.figures().readiness();
        return new StateView(
                wordings.label(result.figures().label(), language),
                point(readiness),
                whole(readiness.low()),
                whole(readiness.high()),
                whole(result.lower()),
                whole(result.higher()),
                sum(result),
                wordings.type(type, language),
                wordings.why(type, language),
                result.figures().cappedBy().stream()
                        .map(component -> wordings.component(component, language))
                        .toList(),
                result.figures().components().stream()
                        .filter(component -> component.weight() > 0)
                        .map(component -> part(
                                component,
                                result.why().get(component.component().ordinal())))
                        .toList(),
                result.figures().levers().stream()
                        .filter(lever -> stage.allows(lever.component()))
                        .flatMap(lever -> step(lever, result).stream())
                        .toList(),
                result.version());
    }

    private String sum(Result result) {
        Ratio point = result.figures().readiness().point();
        if (point == null) {
            return "";
        }
        String terms = result.why().stream()
                .filter(why -> why.weight() > 0)
                .map(why -> text(why.points().point(), 2))
                .collect(Collectors.joining(" + "));
        return terms + " = " + text(point, 2);
    }

    private StateView.Part part(ComponentScore component, Why why) {
        Span span = component.span();
        return new StateView.Part(
                component.component().name(),
                wordings.component(component.component(), language),
                point(span),
                whole(span.low()),
                whole(span.high()),
                component.weight(),
                why.points().point() == null
                        ? text(why.points().low(), 2) + " – "
                                + text(why.points().high(), 2)
                        : text(why.points().point(), 2),
                wordings.rule(component.component()).stream()
                        .map(number -> text(number, DECIMALS))
                        .toList(),
                why.figures().stream()
                        .map(figure -> new StateView.Figure(key(component, figure), figure(figure.value())))
                        .toList(),
                why.answers().stream().map(this::given).toList(),
                why.sources().stream()
                        .map(id -> new StateView.Source(id, wordings.source(id, language)))
                        .toList());
    }

    /** What a goal is to the promises is in euros, and a target to the software. */
    private static String key(ComponentScore component, Why.Figure figure) {
        return component.component() == Component.MOM && figure.key().equals("goal") ? "objective" : figure.key();
    }

    private String figure(Span value) {
        return value.point() == null
                ? text(value.low(), DECIMALS) + " – " + text(value.high(), DECIMALS)
                : text(value.point(), DECIMALS);
    }

    private StateView.Given given(Why.Given given) {
        Ratio notch = given.notch();
        return new StateView.Given(
                wordings.item(given.item(), language),
                wordings.answer(given.answer(), language),
                notch == null || notch.isZero() ? null : notch.rounded(DECIMALS));
    }

    /** The one step that gives most; of equal ones the answer that is lowest. */
    private Optional<StateView.Step> step(Lever lever, Result result) {
        Why why = result.why().get(lever.component().ordinal());
        Optional<Candidate> notch = why.answers().stream()
                .sorted(Comparator.comparing(Why.Given::answer))
                .flatMap(given -> notch(given, lever.component()))
                .min(Comparator.comparing(Candidate::points, Comparator.reverseOrder()));
        Optional<Candidate> stride = why.strides().stream()
                .filter(one -> !one.points().isZero())
                .max(Comparator.comparing(Why.Stride::points))
                .map(one -> new Candidate(
                        "prep.step." + one.key(), "", one.by(), one.points(), "/c/preparation/reponses#" + one.key()));
        return Stream.of(stride, notch)
                .flatMap(Optional::stream)
                .max(Comparator.comparing(Candidate::points))
                .map(best -> new StateView.Step(
                        best.text,
                        best.name,
                        best.by,
                        best.points.rounded(DECIMALS),
                        text(lever.points(), DECIMALS),
                        allowed(best.place)));
    }

    private Stream<Candidate> notch(Why.Given given, Component component) {
        Ratio points = given.notch();
        return points == null || points.isZero()
                ? Stream.empty()
                : Stream.of(new Candidate(
                        "prep.step.notch",
                        wordings.item(given.item(), language),
                        1,
                        points,
                        place(component, given.item())));
    }

    private static String place(Component component, String item) {
        return PAGES.containsKey(component)
                ? "/diagnostic/questions?partie=" + PAGES.get(component) + "#" + item
                : "/c/preparation/reponses#" + item;
    }

    private @Nullable String allowed(String place) {
        String address = link.apply(place);
        return address.isEmpty() ? null : address;
    }

    /** Where a campaign is: nothing is promised before a start that is past, and nothing prepared after the end. */
    enum Stage {
        BEFORE,
        RUNNING,
        OVER;

        static Stage of(Campaign campaign, Plan plan, LocalDate today) {
            LocalDate opens = plan.opensOn();
            LocalDate closes = plan.closesOn();
            if (campaign.state() == Campaign.State.DRAFT) {
                return BEFORE;
            }
            if (campaign.state() == Campaign.State.CLOSED || closes != null && closes.isBefore(today)) {
                return OVER;
            }
            return opens != null && opens.isAfter(today) ? BEFORE : RUNNING;
        }

        private boolean allows(Component component) {
            return this == BEFORE || this == RUNNING && component != Component.MOM;
        }
    }

    private record Candidate(String text, String name, int by, Ratio points, String place) {}

    private static @Nullable Integer point(Span span) {
        Ratio point = span.point();
        return point == null ? null : whole(point);
    }

    private static int whole(Ratio ratio) {
        return ratio.rounded(0).intValueExact();
    }

    private String text(@Nullable Ratio ratio, int decimals) {
        if (ratio == null) {
            return "–";
        }
        BigDecimal rounded = ratio.rounded(decimals);
        NumberFormat format =
                NumberFormat.getInstance(language.locale().getLanguage().equals("fr") ? Locale.FRANCE : Locale.UK);
        format.setMinimumFractionDigits(decimals == 2 ? 2 : 0);
        format.setMaximumFractionDigits(decimals);
        return format.format(rounded);
    }
}
