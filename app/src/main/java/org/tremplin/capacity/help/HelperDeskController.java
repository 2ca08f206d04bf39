package org.tremplin.capacity.help;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Departments;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** Where the operator adds, corrects and retires helpers. */
@Controller
class HelperDeskController {

    private static final String ALL = "/admin/aides";
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final Directory directory;
    private final HelperPages pages;
    private final Grid grid;
    private final Clock clock;

    HelperDeskController(Directory directory, HelperPages pages, Grid grid, Clock clock) {
        this.directory = directory;
        this.pages = pages;
        this.grid = grid;
        this.clock = clock;
    }

    @GetMapping(ALL)
    Mono<Rendering> list(
            @RequestParam(name = "fait", required = false) @Nullable String done, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return directory
                .all()
                .map(all -> Rendering.view("capacity/helpers-desk")
                        .modelAttribute("section", "helpers")
                        .modelAttribute(
                                "page",
                                new DeskPage(
                                        all.stream()
                                                .map(helper -> pages.shown(helper, today(), locale))
                                                .toList(),
                                        done != null))
                        .build());
    }

    @GetMapping(ALL + "/nouvelle")
    Rendering blank(ServerWebExchange exchange) {
        return form("", HelperForm.empty(today()), new Problems(), exchange);
    }

    /** Fields of {@link HelperForm}. */
    @PostMapping(ALL + "/nouvelle")
    Mono<Rendering> add(ServerWebExchange exchange) {
        return Typed.in(exchange).flatMap(typed -> keep(null, HelperForm.typed(typed), exchange));
    }

    @GetMapping(ALL + "/{helper}")
    Mono<Rendering> show(@PathVariable("helper") String id, ServerWebExchange exchange) {
        return find(id).map(found -> form(id, HelperForm.of(found), new Problems(), exchange));
    }

    /** Fields of {@link HelperForm}. */
    @PostMapping(ALL + "/{helper}")
    Mono<Rendering> change(@PathVariable("helper") String id, ServerWebExchange exchange) {
        return Mono.zip(find(id), Typed.in(exchange))
                .flatMap(read -> keep(read.getT1(), HelperForm.typed(read.getT2()), exchange));
    }

    @PostMapping(ALL + "/{helper}/retrait")
    Mono<Rendering> retire(@PathVariable("helper") String id) {
        return retired(id, true);
    }

    @PostMapping(ALL + "/{helper}/reprise")
    Mono<Rendering> takeBack(@PathVariable("helper") String id) {
        return retired(id, false);
    }

    private Mono<Rendering> retired(String id, boolean retired) {
        return find(id).map(found -> new KnownHelper(
                        found.id(),
                        found.row(),
                        found.kind(),
                        found.name(),
                        found.text(),
                        found.link(),
                        found.place(),
                        found.employers(),
                        found.topics(),
                        found.checked(),
                        found.source(),
                        retired))
                .flatMap(directory::keep)
                .then(Mono.fromSupplier(() -> SeeOther.to(ALL + "?fait=oui")));
    }

    private Mono<Rendering> keep(@Nullable KnownHelper before, HelperForm form, ServerWebExchange exchange) {
        Problems problems = form.problems(grid, today());
        return problems.none()
                ? directory
                        .keep(form.over(before, today()))
                        .then(Mono.fromSupplier(() -> SeeOther.to(ALL + "?fait=oui")))
                : Mono.just(form(before == null ? "" : before.id(), form, problems, exchange));
    }

    private Mono<KnownHelper> find(String id) {
        return directory.find(id).switchIfEmpty(NotFound.page());
    }

    private Rendering form(String id, HelperForm form, Problems problems, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return Rendering.view("capacity/helper-form")
                .modelAttribute("section", "helpers")
                .modelAttribute(
                        "page",
                        new FormPage(
                                id.isEmpty() ? ALL + "/nouvelle" : ALL + "/" + id,
                                id.isEmpty(),
                                form,
                                form.besoins(),
                                kinds(locale),
                                pages.options(Departments.allRegions(), locale),
                                pages.options(Departments.all(), locale),
                                List.of(Topic.values())))
                .modelAttribute("problems", problems)
                .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY)
                .build();
    }

    private List<HelperPages.HelpersPage.Option> kinds(Locale locale) {
        return grid.helpers().stream()
                .filter(kind -> !HelperForm.unlisted(kind.id()))
                .map(kind -> new HelperPages.HelpersPage.Option(
                        kind.id(), kind.words().in(locale.getLanguage())))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** @param saved whether something was just kept */
    record DeskPage(List<HelperPages.HelpersPage.Shown> helpers, boolean saved) {}

    record FormPage(
            String address,
            boolean fresh,
            HelperForm form,
            Set<String> topicsChosen,
            List<HelperPages.HelpersPage.Option> kinds,
            List<HelperPages.HelpersPage.Option> regions,
            List<HelperPages.HelpersPage.Option> departments,
            List<Topic> topics) {}
}
