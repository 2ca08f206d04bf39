package org.tremplin.donation.refund;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.money.MoneyText;
import org.tremplin.notification.Mail;
import org.tremplin.notification.Mails;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** Who hears of money that went back: the donor of a refund, the treasurer of what nobody here decided. */
@Component
class MoneyBackMails {

    private final Mails mails;
    private final TeamMails team;

    MoneyBackMails(Mails mails, TeamMails team) {
        this.mails = mails;
        this.team = team;
    }

    Mono<Void> queue(Movement movement, ReversedGift gift, Association association, LocalDate day) {
        return switch (movement.purpose()) {
            case "taken" -> refunded(movement, gift, association, day);
            case "returned" -> toTeam("refund-returned", movement, gift, association, -movement.goneCents(), day);
            case "opened" -> toTeam("dispute-opened", movement, gift, association, movement.heldCents(), day);
            case "moved" ->
                movement.goneCents() + movement.heldCents() > 0
                        ? toTeam(
                                "dispute-opened",
                                movement,
                                gift,
                                association,
                                movement.goneCents() + movement.heldCents(),
                                day)
                        : Mono.empty();
            default -> Mono.empty();
        };
    }

    private Mono<Void> refunded(Movement movement, ReversedGift gift, Association association, LocalDate day) {
        Language language = Language.ofCode(gift.language());
        return mails.queue(Mail.of(
                "donation.refunded",
                movement.source(),
                gift.email(),
                language,
                "donation-refunded",
                Map.of(
                        "name", gift.firstName(),
                        "amount", MoneyText.brief(movement.goneCents(), language.locale()),
                        "given", MoneyText.brief(gift.cents(), language.locale()),
                        "association", association.name(),
                        "day", DayText.text(day, language.locale()),
                        "gift", language.to("/don/" + gift.token()))));
    }

    private Mono<Void> toTeam(
            String template, Movement movement, ReversedGift gift, Association association, long cents, LocalDate day) {
        return team.queue(
                gift.association(),
                "donation." + template,
                movement.source(),
                template,
                language -> Map.of(
                        "association", association.name(),
                        "amount", MoneyText.brief(cents, language.locale()),
                        "day", DayText.text(day, language.locale()),
                        "page", "/espace/" + association.slug() + "/dons/" + gift.id()));
    }
}
