package org.tremplin.donation.settle;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.money.MoneyText;
import org.tremplin.notification.Mail;
import org.tremplin.notification.Mails;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** The thank-you: one mail a settled gift, in the donor's language. */
@Component
class Thanks {

    private final Campaigns campaigns;
    private final Mails mails;

    Thanks(Campaigns campaigns, Mails mails) {
        this.campaigns = campaigns;
        this.mails = mails;
    }

    /** Nothing for a gift whose donor left no address. */
    Mono<Void> queue(List<BookGifts.Settled> gifts) {
        List<BookGifts.Settled> written =
                gifts.stream().filter(one -> !one.gift().email().isEmpty()).toList();
        Set<CampaignId> ids = written.stream()
                .map(one -> new CampaignId(one.gift().campaign()))
                .collect(Collectors.toSet());
        return written.isEmpty()
                ? Mono.empty()
                : campaigns
                        .findAllPublished(ids)
                        .collectMap(campaign -> campaign.campaign().id().value())
                        .flatMap(known -> mails.queue(written.stream()
                                .filter(one -> known.containsKey(one.gift().campaign()))
                                .map(one -> mail(
                                        one,
                                        Objects.requireNonNull(
                                                known.get(one.gift().campaign()))))
                                .toList()));
    }

    private static Mail mail(BookGifts.Settled settled, PublishedCampaign campaign) {
        Settlement.Row gift = settled.gift();
        Language language = Language.ofCode(gift.language());
        return Mail.of(
                "donation.thanks",
                gift.id(),
                gift.email(),
                language,
                "donation-settled",
                Map.of(
                        "name", gift.firstName(),
                        "amount", MoneyText.brief(settled.came().cents(), language.locale()),
                        "day", DayText.text(settled.day(), language.locale()),
                        "campaign", campaign.plan().title(),
                        "gift", language.to("/don/" + gift.token()),
                        // what makes its donor a witness: the journal's head as the mail leaves
                        "journal", gift.campaign().toString(),
                        "page", language.to("/c/" + campaign.campaign().slug())));
    }
}
