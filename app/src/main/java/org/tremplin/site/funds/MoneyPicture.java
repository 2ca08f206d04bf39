package org.tremplin.site.funds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.tremplin.money.MoneyText;
import org.tremplin.money.WholeEuros;
import org.tremplin.site.card.LineColour;
import org.tremplin.site.card.SplitBar;
import org.tremplin.transparency.CampaignUse;

/**
 * Where the money comes from, what it pays and where it is, as a picture and as bars with lists. The three sides are the
 * same sum; they are told in whole euros that still add up, and in cents where it is little.
 */
record MoneyPicture(
        FundsPage.Sums sums,
        @Nullable Flow flow,
        List<FundsPage.Named> sources,
        List<FundsPage.Segment> split,
        List<FundsPage.Segment> states) {

    /** Below it cents are told. */
    private static final long LITTLE = 100_00;

    private static final int SHORT = 25;
    private static final int LONG = 34;
    /** Class and text of each place where money is, and the class of its part of the bar. */
    private static final List<String> STATES = List.of("done", "open", "due", "src");

    private static final List<String> STATE_BARS = List.of("pro", "open", "rec", "rest");

    private record Amount(String label, boolean own, boolean gifts, long cents) {}

    static MoneyPicture of(FundsSnapshot funds, MessageSource messages, Locale locale) {
        CampaignUse use = funds.use();
        CampaignUse.Line total = use.total();
        long received = total.receivedCents() + total.elsewhereReceivedCents();
        long spent = total.spentCents() + total.elsewhereSpentCents();
        long proven = total.provenCents() + total.elsewhereProvenCents();
        long committed = Math.max(0, Math.min(total.committedCents(), received - spent));
        List<Long> where = told(List.of(proven, spent - proven, committed, received - spent - committed), received);

        List<Amount> sources = sources(funds, total, messages, locale);
        List<Long> from = told(sources.stream().map(Amount::cents).toList(), received);
        List<Long> lines = told(
                use.lines().stream()
                        .map(line -> line.receivedCents() + line.elsewhereReceivedCents())
                        .toList(),
                received);
        List<FundsPage.Segment> states = states(where, messages, locale);
        FundsPage.Sums sums = new FundsPage.Sums(
                MoneyText.brief(where.stream().mapToLong(Long::longValue).sum(), locale),
                MoneyText.brief(where.get(0) + where.get(1), locale),
                MoneyText.brief(where.get(2) + where.get(3), locale),
                committed == 0 ? null : MoneyText.brief(where.get(2), locale),
                spent <= 0 || funds.spending().isEmpty() ? null : MoneyText.brief(where.get(0), locale),
                total.elsewhereReceivedCents() == 0 ? null : MoneyText.exact(total.elsewhereReceivedCents(), locale),
                spent == proven,
                received > 0,
                spent != 0);
        return new MoneyPicture(
                sums,
                received > 0 ? flow(use, sources, from, lines, states, received, locale) : null,
                IntStream.range(0, sources.size())
                        .mapToObj(at -> new FundsPage.Named(
                                sources.get(at).label(), sources.get(at).own(), MoneyText.brief(from.get(at), locale)))
                        .toList(),
                split(use, lines, locale),
                states);
    }

    private static List<Long> told(List<Long> cents, long whole) {
        return Math.abs(whole) < LITTLE ? cents : WholeEuros.of(cents);
    }

    /** Gifts by the way they came, then each resource from elsewhere that came. */
    private static List<Amount> sources(
            FundsSnapshot funds, CampaignUse.Line total, MessageSource messages, Locale locale) {
        long offline = funds.offline().cents();
        long online = total.receivedCents() - offline;
        long onlineGifts =
                Math.max(0, funds.seen().received().gifts() - funds.offline().gifts());
        List<Amount> sources = new ArrayList<>();
        if (online != 0) {
            sources.add(new Amount(said("funds.source.online", onlineGifts, messages, locale), false, true, online));
        }
        if (offline != 0) {
            sources.add(new Amount(
                    said("funds.source.offline", funds.offline().gifts(), messages, locale), false, true, offline));
        }
        funds.use().resources().stream()
                .filter(resource -> resource.receivedCents() > 0)
                .forEach(resource -> sources.add(new Amount(resource.label(), true, false, resource.receivedCents())));
        return sources;
    }

    private static String said(String key, long gifts, MessageSource messages, Locale locale) {
        return messages.getMessage(key, new Object[] {gifts}, locale);
    }

    private static List<FundsPage.Segment> split(CampaignUse use, List<Long> told, Locale locale) {
        List<FundsPage.Segment> split = new ArrayList<>();
        double whole = use.lines().stream()
                .mapToLong(line -> Math.max(0, line.receivedCents() + line.elsewhereReceivedCents()))
                .sum();
        double x = 0;
        for (int at = 0; at < told.size(); at++) {
            CampaignUse.Line line = use.lines().get(at);
            long cents = Math.max(0, line.receivedCents() + line.elsewhereReceivedCents());
            if (cents > 0) {
                double width = SplitBar.WIDTH * cents / whole;
                split.add(new FundsPage.Segment(
                        LineColour.of(at),
                        SplitBar.length(x),
                        SplitBar.part(width),
                        new FundsPage.Named(line.label(), true, MoneyText.brief(told.get(at), locale))));
                x += width;
            }
        }
        return List.copyOf(split);
    }

    private static List<FundsPage.Segment> states(List<Long> cents, MessageSource messages, Locale locale) {
        double whole = cents.stream().mapToLong(amount -> Math.max(0, amount)).sum();
        List<FundsPage.Segment> states = new ArrayList<>();
        double x = 0;
        for (int at = 0; at < cents.size(); at++) {
            double width = whole == 0 ? 0 : SplitBar.WIDTH * Math.max(0, cents.get(at)) / whole;
            if (STATES.get(at).equals("open") && cents.get(at) == 0) {
                continue;
            }
            states.add(new FundsPage.Segment(
                    STATE_BARS.get(at),
                    SplitBar.length(x),
                    width == 0 ? "0" : SplitBar.part(width),
                    new FundsPage.Named(
                            messages.getMessage("funds.state." + STATES.get(at), null, locale),
                            false,
                            MoneyText.brief(cents.get(at), locale))));
            x += width;
        }
        return List.copyOf(states);
    }

    private static Flow flow(
            CampaignUse use,
            List<Amount> sources,
            List<Long> from,
            List<Long> told,
            List<FundsPage.Segment> states,
            double received,
            Locale locale) {
        List<Flow.Middle> middles = new ArrayList<>();
        List<CampaignUse.Line> drawn = new ArrayList<>();
        for (int at = 0; at < told.size(); at++) {
            CampaignUse.Line line = use.lines().get(at);
            double in = Math.max(0, line.receivedCents()) + Math.max(0, line.elsewhereReceivedCents());
            double spent = Math.max(0, line.spentCents() + line.elsewhereSpentCents());
            double proven = Math.max(0, Math.min(spent, line.provenCents() + line.elsewhereProvenCents()));
            double committed = Math.max(0, Math.min(line.committedCents(), in - spent));
            if (in > 0 || spent > 0) {
                drawn.add(line);
                middles.add(new Flow.Middle(
                        LineColour.of(at),
                        cut(line.label(), LONG),
                        MoneyText.brief(told.get(at), locale),
                        in,
                        List.of(proven, spent - proven, committed, Math.max(0, in - spent - committed))));
            }
        }
        List<Flow.Source> drawnSources = IntStream.range(0, sources.size())
                .filter(at -> sources.get(at).cents() > 0)
                .mapToObj(at -> new Flow.Source(
                        cut(sources.get(at).label(), SHORT),
                        sources.get(at).own(),
                        MoneyText.brief(from.get(at), locale),
                        parts(sources, sources.get(at), drawn)))
                .toList();
        List<Flow.State> drawnStates = IntStream.range(0, STATES.size())
                .mapToObj(at -> states.stream()
                        .filter(state -> state.colour().equals(STATE_BARS.get(at)))
                        .findFirst()
                        .map(state -> new Flow.State(
                                STATES.get(at),
                                state.named().label(),
                                state.named().amount()))
                        .orElse(new Flow.State(STATES.get(at), "", "")))
                .toList();
        return Flow.of(received, drawnSources, middles, drawnStates);
    }

    /** What a source gives to each line, in proportion: only for the picture, no figure says it. */
    private static List<Double> parts(List<Amount> sources, Amount source, List<CampaignUse.Line> lines) {
        double kind = sources.stream()
                .filter(other -> other.gifts() == source.gifts() && other.cents() > 0)
                .mapToLong(Amount::cents)
                .sum();
        return lines.stream()
                .map(line -> source.cents()
                        / kind
                        * Math.max(0, source.gifts() ? line.receivedCents() : line.elsewhereReceivedCents()))
                .toList();
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)).strip() + "…";
    }
}
