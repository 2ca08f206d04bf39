package org.tremplin.identity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.notification.MailAddress;
import org.tremplin.notification.Mails;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.privacy.Remainder;
import org.tremplin.platform.privacy.Subject;
import org.tremplin.platform.security.AddressBlock;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Reading and erasing what is held of oneself: ask, open the mailed link, decide. No account is needed. */
@Controller
class DataController {

    private static final String FORM = "/donnees/demande";
    private static final String DONE = "/donnees/effacement";

    /** Code, count and day of what stays, in the address of the page that says so. */
    private static final Pattern STAYS = Pattern.compile(
            "(books|receipts|agreements|member|votes|patron-questions)\\.(\\d{1,6})\\.(\\d{4}-\\d\\d-\\d\\d)?");

    private final DataRequests requests;
    private final People people;
    private final Mails mails;
    private final AddressBlock blocks;
    private final TremplinSettings instance;
    private final JsonMapper json;

    DataController(
            DataRequests requests,
            People people,
            Mails mails,
            AddressBlock blocks,
            TremplinSettings instance,
            JsonMapper json) {
        this.requests = requests;
        this.people = people;
        this.mails = mails;
        this.blocks = blocks;
        this.instance = instance;
        this.json = json;
    }

    @GetMapping(FORM)
    Rendering form(@RequestParam(name = "envoye", required = false) @Nullable String sent) {
        return form("", sent != null, new Problems(), HttpStatus.OK);
    }

    @PostMapping(FORM)
    Mono<Rendering> ask(ServerWebExchange exchange) {
        return Typed.in(exchange).flatMap(typed -> {
            String email = typed.line("email");
            Problems problems = new Problems();
            if (!MailAddress.plausible(email)) {
                problems.add("email", email.isEmpty() ? "signin.email.missing" : "signin.email.wrong");
            } else if (!mails.reaches(email)) {
                problems.add("email", "signin.email.demo");
            }
            return problems.none()
                    ? ask(email, exchange)
                    : Mono.just(form(email, false, problems, HttpStatus.UNPROCESSABLE_ENTITY));
        });
    }

    /** For who is signed in: the link goes to the address of the account. */
    @PostMapping("/compte/donnees")
    Mono<Rendering> askSignedIn(@AuthenticationPrincipal SignedInPerson acting, ServerWebExchange exchange) {
        return people.find(acting.id()).switchIfEmpty(NotFound.page()).flatMap(person -> ask(person.email(), exchange));
    }

    private Mono<Rendering> ask(String email, ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return requests.ask(email, language, blocks.of(exchange.getRequest()))
                .map(mailed -> mailed
                        ? SeeOther.to(language.to(FORM) + "?envoye=oui")
                        : form(email, false, new Problems().add("email", "data.many"), HttpStatus.TOO_MANY_REQUESTS));
    }

    /** Shows one button that acts: mail scanners open links. */
    @GetMapping("/donnees/dossier")
    Mono<Rendering> file(@RequestParam(name = "token", defaultValue = "") String token, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return requests.subject(token)
                .flatMap(subject -> Mono.zip(
                        requests.copy(subject),
                        requests.remains(subject),
                        (copy, stays) -> Rendering.view("identity/data-file")
                                .modelAttribute(
                                        "page", new FilePage(token, subject.email(), held(copy), stays(stays, locale)))
                                // the address of the page is the key
                                .header("Referrer-Policy", "no-referrer")
                                .build()))
                .switchIfEmpty(Mono.fromSupplier(DataController::over));
    }

    @GetMapping("/donnees/dossier.json")
    @ResponseBody
    Mono<ResponseEntity<String>> copy(@RequestParam(name = "token", defaultValue = "") String token) {
        return requests.subject(token)
                .flatMap(subject -> requests.copy(subject).map(copy -> written(subject, copy)))
                .map(text -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("application/json;charset=UTF-8"))
                        .cacheControl(CacheControl.noStore())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mes-donnees.json\"")
                        .body(text))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.GONE)));
    }

    private String written(Subject subject, Map<String, Object> copy) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("email", subject.email());
        all.put("instance", instance.absolute(""));
        all.putAll(copy);
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(all);
    }

    @PostMapping(DONE)
    Mono<Rendering> erase(ServerWebExchange exchange) {
        return Typed.in(exchange)
                .flatMap(typed -> requests.erase(typed.line("token")))
                .map(stays -> SeeOther.to(Language.of(exchange).to(DONE) + "?reste=" + written(stays)))
                .switchIfEmpty(Mono.fromSupplier(DataController::over));
    }

    @GetMapping(DONE)
    Rendering done(@RequestParam(name = "reste", defaultValue = "") String stays, ServerWebExchange exchange) {
        return Rendering.view("identity/data-erased")
                .modelAttribute(
                        "stays", stays(read(stays), Language.of(exchange).locale()))
                .build();
    }

    private Rendering form(String email, boolean sent, Problems problems, HttpStatus status) {
        return Rendering.view("identity/data-request")
                .modelAttribute("page", new AskPage(email, sent, DataRequests.LIFE.toHours(), instance.demo()))
                .modelAttribute("problems", problems)
                .status(status)
                .build();
    }

    private static Rendering over() {
        return Rendering.view("identity/data-over").status(HttpStatus.GONE).build();
    }

    private static List<Held> held(Map<String, Object> copy) {
        return copy.entrySet().stream()
                .map(kind -> new Held(kind.getKey(), kind.getValue() instanceof Collection<?> rows ? rows.size() : 1))
                .toList();
    }

    private static List<Stay> stays(List<Remainder> stays, Locale locale) {
        return stays.stream()
                .map(stay -> {
                    LocalDate until = stay.until();
                    return new Stay(stay.code(), stay.count(), until == null ? "" : DayText.text(until, locale));
                })
                .toList();
    }

    static String written(List<Remainder> stays) {
        return stays.stream()
                .map(stay -> stay.code() + '.' + stay.count() + '.' + (stay.until() == null ? "" : stay.until()))
                .collect(Collectors.joining("_"));
    }

    static List<Remainder> read(String stays) {
        return Stream.of(stays.split("_"))
                .map(STAYS::matcher)
                .filter(Matcher::matches)
                .map(stay -> new Remainder(stay.group(1), Long.parseLong(stay.group(2)), DayText.read(stay.group(3))))
                .distinct()
                .limit(10)
                .toList();
    }

    /** @param sent whether a mail has just left; @param hours a link lasts */
    record AskPage(String email, boolean sent, long hours, boolean demo) {}

    /** @param held what there is; @param stays what an erasure leaves */
    record FilePage(String token, String email, List<Held> held, List<Stay> stays) {}

    /** @param kind {@code gifts}, {@code account}, {@code mails} or {@code invitations} */
    record Held(String kind, long count) {}

    /** @param until the last day in words, empty for none */
    record Stay(String code, long count, String until) {}
}
