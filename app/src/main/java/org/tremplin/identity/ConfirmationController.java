package org.tremplin.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.security.Sessions;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** Asks for a mailed code before an act that moves money or opens an account, then leads back. */
@Controller
class ConfirmationController {

    private static final String PAGE = "/connexion/confirmation";

    private final Confirmations confirmations;
    private final People people;
    private final Sessions sessions;
    private final TremplinSettings instance;

    ConfirmationController(Confirmations confirmations, People people, Sessions sessions, TremplinSettings instance) {
        this.confirmations = confirmations;
        this.people = people;
        this.sessions = sessions;
        this.instance = instance;
    }

    /**
     * @param undone whether an act was met without confirmation, and nothing done
     * @param over whether the last code is of no more use
     */
    @GetMapping(PAGE)
    Mono<Rendering> ask(
            @AuthenticationPrincipal SignedInPerson acting,
            @RequestParam(name = "vers", required = false) @Nullable String wished,
            @RequestParam(name = "rien", required = false) @Nullable String undone,
            @RequestParam(name = "fini", required = false) @Nullable String over,
            ServerWebExchange exchange) {
        String wanted = LocalPath.of(wished);
        return sessions.confirmed(exchange)
                .flatMap(already -> already
                        ? Mono.just(SeeOther.to(wanted))
                        : page("identity/confirm", acting, wanted, undone != null, over != null, new Problems()));
    }

    @PostMapping(PAGE)
    Mono<Rendering> send(@AuthenticationPrincipal SignedInPerson acting, ServerWebExchange exchange) {
        return Typed.in(exchange).flatMap(typed -> {
            String wanted = LocalPath.of(typed.line("vers"));
            return person(acting)
                    .flatMap(person -> confirmations.send(person, exchange))
                    .flatMap(sent -> sent
                            ? Mono.just(SeeOther.to(address(PAGE + "/code", wanted, exchange)))
                            : page(
                                    "identity/confirm",
                                    acting,
                                    wanted,
                                    false,
                                    false,
                                    new Problems().add("envoi", "confirm.many")));
        });
    }

    @GetMapping(PAGE + "/code")
    Mono<Rendering> form(
            @AuthenticationPrincipal SignedInPerson acting,
            @RequestParam(name = "vers", required = false) @Nullable String wished,
            ServerWebExchange exchange) {
        String wanted = LocalPath.of(wished);
        return sessions.confirmed(exchange)
                .flatMap(already -> already
                        ? Mono.just(SeeOther.to(wanted))
                        : confirmations
                                .waits(acting.id(), exchange)
                                .flatMap(waits -> waits
                                        ? page("identity/confirm-code", acting, wanted, false, false, new Problems())
                                        : Mono.just(SeeOther.to(address(PAGE, wanted, exchange)))));
    }

    @PostMapping(PAGE + "/code")
    Mono<Rendering> enter(@AuthenticationPrincipal SignedInPerson acting, ServerWebExchange exchange) {
        return Typed.in(exchange).flatMap(typed -> {
            String wanted = LocalPath.of(typed.line("vers"));
            return confirmations
                    .enter(acting.id(), typed.line("code"), exchange)
                    .flatMap(answer -> {
                        if (answer.right()) {
                            return Mono.just(SeeOther.to(wanted));
                        }
                        return answer.left() == 0
                                ? Mono.just(SeeOther.to(address(PAGE, wanted, exchange) + "&fini=oui"))
                                : page(
                                        "identity/confirm-code",
                                        acting,
                                        wanted,
                                        false,
                                        false,
                                        new Problems().add("code", "signin.code.wrong", answer.left()));
                    });
        });
    }

    private Mono<Rendering> page(
            String view, SignedInPerson acting, String wanted, boolean undone, boolean over, Problems problems) {
        return person(acting)
                .map(person -> Rendering.view(view)
                        .modelAttribute(
                                "page",
                                new ConfirmPage(
                                        person.email(),
                                        wanted,
                                        undone,
                                        over,
                                        Confirmations.LIFE.toMinutes(),
                                        instance.demo()))
                        .modelAttribute("problems", problems)
                        .status(
                                problems.none()
                                        ? HttpStatus.OK
                                        : problems.has("envoi")
                                                ? HttpStatus.TOO_MANY_REQUESTS
                                                : HttpStatus.UNPROCESSABLE_ENTITY)
                        .build());
    }

    private Mono<Person> person(SignedInPerson acting) {
        return people.find(acting.id()).switchIfEmpty(NotFound.page());
    }

    private static String address(String page, String wanted, ServerWebExchange exchange) {
        return Language.of(exchange).to(page) + "?vers=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    }

    /**
     * @param email where the code goes
     * @param wanted local path to go back to
     * @param demo whether the mail is to be read here
     */
    record ConfirmPage(String email, String wanted, boolean undone, boolean over, long minutes, boolean demo) {}
}
