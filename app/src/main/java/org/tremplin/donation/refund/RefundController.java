package org.tremplin.donation.refund;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.donation.Aftermath;
import org.tremplin.donation.DonationState;
import org.tremplin.donation.Gifts;
import org.tremplin.ledger.Account;
import org.tremplin.money.AmountText;
import org.tremplin.money.MoneyText;
import org.tremplin.payment.Refund;
import org.tremplin.payment.RefundState;
import org.tremplin.payment.Refunds;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.security.Tokens;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** One gift as the treasurer sees it: what came, what went back, and giving it back. */
@Controller
class RefundController {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{16,64}");
    private static final int LONGEST_ANSWER = 500;

    /** What money given back by hand leaves from. */
    private static final Map<String, String> HANDS = Map.of("banque", Account.BANK, "especes", Account.CASH);

    private final ReversedGifts gifts;
    private final Gifts door;
    private final Refunds refunds;
    private final RefundRequests requests;
    private final Refunding refunding;
    private final HandReturns returns;
    private final Associations associations;
    private final Clock clock;

    RefundController(
            ReversedGifts gifts,
            Gifts door,
            Refunds refunds,
            RefundRequests requests,
            Refunding refunding,
            HandReturns returns,
            Associations associations,
            Clock clock) {
        this.gifts = gifts;
        this.door = door;
        this.refunds = refunds;
        this.requests = requests;
        this.refunding = refunding;
        this.returns = returns;
        this.associations = associations;
        this.clock = clock;
    }

    @GetMapping("/espace/{association}/dons/{donation}")
    Mono<Rendering> show(
            @PathVariable("association") String slug,
            @PathVariable("donation") UUID donation,
            @RequestParam(name = "fait", required = false) @Nullable String done,
            ServerWebExchange exchange) {
        return at(slug, donation)
                .flatMap(found -> view(found, RefundForm.EMPTY, done, new Problems(), HttpStatus.OK, exchange));
    }

    @PostMapping("/espace/{association}/dons/{donation}/remboursements")
    Mono<Rendering> refund(
            @PathVariable("association") String slug,
            @PathVariable("donation") UUID donation,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return Mono.zip(at(slug, donation), Typed.in(exchange)).flatMap(both -> {
            Found found = both.getT1();
            RefundForm form = RefundForm.of(both.getT2());
            OptionalLong cents = AmountText.cents(form.montant());
            if (cents.isEmpty() || cents.getAsLong() == 0) {
                return refused(found, form, new Problems().add("montant", "refund.problem.amount"), exchange);
            }
            if (!KEY.matcher(form.cle()).matches()) {
                return refused(found, form, new Problems().add("montant", "refund.problem.key"), exchange);
            }
            return refunding
                    .refund(found.gift(), form.cle(), cents.getAsLong(), acting.id())
                    .flatMap(asked -> asked.fold(
                            accepted -> Mono.just(done(found, "rembourse")),
                            left -> refused(found, form, tooMuch(left, exchange), exchange),
                            () -> refused(
                                    found, form, new Problems().add("montant", "refund.problem.unpaid"), exchange)));
        });
    }

    /** Money that never was at the provider is given back by hand; this writes it. */
    @PostMapping("/espace/{association}/dons/{donation}/retours")
    Mono<Rendering> giveBack(
            @PathVariable("association") String slug,
            @PathVariable("donation") UUID donation,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return Mono.zip(at(slug, donation), Typed.in(exchange)).flatMap(both -> {
            Found found = both.getT1();
            RefundForm form = RefundForm.of(both.getT2());
            OptionalLong cents = AmountText.cents(form.montant());
            String account = HANDS.get(form.par());
            Problems problems = new Problems();
            if (cents.isEmpty() || cents.getAsLong() == 0) {
                problems.add("montant", "refund.problem.amount");
            }
            if (!KEY.matcher(form.cle()).matches()) {
                problems.add("montant", "refund.problem.key");
            }
            if (account == null) {
                problems.add("par", "refund.problem.by");
            }
            if (account == null || !found.gift().byHand() || !problems.none()) {
                return refused(found, form, problems, exchange);
            }
            UUID operation =
                    UUID.nameUUIDFromBytes((donation + " by hand " + form.cle()).getBytes(StandardCharsets.UTF_8));
            return returns.giveBack(found.gift(), operation, cents.getAsLong(), account, acting.id())
                    .flatMap(asked -> asked.fold(
                            accepted -> Mono.just(done(found, "rendu")),
                            left -> refused(found, form, tooMuch(left, exchange), exchange),
                            () -> refused(
                                    found, form, new Problems().add("montant", "refund.problem.unpaid"), exchange)));
        });
    }

    @PostMapping("/espace/{association}/dons/{donation}/refus")
    Mono<Rendering> decline(
            @PathVariable("association") String slug,
            @PathVariable("donation") UUID donation,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return Mono.zip(at(slug, donation), Typed.in(exchange)).flatMap(both -> {
            RefundForm form = RefundForm.of(both.getT2());
            String answer = form.reponse();
            if (answer.isEmpty() || answer.length() > LONGEST_ANSWER) {
                return refused(
                        both.getT1(),
                        form,
                        new Problems()
                                .add(
                                        "reponse",
                                        answer.isEmpty() ? "refund.problem.answer" : "refund.problem.long",
                                        LONGEST_ANSWER),
                        exchange);
            }
            return refunding
                    .decline(both.getT1().gift(), both.getT1().association(), answer, acting.id())
                    .thenReturn(done(both.getT1(), "refuse"));
        });
    }

    private static Problems tooMuch(long left, ServerWebExchange exchange) {
        return new Problems()
                .add(
                        "montant",
                        left == 0 ? "refund.problem.nothing" : "refund.problem.much",
                        MoneyText.exact(left, Language.of(exchange).locale()));
    }

    private Mono<Found> at(String slug, UUID donation) {
        return associations
                .at(slug)
                .flatMap(association -> gifts.find(association.id().value(), donation)
                        .filter(gift -> gift.state() == DonationState.SETTLED || gift.state() == DonationState.PENDING)
                        .map(gift -> new Found(association, gift)))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private Mono<Rendering> refused(Found found, RefundForm form, Problems problems, ServerWebExchange exchange) {
        return view(found, form, null, problems, HttpStatus.UNPROCESSABLE_CONTENT, exchange);
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
                settledOn == null ? null : words(settledOn, locale),
                left,
                MoneyText.exact(left, locale),
                typed(left),
                open == null ? null : open.reason(),
                open == null
                        ? null
                        : words(
                                LocalDate.ofInstant(
                                        open.askedAt(), found.association().zone()),
                                locale),
                made.stream()
                        .map(refund -> new RefundPage.Line(
                                words(
                                        LocalDate.ofInstant(
                                                refund.createdAt(),
                                                found.association().zone()),
                                        locale),
                                MoneyText.exact(refund.cents(), locale),
                                state(refund)))
                        .toList(),
                done,
                gift.byHand(),
                words(LocalDate.ofInstant(clock.instant(), found.association().zone()), locale));
    }

    private static String state(Refund refund) {
        RefundState state = refund.state();
        return state == RefundState.PENDING && refund.taken() ? "TAKEN" : state.name();
    }

    private static String typed(long cents) {
        return cents % 100 == 0 ? Long.toString(cents / 100) : "%d,%02d".formatted(cents / 100, cents % 100);
    }

    private static String words(LocalDate day, Locale locale) {
        return DayText.text(day, locale);
    }

    private static Rendering done(Found found, String what) {
        return Rendering.redirectTo("/espace/" + found.association().slug() + "/dons/"
                        + found.gift().id() + "?fait=" + what)
                .status(HttpStatus.SEE_OTHER)
                .build();
    }

    private record Found(Association association, ReversedGift gift) {}

    /**
     * As typed.
     *
     * @param cle once-only key: the same form sent twice is one refund
     * @param par how money is given back by hand, a key of {@link #HANDS}
     * @param reponse to the donor who asked for it back
     */
    record RefundForm(String montant, String cle, String par, String reponse) {

        static final RefundForm EMPTY = new RefundForm("", "", "", "");

        static RefundForm of(Typed typed) {
            return new RefundForm(typed.line("montant"), typed.line("cle"), typed.line("par"), typed.text("reponse"));
        }

        RefundForm withKey() {
            return KEY.matcher(cle).matches() ? this : new RefundForm(montant, Tokens.random(), par, reponse);
        }
    }

    /**
     * @param gone what is back with the donor, none when nothing is
     * @param left cents that may still be given back by the provider
     * @param suggested the same as a person types it
     * @param reason of the donor who asks for it back, none when nobody asks; it may be empty
     * @param done what was just done: {@code rembourse}, {@code refuse}, {@code rendu}
     * @param byHand its money never was at the provider
     */
    record RefundPage(
            String slug,
            UUID id,
            String name,
            String email,
            String amount,
            @Nullable String gone,
            String kept,
            @Nullable String settledOn,
            long left,
            String leftText,
            String suggested,
            @Nullable String reason,
            @Nullable String askedOn,
            List<Line> refunds,
            @Nullable String done,
            boolean byHand,
            String today) {

        record Line(String day, String amount, String state) {}
    }
}
