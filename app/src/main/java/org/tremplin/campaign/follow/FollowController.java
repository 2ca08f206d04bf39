package org.tremplin.campaign.follow;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.notification.MailAddress;
import org.tremplin.notification.Mails;
import org.tremplin.platform.security.AddressBlock;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** Following a campaign by mail without giving: ask, confirm, choose, leave. */
@Controller
class FollowController {

    private final FollowedCampaigns campaigns;
    private final Followers followers;
    private final Mails mails;
    private final AddressBlock blocks;

    FollowController(FollowedCampaigns campaigns, Followers followers, Mails mails, AddressBlock blocks) {
        this.campaigns = campaigns;
        this.followers = followers;
        this.mails = mails;
        this.blocks = blocks;
    }

    @GetMapping("/c/{slug}/suivre")
    Mono<Rendering> form(
            @PathVariable("slug") String slug, @RequestParam(name = "envoye", required = false) @Nullable String sent) {
        return campaigns
                .find(slug)
                .map(campaign -> form(campaign, "", "immediat", sent != null, new Problems(), HttpStatus.OK))
                .switchIfEmpty(NotFound.page());
    }

    /** Fields: {@code email}, {@code rythme} ({@code immediat}, {@code hebdomadaire}). */
    @PostMapping("/c/{slug}/suivre")
    Mono<Rendering> ask(@PathVariable("slug") String slug, ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return Mono.zip(campaigns.find(slug), Typed.in(exchange))
                .flatMap(read -> {
                    String email = read.getT2().line("email");
                    String rhythm = read.getT2().line("rythme");
                    Problems problems = new Problems();
                    if (!MailAddress.plausible(email)) {
                        problems.add("email", email.isEmpty() ? "signin.email.missing" : "signin.email.wrong");
                    } else if (!mails.reaches(email)) {
                        problems.add("email", "signin.email.demo");
                    }
                    return problems.none()
                            ? ask(read.getT1(), email, rhythm, language, exchange)
                            : Mono.just(form(
                                    read.getT1(), email, rhythm, false, problems, HttpStatus.UNPROCESSABLE_ENTITY));
                })
                .switchIfEmpty(NotFound.page());
    }

    private Mono<Rendering> ask(
            Followed campaign, String email, String rhythm, Language language, ServerWebExchange exchange) {
        return followers
                .ask(campaign, email, Follower.Rhythm.of(rhythm), language, blocks.of(exchange.getRequest()))
                .map(mailed -> mailed
                        ? SeeOther.to(language.to("/c/" + campaign.slug() + "/suivre") + "?envoye=oui")
                        : form(
                                campaign,
                                email,
                                rhythm,
                                false,
                                new Problems().add("email", "follow.many"),
                                HttpStatus.TOO_MANY_REQUESTS));
    }

    private static Rendering form(
            Followed campaign, String email, String rhythm, boolean sent, Problems problems, HttpStatus status) {
        return Rendering.view("campaign/follow")
                .modelAttribute("page", new FormPage(campaign, email, Follower.Rhythm.of(rhythm), sent))
                .modelAttribute("problems", problems)
                .status(status)
                .build();
    }

    /** Shows one button as long as nothing is confirmed, for mail scanners open links; then the choices. */
    @GetMapping("/suivi/{token}")
    Mono<Rendering> choices(
            @PathVariable("token") String token, @RequestParam(name = "fait", required = false) @Nullable String done) {
        return followers
                .find(token)
                .flatMap(follower -> campaigns
                        .find(follower.campaign())
                        .map(campaign -> Rendering.view("campaign/follower")
                                .modelAttribute("page", new ChoicePage(campaign, follower, done != null))
                                // the address of the page is the key
                                .header("Referrer-Policy", "no-referrer")
                                .build()))
                .switchIfEmpty(Mono.fromSupplier(FollowController::over));
    }

    /** Field: {@code rythme}; confirms as well. */
    @PostMapping("/suivi/{token}")
    Mono<Rendering> choose(@PathVariable("token") String token, ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return Mono.zip(followers.find(token), Typed.in(exchange))
                .flatMap(read -> followers
                        .choose(read.getT1(), Follower.Rhythm.of(read.getT2().line("rythme")))
                        .thenReturn(SeeOther.to(language.to(read.getT1().page()) + "?fait=oui")))
                .switchIfEmpty(Mono.fromSupplier(FollowController::over));
    }

    /** Opened by whoever follows the header of a mail in a browser: one button. */
    @GetMapping("/suivi/{token}/arret")
    Mono<Rendering> leaving(@PathVariable("token") String token, ServerWebExchange exchange) {
        return followers
                .find(token)
                .map(follower -> SeeOther.to(Language.of(exchange).to("/suivi/" + token) + "#arret"))
                .switchIfEmpty(Mono.fromSupplier(FollowController::over));
    }

    /** Also pressed by mail programs (RFC 8058): the address alone is the proof, so it needs no token of a form. */
    @PostMapping("/suivi/{token}/arret")
    Mono<Rendering> leave(@PathVariable("token") String token) {
        return followers
                .leave(token)
                .then(Mono.fromSupplier(() -> Rendering.view("campaign/follow-over")
                        .modelAttribute("left", true)
                        .build()));
    }

    private static Rendering over() {
        return Rendering.view("campaign/follow-over")
                .modelAttribute("left", false)
                .status(HttpStatus.NOT_FOUND)
                .build();
    }

    /** @param sent whether a mail has just left */
    record FormPage(Followed campaign, String email, Follower.Rhythm rhythm, boolean sent) {}

    /** @param saved whether a choice was just kept */
    record ChoicePage(Followed campaign, Follower follower, boolean saved) {}
}
