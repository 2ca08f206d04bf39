package org.tremplin.capacity.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.identity.People;
import org.tremplin.identity.Person;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** The page of somebody's offer, by the link they were mailed: confirm, agree, take back. A GET changes nothing. */
@Controller
class HelpController {

    private final Offers offers;
    private final Matches matches;
    private final People people;

    HelpController(Offers offers, Matches matches, People people) {
        this.offers = offers;
        this.matches = matches;
        this.people = people;
    }

    @GetMapping("/aide/{token}")
    Mono<Rendering> show(
            @PathVariable("token") String token,
            @RequestParam(name = "fait", required = false) @Nullable String done,
            ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return offers.find(token)
                .flatMap(offer -> Mono.zip(matches.of(offer), matches.open(offer))
                        .flatMap(read -> contacts(read.getT1())
                                .map(contacts -> Rendering.view("capacity/offered")
                                        .modelAttribute(
                                                "page",
                                                new OfferedPage(
                                                        offer,
                                                        Shown.given(offer, locale),
                                                        read.getT1().stream()
                                                                .map(match -> Shown.meeting(
                                                                        match,
                                                                        match.by() == null
                                                                                ? null
                                                                                : contacts.get(match.by()),
                                                                        matches.today(),
                                                                        locale))
                                                                .toList(),
                                                        read.getT2(),
                                                        offer.passed(matches.today()),
                                                        done != null))
                                        // the address of the page is the key
                                        .header("Referrer-Policy", "no-referrer")
                                        .build())))
                .switchIfEmpty(Mono.fromSupplier(() -> over(false)));
    }

    /** Only who agreed is named to the other side. */
    private Mono<Map<UUID, Shown.Contact>> contacts(List<Match> found) {
        List<UUID> members = found.stream()
                .filter(Match::agreed)
                .map(Match::by)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return members.isEmpty()
                ? Mono.just(Map.of())
                : people.findAll(members).collectMap(Person::id, Shown.Contact::of);
    }

    @PostMapping("/aide/{token}")
    Mono<Rendering> confirm(@PathVariable("token") String token, ServerWebExchange exchange) {
        return offers.find(token)
                .flatMap(offer -> offers.confirm(offer).thenReturn(back(offer, exchange)))
                .switchIfEmpty(Mono.fromSupplier(() -> over(false)));
    }

    /** Field: {@code proposition}. Names and addresses are shown to both from now on. */
    @PostMapping("/aide/{token}/accord")
    Mono<Rendering> agree(@PathVariable("token") String token, ServerWebExchange exchange) {
        return answer(token, true, exchange);
    }

    /** Field: {@code proposition}. */
    @PostMapping("/aide/{token}/refus")
    Mono<Rendering> refuse(@PathVariable("token") String token, ServerWebExchange exchange) {
        return answer(token, false, exchange);
    }

    private Mono<Rendering> answer(String token, boolean yes, ServerWebExchange exchange) {
        return Mono.zip(offers.find(token), Typed.in(exchange))
                .flatMap(read -> {
                    UUID match = read.getT2().id("proposition");
                    return (match == null ? Mono.<Void>empty() : matches.answer(read.getT1(), match, yes))
                            .thenReturn(back(read.getT1(), exchange));
                })
                .switchIfEmpty(Mono.fromSupplier(() -> over(false)));
    }

    @PostMapping("/aide/{token}/retrait")
    Mono<Rendering> withdraw(@PathVariable("token") String token) {
        return offers.withdraw(token).then(Mono.fromSupplier(() -> over(true)));
    }

    private static Rendering back(Offer offer, ServerWebExchange exchange) {
        return SeeOther.to(Language.of(exchange).to(offer.page()) + "?fait=oui");
    }

    private static Rendering over(boolean left) {
        return Rendering.view("capacity/offer-over")
                .modelAttribute("left", left)
                .status(left ? HttpStatus.OK : HttpStatus.NOT_FOUND)
                .build();
    }

    /**
     * @param asked whether what it answers is still asked for
     * @param passed whether its own last day has
     * @param saved whether something was just kept
     */
    record OfferedPage(
            Offer offer,
            Shown.Given given,
            List<Shown.Meeting> meetings,
            boolean asked,
            boolean passed,
            boolean saved) {

        /** Whether it may still be taken. */
        public boolean open() {
            return asked && !passed;
        }

        /** Whether nothing comes of it any more. */
        public boolean idle() {
            return !open() && meetings.isEmpty();
        }
    }
}
