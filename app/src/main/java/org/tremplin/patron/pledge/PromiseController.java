package org.tremplin.patron.pledge;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.campaign.Plan;
import org.tremplin.identity.People;
import org.tremplin.money.MoneyText;
import org.tremplin.notification.Mails;
import org.tremplin.platform.security.AddressBlock;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** Where a firm or a foundation proposes its support. */
@Controller
class PromiseController {

    private static final String PATH = "/c/{slug}/mecene/promesse";

    private final Promisable promisable;
    private final Pledging pledging;
    private final Mails mails;
    private final AddressBlock blocks;

    PromiseController(Promisable promisable, Pledging pledging, Mails mails, AddressBlock blocks) {
        this.promisable = promisable;
        this.pledging = pledging;
        this.mails = mails;
        this.blocks = blocks;
    }

    @GetMapping(PATH)
    Mono<Rendering> form(
            @PathVariable("slug") String slug,
            @RequestParam(name = "envoye", required = false) @Nullable String sent,
            ServerWebExchange exchange) {
        return at(slug).map(at ->
                view(at, PledgeForm.fresh(), sent != null, new Problems(), HttpStatus.OK, Language.of(exchange)));
    }

    /** Fields of {@link PledgeForm}. */
    @PostMapping(PATH)
    Mono<Rendering> propose(@PathVariable("slug") String slug, ServerWebExchange exchange) {
        return Mono.zip(at(slug), Typed.in(exchange).map(PledgeForm::read))
                .flatMap(both -> propose(both.getT1(), both.getT2(), exchange));
    }

    private Mono<Rendering> propose(Promisable.At at, PledgeForm form, ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        if (at.over()) {
            return Mono.just(view(at, form, false, new Problems(), HttpStatus.CONFLICT, language));
        }
        Problems problems = form.check(at, language);
        if (!problems.has("email") && !mails.reaches(People.normal(form.email()))) {
            problems.add("email", "signin.email.demo");
        }
        return problems.none()
                ? pledging.propose(at, form, language, blocks.of(exchange.getRequest()))
                        .map(proposed -> answer(proposed, at, form, language))
                : Mono.just(view(at, form, false, problems, HttpStatus.UNPROCESSABLE_ENTITY, language));
    }

    private static Rendering answer(Pledging.Proposed proposed, Promisable.At at, PledgeForm form, Language language) {
        return switch (proposed) {
            case MAILED -> SeeOther.to(language.to(address(at)) + "/promesse?envoye=oui");
            case TOO_MANY ->
                view(
                        at,
                        form,
                        false,
                        new Problems().add("email", "follow.many"),
                        HttpStatus.TOO_MANY_REQUESTS,
                        language);
        };
    }

    private Mono<Promisable.At> at(String slug) {
        return promisable.at(slug).switchIfEmpty(NotFound.page());
    }

    private static String address(Promisable.At at) {
        return "/c/" + at.campaign().campaign().slug() + "/mecene";
    }

    private static Rendering view(
            Promisable.At at, PledgeForm form, boolean sent, Problems problems, HttpStatus status, Language language) {
        return Rendering.view("patron/pledge-form")
                .modelAttribute("page", page(at, sent, language.locale()))
                .modelAttribute("form", form)
                .modelAttribute("problems", problems)
                .status(status)
                .build();
    }

    private static PromisePage page(Promisable.At at, boolean sent, Locale locale) {
        long needed = Math.min(at.publicNeedCents(null), PledgeForm.MOST_CENTS);
        return new PromisePage(
                at.campaign().campaign().slug(),
                at.plan().title(),
                at.plan().language(),
                at.association().name(),
                at.over(),
                needed >= PledgeForm.LEAST_CENTS,
                MoneyText.brief(needed, locale),
                at.hidden(),
                at.lines().stream()
                        .map(line -> new PromisePage.Line(
                                line.id().toString(),
                                line.label(),
                                MoneyText.brief(at.publicNeedCents(line.id()), locale),
                                at.proven(line.id())))
                        .toList(),
                at.reports(),
                at.today().toString(),
                at.association().receipts().declared(),
                sent);
    }

    /**
     * @param over whether the campaign takes nothing any more
     * @param needed what neither came nor is promised
     * @param hidden whether promises are left out of what is needed, for one of them hides its amount
     */
    record PromisePage(
            String slug,
            String campaign,
            String language,
            String association,
            boolean over,
            boolean open,
            String needed,
            boolean hidden,
            List<Line> lines,
            List<Plan.Promise> reports,
            String today,
            boolean receipts,
            boolean sent) {

        /** @param proven whether something was proven on it already: then it is no condition */
        record Line(String id, String label, String needed, boolean proven) {}
    }
}
