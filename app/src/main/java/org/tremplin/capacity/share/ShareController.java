package org.tremplin.capacity.share;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.MessageSource;
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
import org.tremplin.notification.Mails;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** To whom the diagnosis is open, until when, and what: opened, changed and taken back by the president. */
@Controller
class ShareController {

    private static final String PATH = "/espace/{association}/diagnostic/partage";

    private final Associations associations;
    private final Grants grants;
    private final PublicShares everybody;
    private final PeerConsents peers;
    private final Renewal renewal;
    private final Mails mails;
    private final MessageSource messages;
    private final Clock clock;

    ShareController(
            Associations associations,
            Grants grants,
            PublicShares everybody,
            PeerConsents peers,
            Renewal renewal,
            Mails mails,
            MessageSource messages,
            Clock clock) {
        this.associations = associations;
        this.grants = grants;
        this.everybody = everybody;
        this.peers = peers;
        this.renewal = renewal;
        this.mails = mails;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Mono<Rendering> list(@PathVariable("association") String slug) {
        return associations
                .at(slug)
                .flatMap(association -> Mono.zip(
                                grants.of(association.id()).collectList(),
                                everybody.of(association.id()),
                                peers.of(association.id()))
                        .map(read -> Rendering.view("capacity/shares")
                                .modelAttribute(
                                        "page",
                                        SharesPage.of(
                                                home(slug),
                                                read.getT1(),
                                                read.getT2(),
                                                read.getT3().orElse(null),
                                                clock,
                                                association.zone()))
                                .build()));
    }

    /** @param audience {@code conseil} or {@code mecene} */
    @GetMapping(PATH + "/nouveau")
    Mono<Rendering> blank(
            @PathVariable("association") String slug,
            @RequestParam(name = "pour", defaultValue = "conseil") String audience) {
        return associations
                .at(slug)
                .map(association -> form(
                        association,
                        ShareForm.blank(audience(audience), today(association)),
                        new Problems(),
                        HttpStatus.OK));
    }

    /** Fields of {@link ShareForm}, and {@code pour}. */
    @PostMapping(PATH + "/nouveau")
    Mono<Rendering> give(@PathVariable("association") String slug, SignedInPerson acting, ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), Typed.in(exchange)).flatMap(read -> {
            Association association = read.getT1();
            ShareForm form = ShareForm.typed(audience(read.getT2().line("pour")), read.getT2());
            Problems problems = form.problems(today(association));
            if (!problems.has("email") && !mails.reaches(form.email())) {
                problems.add("email", "signin.email.demo");
            }
            if (!problems.none()) {
                return Mono.just(form(association, form, problems, HttpStatus.UNPROCESSABLE_ENTITY));
            }
            String consent = messages.getMessage(
                    "share.form.agree." + form.audience(),
                    new Object[] {association.name()},
                    Language.of(exchange).locale());
            return grants.give(association, form, consent, acting)
                    .map(sending -> sending == Grants.Sending.SENT
                            ? SeeOther.to(home(slug))
                            : form(
                                    association,
                                    form,
                                    new Problems().add("email", sending.key()),
                                    HttpStatus.UNPROCESSABLE_ENTITY));
        });
    }

    /** Field: {@code oui} when ticked. */
    @PostMapping(PATH + "/chiffres")
    Mono<Rendering> join(@PathVariable("association") String slug, SignedInPerson acting, ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), Typed.in(exchange))
                .flatMap(read -> peers.say(read.getT1().id(), read.getT2().on("oui"), acting))
                .thenReturn(SeeOther.to(home(slug) + "#chiffres"));
    }

    @GetMapping(PATH + "/{grant}")
    Mono<Rendering> show(@PathVariable("association") String slug, @PathVariable("grant") UUID id) {
        return at(slug, id).flatMap(found -> view(found, new Problems(), HttpStatus.OK));
    }

    /** Fields: the rows, each when ticked. */
    @PostMapping(PATH + "/{grant}")
    Mono<Rendering> change(
            @PathVariable("association") String slug,
            @PathVariable("grant") UUID id,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return Mono.zip(at(slug, id), Typed.in(exchange)).flatMap(read -> {
            Found found = read.getT1();
            if (!found.grant().holds(clock, found.association().zone())) {
                return view(found, new Problems().add("rows", "share.over"), HttpStatus.CONFLICT);
            }
            return grants.change(found.grant(), ShareForm.rows(found.grant().audience(), read.getT2()), acting)
                    .thenReturn(SeeOther.to(home(slug) + "/" + id));
        });
    }

    /** A lost link: another one is mailed, and this one ends. */
    @PostMapping(PATH + "/{grant}/lien")
    Mono<Rendering> renew(
            @PathVariable("association") String slug, @PathVariable("grant") UUID id, SignedInPerson acting) {
        return at(slug, id).flatMap(found -> {
            Grant grant = found.grant();
            return grant.holds(clock, found.association().zone())
                    ? renewal.renew(found.association(), grant, acting)
                            .filter(sending -> sending != Grants.Sending.SENT)
                            .flatMap(sending -> view(
                                    found, new Problems().add("lien", sending.key()), HttpStatus.UNPROCESSABLE_ENTITY))
                            .switchIfEmpty(Mono.fromSupplier(() -> SeeOther.to(home(slug))))
                    : view(found, new Problems().add("rows", "share.over"), HttpStatus.CONFLICT);
        });
    }

    @PostMapping(PATH + "/{grant}/fin")
    Mono<Rendering> revoke(@PathVariable("association") String slug, @PathVariable("grant") UUID id) {
        return at(slug, id).flatMap(found -> grants.revoke(found.grant()).thenReturn(SeeOther.to(home(slug))));
    }

    private Mono<Found> at(String slug, UUID id) {
        return associations
                .at(slug)
                .flatMap(association -> grants.find(association.id(), id).map(grant -> new Found(association, grant)))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private Mono<Rendering> view(Found found, Problems problems, HttpStatus status) {
        Grant grant = found.grant();
        Association association = found.association();
        return grants.scopes(grant)
                .collectList()
                .map(scopes -> Rendering.view("capacity/share")
                        .modelAttribute(
                                "page",
                                GrantPage.of(
                                        home(association.slug()),
                                        SharesPage.One.of(grant, clock, association.zone()),
                                        Visibility.choices(grant.audience()),
                                        scopes,
                                        association.zone()))
                        .modelAttribute("problems", problems)
                        .status(status)
                        .build());
    }

    private Rendering form(Association association, ShareForm form, Problems problems, HttpStatus status) {
        return Rendering.view("capacity/share-form")
                .modelAttribute(
                        "page",
                        new FormPage(
                                home(association.slug()),
                                association.name(),
                                Visibility.choices(form.audience()),
                                today(association),
                                today(association).plusYears(1)))
                .modelAttribute("form", form)
                .modelAttribute("problems", problems)
                .status(status)
                .build();
    }

    private LocalDate today(Association association) {
        return LocalDate.ofInstant(clock.instant(), association.zone());
    }

    private static Audience audience(String typed) {
        return typed.equals("mecene") ? Audience.PATRON : Audience.ADVISER;
    }

    private static String home(String slug) {
        return "/espace/" + slug + "/diagnostic/partage";
    }

    private record Found(Association association, Grant grant) {}

    /** @param offered rows that may be chosen */
    record FormPage(String home, String association, List<Shared> offered, LocalDate from, LocalDate to) {}
}
