package org.tremplin.identity;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.security.Sessions;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import reactor.core.publisher.Mono;

/** A person's own account: name, language, open sessions. */
@Controller
class AccountController {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final int LONGEST_NAME = 80;
    private static final String OTHERS = "autres";

    private final People people;
    private final Sessions sessions;

    AccountController(People people, Sessions sessions) {
        this.people = people;
        this.sessions = sessions;
    }

    @GetMapping("/compte")
    Mono<Rendering> account(
            @AuthenticationPrincipal SignedInPerson acting,
            @RequestParam(name = "fait", required = false) @Nullable String saved,
            ServerWebExchange exchange) {
        return person(acting)
                .zipWith(people.reminders(List.of(acting.id())))
                .flatMap(found -> page(
                        found.getT1(),
                        found.getT2().getOrDefault(acting.id(), Reminders.DAILY),
                        saved != null,
                        new Problems(),
                        exchange));
    }

    @PostMapping("/compte")
    Mono<Rendering> change(@AuthenticationPrincipal SignedInPerson acting, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            String typed = form.getFirst("nom");
            String name = typed == null ? "" : typed.strip();
            String language = "en".equals(form.getFirst("langue")) ? "en" : "fr";
            Reminders reminders = Reminders.ofCode(form.getFirst("rappels"));
            Problems problems = new Problems();
            if (name.length() > LONGEST_NAME) {
                problems.add("nom", "account.name.long", LONGEST_NAME);
            } else if (name.chars().anyMatch(Character::isISOControl)) {
                problems.add("nom", "account.name.odd");
            }
            if (!problems.none()) {
                return person(acting)
                        .map(person -> new Person(person.id(), person.email(), name, language))
                        .flatMap(person -> page(person, reminders, false, problems, exchange));
            }
            return people.rename(acting.id(), name, language, reminders)
                    .then(Mono.fromRunnable(() -> sessions.reread(exchange)))
                    .thenReturn(back());
        });
    }

    @PostMapping("/compte/sessions/fermetures")
    Mono<Rendering> endSession(@AuthenticationPrincipal SignedInPerson acting, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> {
                    String key = String.valueOf(form.getFirst("session"));
                    return key.equals(OTHERS)
                            ? sessions.endOthers(acting.id(), exchange)
                            : sessions.end(acting.id(), key);
                })
                .thenReturn(back());
    }

    /** The next act that moves money or opens an account asks for a code there again. */
    @PostMapping("/compte/sessions/retraits")
    Mono<Rendering> withdraw(@AuthenticationPrincipal SignedInPerson acting, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> sessions.withdraw(acting.id(), String.valueOf(form.getFirst("appareil"))))
                .thenReturn(back());
    }

    private Mono<Person> person(SignedInPerson acting) {
        return people.find(acting.id()).switchIfEmpty(NotFound.page());
    }

    private Mono<Rendering> page(
            Person person, Reminders reminders, boolean saved, Problems problems, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return sessions.list(person.id(), exchange)
                .map(session -> new AccountPage.Session(
                        session.key(),
                        DayText.moment(session.createdAt(), ZONE, locale),
                        DayText.moment(session.lastUsedAt(), ZONE, locale),
                        session.addressBlock(),
                        session.current(),
                        session.confirmedUntil() == null
                                ? null
                                : DayText.moment(session.confirmedUntil(), ZONE, locale)))
                .collectList()
                .map(open -> Rendering.view("identity/account")
                        .modelAttribute(
                                "page",
                                new AccountPage(
                                        person.email(),
                                        person.name(),
                                        person.language(),
                                        reminders.code(),
                                        open,
                                        saved))
                        .modelAttribute("problems", problems)
                        .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY)
                        .build());
    }

    private static Rendering back() {
        return SeeOther.to("/compte?fait=oui");
    }
}
