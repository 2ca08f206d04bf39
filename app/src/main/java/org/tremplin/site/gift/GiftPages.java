package org.tremplin.site.gift;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.Plan.BudgetLine;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.donation.Aftermath;
import org.tremplin.donation.DonationSettings;
import org.tremplin.donation.DonationState;
import org.tremplin.donation.Gift;
import org.tremplin.donation.Gifts;
import org.tremplin.donation.LineQuestions;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.web.About;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.site.card.ReadyMail;
import org.tremplin.transparency.GiftTrace;
import org.tremplin.transparency.GiftTraces;
import org.tremplin.transparency.PublicProof;
import org.tremplin.transparency.PublicProofs;
import org.tremplin.transparency.Remainder;
import org.tremplin.transparency.RemainderText;
import org.tremplin.transparency.Remainders;
import org.tremplin.transparency.Spent;
import reactor.core.publisher.Mono;

/** Makes the page of a gift for its donor. */
@Component
class GiftPages {

    /** A bank answers within this time, or the donor gave up. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final int SOON = 4;
    private static final int LATER = 60;

    private final Gifts gifts;
    private final Campaigns campaigns;
    private final Associations associations;
    private final Sendings sendings;
    private final GiftTraces traces;
    private final LineQuestions questions;
    private final Remainders remainders;
    private final PublicProofs proofs;
    private final DonationSettings donations;
    private final TremplinSettings settings;
    private final MessageSource messages;
    private final Clock clock;

    GiftPages(
            Gifts gifts,
            Campaigns campaigns,
            Associations associations,
            Sendings sendings,
            GiftTraces traces,
            LineQuestions questions,
            Remainders remainders,
            PublicProofs proofs,
            DonationSettings donations,
            TremplinSettings settings,
            MessageSource messages,
            Clock clock) {
        this.gifts = gifts;
        this.campaigns = campaigns;
        this.associations = associations;
        this.sendings = sendings;
        this.traces = traces;
        this.questions = questions;
        this.remainders = remainders;
        this.proofs = proofs;
        this.donations = donations;
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param still whether the donor asked the page not to renew itself; empty for an unknown token */
    Mono<GiftPage> find(String token, boolean still, Language language) {
        return gifts.find(token)
                .flatMap(gift -> Mono.zip(
                                campaigns.findPublished(new CampaignId(gift.campaign())),
                                associations.find(new AssociationId(gift.association())),
                                gifts.aftermath(gift.id()),
                                sendings.of(gift, language.locale())
                                        .map(Optional::of)
                                        .defaultIfEmpty(Optional.empty()))
                        .flatMap(read -> Mono.zip(
                                        trace(gift, read.getT3(), read.getT1()),
                                        rest(gift, read.getT1(), language.locale())
                                                .map(Optional::of)
                                                .defaultIfEmpty(Optional.empty()),
                                        questions
                                                .last(gift.id())
                                                .map(Optional::of)
                                                .defaultIfEmpty(Optional.empty()))
                                .map(after -> page(
                                        gift,
                                        read.getT1(),
                                        read.getT2(),
                                        read.getT3(),
                                        read.getT4().orElse(null),
                                        after.getT1().orElse(null),
                                        after.getT2().orElse(null),
                                        after.getT3().orElse(null),
                                        still,
                                        language))));
    }

    /** What became of it; empty until it settled, and once all of it is back. */
    private Mono<Optional<Traced>> trace(Gift gift, Aftermath after, PublishedCampaign campaign) {
        long kept = gift.cents() - after.goneCents();
        return gift.state() == DonationState.SETTLED && kept > 0
                ? traces.of(gift, kept, campaign).flatMap(this::proven).map(Optional::of)
                : Mono.just(Optional.empty());
    }

    /** What was not spent, in the terms of the edition the donor saw; empty while the campaign runs, or nothing is left. */
    private Mono<GiftPage.Rest> rest(Gift gift, PublishedCampaign campaign, Locale locale) {
        return gift.state() != DonationState.SETTLED || campaign.campaign().state() != Campaign.State.CLOSED
                ? Mono.empty()
                : Mono.zip(
                                remainders.rest(campaign),
                                remainders.of(gift.campaign()),
                                campaigns.findEdition(new CampaignId(gift.campaign()), gift.edition()))
                        .filter(read ->
                                read.getT1().leftCents() > 0 || !read.getT2().isEmpty())
                        .map(read -> new GiftPage.Rest(
                                Remainder.terms(
                                        read.getT3().plan(),
                                        campaign.campaign().goal(),
                                        read.getT1().receivedCents()),
                                read.getT2().stream()
                                        .map(one -> RemainderText.of(one, locale))
                                        .toList()));
    }

    private Mono<Traced> proven(GiftTrace trace) {
        List<UUID> bought = trace.parts().stream()
                .flatMap(part -> part.bought().stream())
                .map(GiftTrace.Bought::spent)
                .filter(Objects::nonNull)
                .map(Spent::expense)
                .distinct()
                .toList();
        return proofs.of(bought).collectList().map(found -> new Traced(trace, found));
    }

    /** @param proofs of what was bought with it */
    private record Traced(GiftTrace trace, List<PublicProof> proofs) {}

    private GiftPage page(
            Gift gift,
            PublishedCampaign campaign,
            Association association,
            Aftermath after,
            GiftPage.@Nullable Sending sending,
            @Nullable Traced traced,
            GiftPage.@Nullable Rest rest,
            LineQuestions.@Nullable Answered asked,
            boolean still,
            Language language) {
        Locale locale = language.locale();
        Plan plan = campaign.plan();
        GiftPage.State state = state(gift);
        long kept = gift.cents() - after.goneCents();
        String link = settings.absolute(language.to("/c/" + campaign.campaign().slug()));
        LocalDate given = association.day(gift.createdAt());
        return new GiftPage(
                gift.token(),
                state,
                campaign.campaign().slug(),
                plan.title(),
                plan.language(),
                association.name(),
                gift.firstName(),
                gift.publicName(),
                MoneyText.brief(gift.cents(), locale),
                still ? null : renewal(state),
                gift.settledOn() == null ? null : DayText.text(gift.settledOn(), locale),
                traced == null ? null : GiftUse.of(traced.trace(), traced.proofs(), association.zone(), locale),
                label(gift.line(), plan.lines()).orElse(null),
                rest,
                consent(gift, asked, traced == null ? null : traced.trace(), plan, locale),
                back(gift, after, locale),
                sending,
                gift.receipt() && (kept > 0 || state != GiftPage.State.SETTLED)
                        ? DayText.text(donations.receiptsBy().atYear(given.getYear() + 1), locale)
                        : null,
                association.statement(),
                plan.closesOn() == null ? null : DayText.text(plan.closesOn(), locale),
                campaign.campaign().state() == Campaign.State.CLOSED,
                link,
                mail(plan.title(), link, locale),
                new About(
                        "",
                        messages.getMessage("gift.description", null, locale),
                        null,
                        null,
                        List.of("share"),
                        false));
    }

    private static GiftPage.@Nullable Consent consent(
            Gift gift, LineQuestions.@Nullable Answered asked, @Nullable GiftTrace trace, Plan plan, Locale locale) {
        if (trace == null) {
            return null;
        }
        if (asked == null) {
            return trace.toDecide()
                    ? new GiftPage.Consent(
                            "NONE", label(gift.line(), plan.lines()).orElse(""), null, "", null)
                    : null;
        }
        LocalDate on = asked.on();
        return new GiftPage.Consent(
                asked.answer().name(),
                label(asked.wish().line(), plan.lines()).orElse(""),
                asked.wish().to() == null
                        ? null
                        : label(asked.wish().to(), plan.lines()).orElse(""),
                asked.wish().reason(),
                on == null ? null : DayText.text(on, locale));
    }

    private static Optional<String> label(@Nullable UUID id, List<BudgetLine> lines) {
        return lines.stream()
                .filter(line -> line.id().equals(id))
                .map(BudgetLine::label)
                .findFirst();
    }

    private static GiftPage.@Nullable Back back(Gift gift, Aftermath after, Locale locale) {
        if (gift.state() != DonationState.SETTLED) {
            return null;
        }
        LocalDate day = after.goneOn();
        return new GiftPage.Back(
                after.goneCents() == 0 ? null : MoneyText.brief(after.goneCents(), locale),
                day == null ? null : DayText.text(day, locale),
                after.goneCents() >= gift.cents(),
                after.onTheWayCents() == 0 ? null : MoneyText.brief(after.onTheWayCents(), locale),
                after.request().name(),
                after.answer());
    }

    private GiftPage.State state(Gift gift) {
        boolean provider = gift.means().atProvider();
        return switch (gift.state()) {
            case SETTLED -> GiftPage.State.SETTLED;
            case PENDING -> provider ? GiftPage.State.PENDING : GiftPage.State.PROMISED;
            case ABANDONED -> provider ? GiftPage.State.UNPAID : GiftPage.State.LAPSED;
            case STARTED ->
                gift.createdAt().plus(PATIENCE).isAfter(clock.instant())
                        ? GiftPage.State.WAITING
                        : GiftPage.State.UNPAID;
        };
    }

    private static @Nullable Integer renewal(GiftPage.State state) {
        return state == GiftPage.State.WAITING ? Integer.valueOf(SOON) : state == GiftPage.State.PENDING ? LATER : null;
    }

    private String mail(String title, String link, Locale locale) {
        String body = messages.getMessage("gift.share.mail", new Object[] {title, link}, locale);
        return ReadyMail.link(title, body);
    }
}
