package org.tremplin.campaign.design;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.template.Template;
import org.tremplin.campaign.template.Templates;
import org.tremplin.platform.file.Files;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import reactor.core.publisher.Mono;

/** Begins a campaign, from a ready-made one or from nothing. */
@Controller
class StartController {

    private static final String SVG = "image/svg+xml";

    private final Associations associations;
    private final Templates templates;
    private final Drafts drafts;
    private final Files files;
    private final MessageSource messages;
    private final Ids ids;
    private final Clock clock;

    StartController(
            Associations associations,
            Templates templates,
            Drafts drafts,
            Files files,
            MessageSource messages,
            Ids ids,
            Clock clock) {
        this.associations = associations;
        this.templates = templates;
        this.drafts = drafts;
        this.files = files;
        this.messages = messages;
        this.ids = ids;
        this.clock = clock;
    }

    @GetMapping("/espace/{association}/campagnes/nouvelle")
    Mono<Rendering> show(@PathVariable("association") String slug, ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        StartForm form = new StartForm("", "", "", language.code());
        return association(slug).map(found -> render(found, form, new Problems(), language));
    }

    /** {@code voir}: straight to the page as it would be in public. */
    @PostMapping("/espace/{association}/campagnes/nouvelle")
    Mono<Rendering> begin(@PathVariable("association") String slug, ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return Mono.zip(association(slug), exchange.getFormData()).flatMap(both -> {
            StartForm form = StartForm.typed(new Typed(both.getT2()));
            String next = both.getT2().containsKey("voir") ? "/apercu" : "/projet";
            Problems problems = form.problems();
            return problems.none()
                    ? create(both.getT1(), form).map(id -> SeeOther.to("/espace/" + slug + "/c/" + id.value() + next))
                    : Mono.just(render(both.getT1(), form, problems, language));
        });
    }

    /** The picture of a template; it is our own data, and its policy lets it load nothing. */
    @GetMapping("/modeles/{template}/couverture.svg")
    ResponseEntity<byte[]> cover(@PathVariable("template") String template) {
        return templates
                .find(template)
                .map(found -> ResponseEntity.ok()
                        .contentType(MediaType.valueOf(SVG))
                        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                        .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                        .body(found.cover()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private Mono<CampaignId> create(Association association, StartForm form) {
        String language = form.language().equals("en") ? "en" : "fr";
        LocalDate today = association.today(clock);
        Optional<Template> template = templates.find(form.template());
        return template.map(found -> files.storePublic(found.cover(), SVG)
                        .flatMap(cover -> drafts.create(
                                association.id(),
                                found.plan(language, form.title(), form.forWhom(), today, cover, ids::next),
                                found.id())))
                .orElseGet(() -> drafts.create(association.id(), empty(form, language), ""));
    }

    private Plan empty(StartForm form, String language) {
        String label = messages.getMessage(
                "start.costs", null, Language.ofCode(language).locale());
        Plan.BudgetLine costs = new Plan.BudgetLine(ids.next(), label, "", 0, 0, Plan.Need.MONEY, true, "", true);
        return Plan.empty(language, form.title(), form.forWhom(), costs);
    }

    private Mono<Association> association(String slug) {
        return associations.findBySlug(slug).switchIfEmpty(NotFound.page());
    }

    private Rendering render(Association association, StartForm form, Problems problems, Language language) {
        List<Choice> choices = templates.all().stream()
                .map(template -> new Choice(
                        template.id(),
                        template.data().name().in(language.code()),
                        template.data().summary().in(language.code()),
                        "/modeles/" + template.id() + "/couverture.svg"))
                .toList();
        return Rendering.view("campaign/nouvelle")
                .modelAttribute("page", new StartPage(association.slug(), association.name(), choices, form))
                .modelAttribute("problems", problems)
                .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY)
                .build();
    }

    record StartPage(String association, String name, List<Choice> choices, StartForm form) {}

    record Choice(String id, String name, String summary, String cover) {}
}
