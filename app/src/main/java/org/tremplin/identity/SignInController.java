package org.tremplin.identity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.notification.MailAddress;
import org.tremplin.notification.Mails;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.security.AddressBlock;
import org.tremplin.platform.security.Sessions;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import reactor.core.publisher.Mono;

/** Signing in, by a mailed link or by the code beside it, and out. */
@Controller
class SignInController {

    private static final String COOKIE = "connexion";
    private static final String CODE_PAGE = "/connexion/code";

    private final Doorkeeper doorkeeper;
    private final Sessions sessions;
    private final SignInSettings settings;
    private final TremplinSettings instance;
    private final AddressBlock addressBlock;
    private final Mails mails;

    SignInController(
            Doorkeeper doorkeeper,
            Sessions sessions,
            SignInSettings settings,
            TremplinSettings instance,
            AddressBlock addressBlock,
            Mails mails) {
        this.doorkeeper = doorkeeper;
        this.sessions = sessions;
        this.settings = settings;
        this.instance = instance;
        this.addressBlock = addressBlock;
        this.mails = mails;
    }

    @GetMapping("/connexion")
    Mono<Rendering> form(
            @RequestParam(name = "vers", required = false) @Nullable String wished, ServerWebExchange exchange) {
        String wanted = LocalPath.of(wished);
        return exchange.getPrincipal()
                .ofType(SignedInPerson.class)
                .map(already -> SeeOther.to(wanted))
                .defaultIfEmpty(form("", wanted, new Problems(), false, HttpStatus.OK));
    }

    @PostMapping("/connexion")
    Mono<Rendering> ask(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            String email = text(form, "email").strip();
            String wanted = LocalPath.of(form.getFirst("vers"));
            Problems problems = new Problems();
            if (!MailAddress.plausible(email)) {
                problems.add("email", email.isEmpty() ? "signin.email.missing" : "signin.email.wrong");
            } else if (!mails.reaches(email)) {
                problems.add("email", "signin.email.demo");
            }
            if (!problems.none()) {
                return Mono.just(form(email, wanted, problems, false, HttpStatus.UNPROCESSABLE_ENTITY));
            }
            Language language = Language.of(exchange);
            return doorkeeper
                    .ask(email, language, wanted, addressBlock.of(exchange.getRequest()))
                    .map(asked -> {
                        if (asked instanceof Asked.Mailed mailed) {
                            exchange.getResponse().addCookie(cookie(mailed.browser(), settings.linkLife()));
                            return SeeOther.to(language.to(CODE_PAGE));
                        }
                        return form(email, wanted, new Problems(), true, HttpStatus.TOO_MANY_REQUESTS);
                    });
        });
    }

    @GetMapping(CODE_PAGE)
    Mono<Rendering> code(ServerWebExchange exchange) {
        return codePage(exchange, new Problems(), HttpStatus.OK);
    }

    @PostMapping(CODE_PAGE)
    Mono<Rendering> enterByCode(ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> doorkeeper.enterByCode(browser(exchange), text(form, "code")))
                .flatMap(answer -> {
                    if (answer instanceof CodeAnswer.Right right) {
                        return enter(right.entry(), exchange);
                    }
                    if (answer instanceof CodeAnswer.Wrong wrong && wrong.left() > 0) {
                        Problems problems = new Problems().add("code", "signin.code.wrong", wrong.left());
                        return codePage(exchange, problems, HttpStatus.UNPROCESSABLE_ENTITY);
                    }
                    return Mono.just(over());
                });
    }

    /** Shows one button: mail scanners open links, and must not use them up. */
    @GetMapping("/connexion/lien")
    Mono<Rendering> link(@RequestParam(name = "token", defaultValue = "") String token) {
        return doorkeeper
                .peekLink(token)
                .map(wish -> Rendering.view("identity/link")
                        .modelAttribute("page", new LinkPage(wish.email(), token))
                        // the address of the page is the key
                        .header("Referrer-Policy", "no-referrer")
                        .build())
                .switchIfEmpty(Mono.fromSupplier(SignInController::over));
    }

    @PostMapping("/connexion/lien")
    Mono<Rendering> enterByLink(ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> doorkeeper.enterByLink(text(form, "token")))
                .flatMap(entry -> enter(entry, exchange))
                .switchIfEmpty(Mono.fromSupplier(SignInController::over));
    }

    @PostMapping("/deconnexion")
    Mono<Rendering> leave(ServerWebExchange exchange) {
        return sessions.end(exchange)
                .thenReturn(SeeOther.to(Language.of(exchange).to("/")));
    }

    private Mono<Rendering> enter(Entry entry, ServerWebExchange exchange) {
        if (!browser(exchange).isEmpty()) {
            exchange.getResponse().addCookie(cookie("", Duration.ZERO));
        }
        // the link is used up: whatever was kept with it, the person enters
        Rendering next = SeeOther.to(LocalPath.of(entry.wanted()));
        return sessions.open(entry.person(), exchange).thenReturn(next);
    }

    private Rendering form(String email, String wanted, Problems problems, boolean tooMany, HttpStatus status) {
        return Rendering.view("identity/sign-in")
                .modelAttribute("page", new SignInPage(email, wanted, tooMany, instance.demo()))
                .modelAttribute("problems", problems)
                .status(status)
                .build();
    }

    private Mono<Rendering> codePage(ServerWebExchange exchange, Problems problems, HttpStatus status) {
        return doorkeeper
                .peekBrowser(browser(exchange))
                .map(wish -> Rendering.view("identity/code")
                        .modelAttribute(
                                "page",
                                new CodePage(wish.email(), settings.linkLife().toMinutes(), instance.demo()))
                        .modelAttribute("problems", problems)
                        .status(status)
                        .build())
                .defaultIfEmpty(SeeOther.to(Language.of(exchange).to("/connexion")));
    }

    private static Rendering over() {
        return Rendering.view("identity/over").status(HttpStatus.GONE).build();
    }

    private static String browser(ServerWebExchange exchange) {
        var cookie = exchange.getRequest().getCookies().getFirst(COOKIE);
        return cookie == null ? "" : cookie.getValue();
    }

    private static String text(MultiValueMap<String, String> form, String field) {
        String value = form.getFirst(field);
        return value == null ? "" : value;
    }

    private ResponseCookie cookie(String value, Duration life) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(instance.secure())
                .sameSite("Lax")
                .path("/")
                .maxAge(life)
                .build();
    }
}
