package org.tremplin.patron.company;

import java.util.Map;
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
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.identity.People;
import org.tremplin.identity.Person;
import org.tremplin.notification.MailAddress;
import org.tremplin.notification.Mails;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** The organisation of whoever is signed in: its name, its people, whom it invited. */
@Controller
class CompanyController {

    private static final String PATH = "/mecenes/organisation";
    private static final Pattern PROJECT = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");

    private final Companies companies;
    private final CompanyInvitations invitations;
    private final People people;
    private final Mails mails;

    CompanyController(Companies companies, CompanyInvitations invitations, People people, Mails mails) {
        this.companies = companies;
        this.invitations = invitations;
        this.people = people;
        this.mails = mails;
    }

    @GetMapping(PATH)
    Mono<Rendering> show(
            @RequestParam(name = "fait", required = false) @Nullable String done,
            @RequestParam(name = "projet", defaultValue = "") String project,
            SignedInPerson acting) {
        return companies
                .of(acting.id())
                .flatMap(seat -> view(seat, CompanyForm.of(seat.company()), "", new Problems(), done != null))
                .defaultIfEmpty(begin(CompanyForm.EMPTY, project, new Problems()));
    }

    /** A first organisation, or another name for the one there is. */
    @PostMapping(PATH)
    Mono<Rendering> keep(SignedInPerson acting, ServerWebExchange exchange) {
        return Typed.in(exchange).flatMap(typed -> {
            CompanyForm form = CompanyForm.of(typed);
            String project = typed.line("projet");
            Problems problems = form.problems();
            return companies.of(acting.id()).hasElement().flatMap(known -> {
                if (!known) {
                    return problems.none()
                            ? companies.found(form, acting.id()).thenReturn(back(exchange, home(project)))
                            : Mono.just(begin(form, project, problems));
                }
                return companies
                        .deciding(acting.id())
                        .flatMap(seat -> problems.none()
                                ? companies.change(seat.company().id(), form).thenReturn(back(exchange, PATH))
                                : view(seat, form, "", problems, false));
            });
        });
    }

    /** Fields {@code email} and {@code role} (a {@link Company.Role}). */
    @PostMapping(PATH + "/invitations")
    Mono<Rendering> invite(SignedInPerson acting, ServerWebExchange exchange) {
        return Mono.zip(companies.deciding(acting.id()), Typed.in(exchange)).flatMap(read -> {
            Seat seat = read.getT1();
            String email = read.getT2().line("email");
            Company.Role role =
                    "DECIDER".equals(read.getT2().line("role")) ? Company.Role.DECIDER : Company.Role.READER;
            Problems problems = new Problems();
            if (!MailAddress.plausible(email)) {
                problems.add("email", "company.invite.email");
            } else if (!mails.reaches(email)) {
                problems.add("email", "company.invite.demo");
            }
            return problems.none()
                    ? invitations.invite(seat.company(), email, role, acting).flatMap(sent -> switch (sent) {
                        case YES -> Mono.just(back(exchange, PATH));
                        case FULL ->
                            view(
                                    seat,
                                    CompanyForm.of(seat.company()),
                                    email,
                                    problems.add("email", "company.invite.many", Companies.MOST),
                                    false);
                        case TOO_OFTEN ->
                            view(
                                    seat,
                                    CompanyForm.of(seat.company()),
                                    email,
                                    problems.add("email", "company.invite.often"),
                                    false);
                    })
                    : view(seat, CompanyForm.of(seat.company()), email, problems, false);
        });
    }

    @PostMapping(PATH + "/invitations/{invitation}/retrait")
    Mono<Rendering> withdraw(
            @PathVariable("invitation") UUID invitation, SignedInPerson acting, ServerWebExchange exchange) {
        return companies
                .deciding(acting.id())
                .flatMap(seat -> invitations.withdraw(seat.company().id(), invitation))
                .thenReturn(back(exchange, PATH));
    }

    /** Those who decide end anybody's part; whoever reads only their own. */
    @PostMapping(PATH + "/personnes/{person}/fin")
    Mono<Rendering> end(@PathVariable("person") UUID person, SignedInPerson acting, ServerWebExchange exchange) {
        boolean own = person.equals(acting.id());
        return (own ? companies.at(acting.id()) : companies.deciding(acting.id()))
                .flatMap(seat -> companies
                        .leave(seat.company().id(), person)
                        .flatMap(gone -> gone
                                ? Mono.just(SeeOther.to(Language.of(exchange).to(own ? "/mecenes" : PATH)))
                                : view(
                                        seat,
                                        CompanyForm.of(seat.company()),
                                        "",
                                        new Problems().add("personnes", "company.person.last"),
                                        false)));
    }

    /** Whoever came to note or ask goes on there. */
    private static String home(String project) {
        return PROJECT.matcher(project).matches() ? "/mecenes/projets/" + project : "/mecenes/compte";
    }

    private static Rendering begin(CompanyForm form, String project, Problems problems) {
        return Rendering.view("patron/company-new")
                .modelAttribute("form", form)
                .modelAttribute("project", PROJECT.matcher(project).matches() ? project : "")
                .modelAttribute("problems", problems)
                .status(status(problems))
                .build();
    }

    private Mono<Rendering> view(Seat seat, CompanyForm form, String email, Problems problems, boolean saved) {
        return Mono.zip(
                        companies.people(seat.company().id()).collectList(),
                        invitations.of(seat.company().id()).collectList())
                .flatMap(read -> people.findAll(read.getT1().stream()
                                .map(Companies.Seated::person)
                                .toList())
                        .collectMap(Person::id)
                        .map(known -> Rendering.view("patron/company")
                                .modelAttribute("form", form)
                                .modelAttribute(
                                        "page",
                                        new CompanyPage(
                                                seat.company().name(),
                                                seat.decides(),
                                                read.getT1().stream()
                                                        .map(one -> colleague(one, seat, known))
                                                        .toList(),
                                                read.getT2(),
                                                email,
                                                saved))
                                .modelAttribute("problems", problems)
                                .status(status(problems))
                                .build()));
    }

    private static CompanyPage.Colleague colleague(Companies.Seated one, Seat seat, Map<UUID, Person> known) {
        Person person = known.get(one.person());
        return new CompanyPage.Colleague(
                one.person(),
                person == null ? "" : person.name().isEmpty() ? person.email() : person.name(),
                one.role(),
                one.since(),
                one.person().equals(seat.person()));
    }

    private static HttpStatus status(Problems problems) {
        return problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
    }

    private static Rendering back(ServerWebExchange exchange, String path) {
        return SeeOther.to(Language.of(exchange).to(path) + "?fait=oui");
    }
}
