package org.tremplin.site.funds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.web.About;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.site.campaign.Snapshot;
import org.tremplin.site.card.LineColour;
import org.tremplin.site.card.Progress;
import org.tremplin.transparency.CampaignUse;
import org.tremplin.transparency.Remainder;
import org.tremplin.transparency.RemainderText;
import org.tremplin.transparency.Report;
import org.tremplin.transparency.Spent;

/** Makes the page of the use of funds. */
@Component
class FundsPages {

    /** Purchases on the page; the journal has them all. */
    private static final int MOST = 200;

    /** Reports on the page; the news have them all. */
    private static final int LAST = 3;

    private final MessageSource messages;
    private final TremplinSettings settings;

    FundsPages(MessageSource messages, TremplinSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    FundsPage page(FundsSnapshot funds, Language language) {
        Locale locale = language.locale();
        Snapshot seen = funds.seen();
        Campaign campaign = seen.published().campaign();
        Plan plan = seen.published().plan();
        Instant closed = campaign.closedAt();
        LocalDate ended = closed == null ? null : seen.association().day(closed);
        MoneyPicture picture = MoneyPicture.of(funds, messages, locale);
        String address = "/c/" + campaign.slug() + "/fonds";
        String day = DayText.text(seen.today(), locale);
        return new FundsPage(
                campaign.slug(),
                plan.title(),
                plan.language(),
                seen.association().slug(),
                seen.association().name(),
                day,
                ended == null ? null : DayText.text(ended, locale),
                seen.received().pendingCents() > 0
                        ? MoneyText.brief(seen.received().pendingCents(), locale)
                        : null,
                seen.received().feesAwaited(),
                picture.sums(),
                picture.flow(),
                picture.sources(),
                picture.split(),
                picture.states(),
                lines(funds.use(), plan, locale),
                line("", funds.use().total(), funds.use().provenPercent(), "", locale),
                funds.amendments().stream()
                        .map(amended ->
                                AmendedRows.change(amended, seen.association().zone(), locale))
                        .toList(),
                cost(funds.use(), locale),
                purchases(funds, funds.spending(), locale),
                Math.max(0, funds.spending().size() - MOST),
                purchases(funds, funds.promised(), locale),
                Math.max(0, funds.promised().size() - MOST),
                rest(funds, locale),
                plan.definition().result(),
                measured(funds.reports(), locale),
                settings.absolute(language.to(address)),
                new About(
                        messages.getMessage("funds.about", new Object[] {plan.title()}, locale),
                        messages.getMessage(
                                "funds.description",
                                new Object[] {
                                    picture.sums().received(), picture.sums().spent(), day
                                },
                                locale),
                        null,
                        null,
                        List.of(),
                        true));
    }

    /** The last reports, with their figures. */
    private static List<FundsPage.Measured> measured(List<Report> reports, Locale locale) {
        return reports.stream()
                .limit(LAST)
                .map(report -> measured(report, Objects.requireNonNull(report.figures()), locale))
                .toList();
    }

    private static FundsPage.Measured measured(Report report, Report.Figures frozen, Locale locale) {
        return new FundsPage.Measured(
                report.id().toString(),
                DayText.text(frozen.on(), locale),
                report.title(),
                report.closing(),
                MoneyText.exact(frozen.receivedCents(), locale),
                MoneyText.exact(frozen.spentCents(), locale),
                MoneyText.exact(frozen.leftCents(), locale));
    }

    private static List<FundsPage.Line> lines(CampaignUse use, Plan plan, Locale locale) {
        Map<UUID, String> results = plan.lines().stream()
                .collect(Collectors.toMap(Plan.BudgetLine::id, Plan.BudgetLine::expectedResult, (one, other) -> one));
        return IntStream.range(0, use.lines().size())
                .mapToObj(at -> line(
                        LineColour.of(at),
                        use.lines().get(at),
                        use.lines().get(at).provenPercent(),
                        results.getOrDefault(use.lines().get(at).id(), ""),
                        locale))
                .toList();
    }

    /** All money together: what gifts paid and what came from elsewhere. */
    private static FundsPage.Line line(
            String colour, CampaignUse.Line line, @Nullable Integer percent, String result, Locale locale) {
        long received = line.receivedCents() + line.elsewhereReceivedCents();
        long spent = line.spentCents() + line.elsewhereSpentCents();
        return new FundsPage.Line(
                colour,
                line.label(),
                line.collectionCosts(),
                line.plannedCents() != 0 || received != 0 || spent != 0 || line.committedCents() != 0,
                MoneyText.exact(line.plannedCents(), locale),
                MoneyText.exact(received, locale),
                MoneyText.exact(line.committedCents(), locale),
                MoneyText.exact(spent, locale),
                MoneyText.exact(line.provenCents() + line.elsewhereProvenCents(), locale),
                percent == null ? null : Progress.percent(percent, locale),
                line.provenOn() == null ? null : DayText.text(line.provenOn(), locale),
                MoneyText.exact(received - spent, locale),
                MoneyText.exact(line.plannedCents() - spent, locale),
                line.toDecideCents() == 0 ? null : MoneyText.exact(line.toDecideCents(), locale),
                line.reasons(),
                result);
    }

    private static FundsPage.@Nullable Rest rest(FundsSnapshot funds, Locale locale) {
        PublishedCampaign published = funds.seen().published();
        CampaignUse.Line total = funds.use().total();
        if (published.campaign().state() != Campaign.State.CLOSED
                || total.leftCents() <= 0 && funds.remainders().isEmpty()) {
            return null;
        }
        return new FundsPage.Rest(
                total.leftCents() <= 0 ? null : MoneyText.exact(total.leftCents(), locale),
                Remainder.terms(published.plan(), published.campaign().goal(), total.receivedCents()),
                funds.remainders().stream()
                        .map(one -> RemainderText.of(one, locale))
                        .toList());
    }

    private static FundsPage.Cost cost(CampaignUse use, Locale locale) {
        long collection = use.lines().stream()
                .filter(CampaignUse.Line::collectionCosts)
                .mapToLong(line -> line.spentCents() + line.elsewhereSpentCents())
                .sum();
        CampaignUse.Line total = use.total();
        long spent = total.spentCents() + total.elsewhereSpentCents();
        long received = total.receivedCents() + total.elsewhereReceivedCents();
        return new FundsPage.Cost(
                MoneyText.exact(collection, locale),
                MoneyText.exact(spent - collection, locale),
                received <= 0 || collection < 0
                        ? null
                        : Progress.percent(Math.round(100.0 * collection / received), locale));
    }

    private static List<FundsPage.Purchase> purchases(FundsSnapshot funds, List<Spent> spending, Locale locale) {
        List<Spent> newest = new ArrayList<>(spending);
        Collections.reverse(newest);
        return newest.stream()
                .limit(MOST)
                .map(spent -> new FundsPage.Purchase(
                        DayText.row(spent.day(), locale),
                        spent.day().toString(),
                        spent.purpose(),
                        spent.supplier(),
                        spent.correction(),
                        spent.withdrawn(),
                        spent.parts().stream()
                                .map(part -> label(funds.use(), part.line()))
                                .distinct()
                                .toList(),
                        papers(funds, spent, locale),
                        MoneyText.exact(spent.cents(), locale)))
                .toList();
    }

    private static List<FundsPage.Paper> papers(FundsSnapshot funds, Spent spent, Locale locale) {
        return funds.proofs().stream()
                .filter(proof -> proof.expense().equals(spent.expense()))
                .map(proof -> new FundsPage.Paper(
                        "proof.kind." + proof.kind(),
                        proof.address(),
                        DayText.text(proof.day(), locale),
                        proof.statement(),
                        proof.reason(),
                        !proof.earlier() ? null : proof.proves() ? "funds.proof.earlier" : "funds.proof.outgrown"))
                .toList();
    }

    private static String label(CampaignUse use, UUID id) {
        CampaignUse.@Nullable Line line = use.line(id);
        return line == null ? "" : line.label();
    }
}
