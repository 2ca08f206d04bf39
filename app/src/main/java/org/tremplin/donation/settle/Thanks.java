package org.tremplin.donation.settle;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.money.MoneyText;
import org.tremplin.notification.Mail;
import org.tremplin.notification.Mails;
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
    Mono<Void> queue(Settlement.Row gift, long cents, LocalDate day) {
        if (gift.email().isEmpty()) {
            return Mono.empty();
        }
        Language language = Language.ofCode(gift.language());
        return campaigns
                .findPublished(new CampaignId(gift.campaign()))
                .flatMap(campaign -> mails.queue(Mail.of(
                        "donation.thanks",
                        gift.id(),
                        gift.email(),
                        language,
                        "donation-settled",
                        Map.of(
                                "name", gift.firstName(),
                                "amount", MoneyText.brief(cents, language.locale()),
                                "day",
                                        day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                                .withLocale(language.locale())),
                                "campaign", campaign.plan().title(),
                                "gift", language.to("/don/" + gift.token()),
                                "page", language.to("/c/" + campaign.campaign().slug())))));
    }
}
