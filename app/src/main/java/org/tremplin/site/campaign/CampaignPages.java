package org.tremplin.site.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.Departments;
import org.tremplin.association.Register;
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.GatesMet;
import org.tremplin.campaign.Goal;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.Plan.Definition;
import org.tremplin.campaign.Promised;
import org.tremplin.campaign.VideoLink;
import org.tremplin.campaign.Waiver;
import org.tremplin.capacity.HelpAsked;
import org.tremplin.donation.TaxEstimate;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Markdown;
import org.tremplin.site.campaign.CampaignPage.Answer;
import org.tremplin.site.card.CampaignRow;
import org.tremplin.site.card.ReadyMail;
import org.tremplin.site.totals.Received;
import org.tremplin.transparency.CampaignUse;

/** Makes the page of a campaign, and the same page of a draft for its editors. */
@Component
public class CampaignPages {

    /** The gate that asks for a report. */
    private static final String REPORT = "rapport";

    private final MessageSource messages;
    private final TremplinSettings settings;
    private final TaxEstimate tax;
    private final AboutCampaign about;

    CampaignPages(MessageSource messages, TremplinSettings settings, TaxEstimate tax, AboutCampaign about) {
        this.messages = messages;
        this.settings = settings;
        this.tax = tax;
        this.about = about;
    }

    public CampaignPage page(Snapshot seen, Language language) {
        Campaign campaign = seen.published().campaign();
        return page(
                seen.published().plan(),
                campaign.goal(),
                campaign.slug(),
                seen.association(),
                seen.received(),
                seen.use(),
                seen.today(),
                campaign.state() == Campaign.State.CLOSED,
                campaign.closedAt(),
                told(seen, language.locale()),
                seen.help(),
                seen.waivers(),
                seen.gates(),
                seen.promisedCents(),
                false,
                language);
    }

    /** What of the page moves while it is open. */
    Figures figures(Snapshot seen, Language language) {
        Campaign campaign = seen.published().campaign();
        GiveBox give = give(
                seen.published().plan(),
                campaign.goal(),
                seen.received(),
                seen.association(),
                seen.today(),
                campaign.state() == Campaign.State.CLOSED,
                campaign.closedAt(),
                language.locale());
        return Figures.of(give, seen.promisedCents(), seen.today(), messages, language.locale());
    }

    private GiveBox give(
            Plan plan,
            Goal goal,
            Received received,
            Association association,
            LocalDate today,
            boolean closed,
            @Nullable Instant closedAt,
            Locale locale) {
        LocalDate ended = closedAt == null ? null : association.day(closedAt);
        return GiveBox.of(plan, goal, received, today, closed, ended, afterTax(association, today), locale);
    }

    /** A draft as it would look if it were public now. */
    public CampaignPage preview(
            Campaign campaign, Plan plan, Association association, LocalDate today, Language language) {
        return page(
                plan,
                campaign.goalWith(plan),
                campaign.slug(),
                association,
                Received.nothing(),
                null,
                today,
                false,
                null,
                promises(plan, today, language.locale()),
                new HelpAsked(List.of(), 0, 0),
                List.of(),
                GatesMet.Kept.NOTHING,
                0,
                true,
                language);
    }

    private CampaignPage page(
            Plan plan,
            Goal goal,
            String slug,
            Association association,
            Received received,
            @Nullable CampaignUse use,
            LocalDate today,
            boolean closed,
            @Nullable Instant closedAt,
            CampaignPage.News news,
            HelpAsked help,
            List<Waiver> waivers,
            GatesMet.Kept gates,
            long promisedCents,
            boolean preview,
            Language language) {
        Locale locale = language.locale();
        String link = settings.absolute(language.to("/c/" + slug));
        Definition definition = plan.definition();
        GiveBox give = give(plan, goal, received, association, today, closed, closedAt, locale);
        return new CampaignPage(
                slug,
                plan.title(),
                plan.language(),
                plan.lead(),
                new CampaignPage.Owner(association.slug(), association.name()),
                plan.cause(),
                CampaignRow.place(definition.where(), definition.department()),
                plan.cover(),
                plan.coverAlt(),
                CampaignRow.picture(plan.cause()),
                plan.video() == null ? null : VideoLink.of(plan.video()).orElse(null),
                give,
                Figures.of(give, promisedCents, today, messages, locale),
                answers(
                        "campaign.brief.problem", definition.problem(),
                        "campaign.brief.what", definition.what(),
                        "campaign.brief.result", definition.result()),
                answers(
                        "campaign.fact.whom", definition.forWhom(),
                        "campaign.fact.when", definition.when(),
                        "campaign.fact.where", definition.where()),
                Budget.of(plan, goal, received, movedOn(received, association, locale), use, locale),
                Markdown.html(plan.pitch(), 3),
                plan.belowGoal(),
                plan.aboveGoal(),
                plan.means().stream()
                        .map(means ->
                                new CampaignPage.Helper(initial(means.who()), means.who(), means.task(), means.hours()))
                        .toList(),
                plan.means().stream().mapToLong(Plan.Means::hours).sum(),
                news,
                help(help, locale),
                trust(association, gates, waived(plan, waivers, association, locale), locale),
                new CampaignPage.Share(link, mail(plan.title(), link, locale)),
                preview,
                about.of(plan, slug, association, give, link, preview, locale));
    }

    private static CampaignPage.Help help(HelpAsked help, Locale locale) {
        return new CampaignPage.Help(
                help.needs().stream()
                        .map(need -> new CampaignPage.Help.Asked(
                                need.id(),
                                need.kind().key(),
                                need.label(),
                                need.detail(),
                                need.hours(),
                                need.department().isEmpty() ? "" : Departments.named(need.department()),
                                need.remote(),
                                need.until() == null ? null : DayText.text(need.until(), locale)))
                        .toList(),
                help.times(),
                help.hours());
    }

    private static CampaignPage.News told(Snapshot seen, Locale locale) {
        return new CampaignPage.News(
                seen.told().updates().stream()
                        .map(update -> NewsPages.item(update, seen.association().zone(), locale))
                        .toList(),
                seen.told().promises().stream()
                        .map(promised -> NewsPages.promise(promised, locale))
                        .toList());
    }

    private static CampaignPage.News promises(Plan plan, LocalDate today, Locale locale) {
        return new CampaignPage.News(
                List.of(),
                plan.promises().stream()
                        .filter(promise -> promise.on() != null)
                        .map(promise -> NewsPages.promise(Promised.on(today, promise, null), locale))
                        .toList());
    }

    /** Nobody speaks of tax before the association declared its right to receipts. */
    private LongFunction<OptionalLong> afterTax(Association association, LocalDate today) {
        return association.receipts().declared()
                ? cents -> tax.afterTaxCents(cents, today)
                : cents -> OptionalLong.empty();
    }

    private static @Nullable String movedOn(Received received, Association association, Locale locale) {
        return received.at() == null ? null : DayText.text(association.day(received.at()), locale);
    }

    /** A report that was promised since leaves nothing to pass over. */
    private static List<CampaignPage.Waived> waived(
            Plan plan, List<Waiver> waivers, Association association, Locale locale) {
        boolean promised = plan.promises().stream().anyMatch(promise -> promise.kind() == Plan.Telling.REPORT);
        return waivers.stream()
                .filter(waiver -> !promised || !waiver.gate().equals(REPORT))
                .map(waiver -> new CampaignPage.Waived(
                        waiver.gate(),
                        waiver.by().name(),
                        DayText.text(waiver.on(association.zone()), locale),
                        waiver.reason()))
                .toList();
    }

    private static CampaignPage.Trust trust(
            Association association, GatesMet.Kept gates, List<CampaignPage.Waived> waivers, Locale locale) {
        Association.Receipts receipts = association.receipts();
        return new CampaignPage.Trust(
                Register.of(association),
                DayText.text(association.day(association.declaredAt()), locale),
                receipts.declared() ? receipts.basis() : null,
                receipts.on() == null ? null : DayText.text(receipts.on(), locale),
                association.statement(),
                CampaignPage.Gates.of(gates, !waivers.isEmpty()),
                waivers);
    }

    /** Questions without an answer are left out. */
    private static List<Answer> answers(String... pairs) {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (!pairs[i + 1].isBlank()) {
                answers.add(new Answer(pairs[i], pairs[i + 1]));
            }
        }
        return List.copyOf(answers);
    }

    private static String initial(String name) {
        return name.isBlank()
                ? ""
                : name.strip()
                        .substring(0, name.strip().offsetByCodePoints(0, 1))
                        .toUpperCase(Locale.ROOT);
    }

    private String mail(String title, String link, Locale locale) {
        String body = messages.getMessage("campaign.share.mail", new Object[] {title, link}, locale);
        return ReadyMail.link(title, body);
    }
}
