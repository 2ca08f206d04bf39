package org.tremplin.transparency.use;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
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
import org.tremplin.association.Role;
import org.tremplin.money.AmountText;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.security.RoleLookup;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import org.tremplin.transparency.CampaignUse;
import reactor.core.publisher.Mono;

/** Where the other resources of a campaign stand: each change is a dated fact that is added, never edited. */
@Controller
class OtherResourcesController {

    private final ExpenseDesk desk;
    private final ResourceFacts facts;
    private final RoleLookup roles;

    OtherResourcesController(ExpenseDesk desk, ResourceFacts facts, RoleLookup roles) {
        this.desk = desk;
        this.roles = roles;
        this.facts = facts;
    }

    @GetMapping("/espace/{association}/depenses/ressources")
    Mono<Rendering> show(
            @PathVariable("association") String slug,
            @RequestParam(name = "fait", required = false) @Nullable String done,
            ServerWebExchange exchange) {
        return desk.at(slug).map(open -> view(open, done, Told.NOTHING, new Problems(), HttpStatus.OK, exchange));
    }

    @PostMapping("/espace/{association}/depenses/ressources")
    Mono<Rendering> tell(@PathVariable("association") String slug, SignedInPerson acting, ServerWebExchange exchange) {
        return Mono.zip(desk.at(slug), Typed.in(exchange), roles.roleOf(acting.id(), slug))
                .flatMap(both -> {
                    ExpenseDesk.Open open = both.getT1();
                    Told told = Told.of(both.getT2());
                    CampaignUse use = open.uses().stream()
                            .filter(one -> one.resources().stream()
                                    .anyMatch(
                                            resource -> resource.id().toString().equals(told.ressource())))
                            .findFirst()
                            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
                    CampaignUse.Resource resource = use.resources().stream()
                            .filter(one -> one.id().toString().equals(told.ressource()))
                            .findFirst()
                            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
                    Problems problems = told.check(open.today());
                    LocalDate on = told.day();
                    if (!problems.none() || on == null) {
                        return Mono.just(view(open, null, told, problems, HttpStatus.UNPROCESSABLE_CONTENT, exchange));
                    }
                    return facts.tell(
                                    open.id(),
                                    use.campaign(),
                                    resource,
                                    CampaignUse.ResourceState.valueOf(told.etat()),
                                    AmountText.grouped(told.montant()).orElse(0),
                                    on,
                                    acting.id(),
                                    Role.valueOf(both.getT3()))
                            .thenReturn(SeeOther.to(open.base() + "/ressources?fait=note"));
                });
    }

    private static Rendering view(
            ExpenseDesk.Open open,
            @Nullable String done,
            Told told,
            Problems problems,
            HttpStatus status,
            ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return Rendering.view("transparency/resources")
                .modelAttribute(
                        "page",
                        new ResourcesPage(
                                open.base(),
                                done,
                                open.today().toString(),
                                open.uses().stream()
                                        .filter(use -> !use.resources().isEmpty())
                                        .map(use -> new Camp(
                                                open.title(use.campaign()),
                                                use.resources().stream()
                                                        .map(resource -> row(resource, locale))
                                                        .toList()))
                                        .toList()))
                .modelAttribute("told", told)
                .modelAttribute("problems", problems)
                .status(status)
                .build();
    }

    private static Row row(CampaignUse.Resource resource, Locale locale) {
        LocalDate on = resource.on();
        return new Row(
                resource.id(),
                resource.label(),
                MoneyText.brief(resource.plannedCents(), locale),
                MoneyText.brief(resource.cents(), locale),
                AmountText.typed(resource.cents(), locale),
                resource.state().name(),
                on == null ? "" : DayText.text(on, locale));
    }

    record ResourcesPage(String base, @Nullable String done, String today, List<Camp> campaigns) {
        public List<String> states() {
            return Arrays.stream(CampaignUse.ResourceState.values())
                    .map(Enum::name)
                    .toList();
        }
    }

    record Camp(String title, List<Row> resources) {}

    record Row(UUID id, String label, String planned, String amount, String typed, String state, String on) {}

    /** As typed. */
    record Told(String ressource, String etat, String montant, String date) {

        static final Told NOTHING = new Told("", "", "", "");

        static Told of(Typed typed) {
            return new Told(typed.line("ressource"), typed.line("etat"), typed.line("montant"), typed.line("date"));
        }

        public boolean of(UUID resource) {
            return resource.toString().equals(ressource);
        }

        @Nullable
        LocalDate day() {
            return DayText.read(date);
        }

        Problems check(LocalDate today) {
            Problems problems = new Problems();
            if (Arrays.stream(CampaignUse.ResourceState.values())
                    .noneMatch(state -> state.name().equals(etat))) {
                problems.add("etat-" + ressource, "expense.problem.choice");
            }
            OptionalLong cents = AmountText.grouped(montant);
            if (cents.isEmpty() || cents.getAsLong() > InvoiceCheck.MOST_CENTS * 100) {
                problems.add("montant-" + ressource, "expense.problem.amount");
            }
            LocalDate day = day();
            if (day == null || day.isAfter(today) || day.isBefore(today.minusYears(5))) {
                problems.add("date-" + ressource, "expense.problem.day.far");
            }
            return problems;
        }
    }
}
