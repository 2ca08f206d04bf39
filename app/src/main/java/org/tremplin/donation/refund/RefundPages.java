package org.tremplin.donation.refund;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.donation.Aftermath;
import org.tremplin.donation.DonationState;
import org.tremplin.donation.Gifts;
import org.tremplin.money.AmountText;
import org.tremplin.money.MoneyText;
import org.tremplin.payment.Refund;
import org.tremplin.payment.RefundState;
import org.tremplin.payment.Refunds;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import reactor.core.publisher.Mono;

/** Finds the gift of a page of the treasurer and shows it, after what was done or with what is wrong. */
@Component
class RefundPages {

    private final ReversedGifts gifts;
    private final Gifts door;
    private final Refunds refunds;
    private final RefundRequests requests;
    private final Associations associations;
    private final Clock clock;

    RefundPages(
            ReversedGifts gifts,
            Gifts door,
            Refunds refunds,
            RefundRequests requests,
            Associations associations,
            Clock clock) {
        this.gifts = gifts;
        this.door = door;
        this.refunds = refunds;
        this.requests = requests;
        this.associations = associations;
        this.clock = clock;
    }

    /** Only gifts whose money came or is on its way. */
    Mono<Found> at(String slug, UUID donation) {
        return associations
                .at(slug)
                .flatMap(association -> gifts.find(association.id().value(), donation)
                        .filter(gift -> gift.state() == DonationState.SETTLED || gift.state() == DonationState.PENDING)
                        .map(gift -> new Found(association, gift)))
                .switchIfEmpty(NotFound.page());
    }

    Mono<Rendering> show(Found found, @Nullable String done, ServerWebExchange exchange) {
        return view(found, RefundForm.EMPTY, done, new Problems(), HttpStatus.OK, exchange);
    }

    /** Back to the page, which says what was done. */
    static Rendering done(Found found, String what) {
        return SeeOther.to("/espace/" + found.association().slug() + "/dons/"
                + found.gift().id() + "?fait=" + what);
    }

    /** @param what was done, for the address it leads back to */
    Mono<Rendering> answer(Found found, RefundForm form, Refunds.Asked asked, String what, ServerWebExchange exchange) {
        return asked.fold(
                accepted -> Mono.just(done(found, what)),
                left -> refused(found, form, tooMuch(left, exchange), exchange),
                () -> refused(found, form, new Problems().add("montant", "refund.problem.unpaid"), exchange));
    }

    /** What was typed stays. */
    Mono<Rendering> refused(Found found, RefundForm form, Problems problems, ServerWebExchange exchange) {
        return view(found, form, null, problems, HttpStatus.UNPROCESSABLE_CONTENT, exchange);
    }

    private static Problems tooMuch(long left, ServerWebExchange exchange) {
        return new Problems()
                .add(
                        "montant",
                        left == 0 ? "refund.problem.nothing" : "refund.problem.much",
                        MoneyText.exact(left, Language.of(exchange).locale()));
    }

    private Mono<Rendering> view(
            Found found,
            RefundForm form,
            @Nullable String done,
            Problems problems,
            HttpStatus status,
            ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        ReversedGift gift = found.gift();
        UUID payment = gift.settledBy();
        Mono<Long> left = payment == null
                ? Mono.just(0L)
                : gift.byHand() ? Mono.just(gift.cents() - gift.goneCents()) : refunds.refundable(payment);
        Mono<List<Refund>> made = payment == null || gift.byHand()
                ? Mono.just(List.of())
                : refunds.of(List.of(payment)).collectList();
        return Mono.zip(
                        left,
                        made,
                        requests.last(gift.id()).map(List::of).defaultIfEmpty(List.of()),
                        door.find(gift.token()))
                .map(read -> Rendering.view("donation/refund")
                        .modelAttribute(
                                "page",
                                page(
                                        found,
                                        read.getT1(),
                                        read.getT2(),
                                        read.getT3().stream().findFirst().orElse(null),
                                        read.getT4().settledOn(),
                                        done,
                                        locale))
                        .modelAttribute("form", form.withKey())
                        .modelAttribute("problems", problems)
                        .status(status)
                        .build());
    }

    private RefundPage page(
            Found found,
            long left,
            List<Refund> made,
            @Nullable RefundRequest request,
            @Nullable LocalDate settledOn,
            @Nullable String done,
            Locale locale) {
        ReversedGift gift = found.gift();
        RefundRequest open = request != null && request.state() == Aftermath.Request.ASKED ? request : null;
        return new RefundPage(
                found.association().slug(),
                gift.id(),
                (gift.firstName() + " " + gift.lastName()).strip(),
                gift.email(),
                MoneyText.exact(gift.cents(), locale),
                gift.goneCents() == 0 ? null : MoneyText.exact(gift.goneCents(), locale),
                MoneyText.exact(gift.cents() - gift.goneCents(), locale),
                settledOn == null ? null : DayText.text(settledOn, locale),
                left,
                MoneyText.exact(left, locale),
                AmountText.typed(left, locale),
                open == null ? null : open.reason(),
                open == null ? null : DayText.text(found.association().day(open.askedAt()), locale),
                made.stream()
                        .map(refund -> new RefundPage.Line(
                                DayText.text(found.association().day(refund.createdAt()), locale),
                                MoneyText.exact(refund.cents(), locale),
                                state(refund)))
                        .toList(),
                done,
                gift.byHand(),
                DayText.text(found.association().today(clock), locale));
    }

    private static String state(Refund refund) {
        RefundState state = refund.state();
        return state == RefundState.PENDING && refund.taken() ? "TAKEN" : state.name();
    }

    record Found(Association association, ReversedGift gift) {}
}
