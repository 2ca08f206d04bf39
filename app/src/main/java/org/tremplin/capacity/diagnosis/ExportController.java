package org.tremplin.capacity.diagnosis;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.capacity.PlannedAction;
import org.tremplin.capacity.Plans;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.network.NamedPartners;
import org.tremplin.platform.paper.Press;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import reactor.core.publisher.Mono;

/** The diagnosis to take along, for whoever helps: as a file for other programs, and to read. */
@RestController
class ExportController {

    private static final String PATH = "/espace/{association}/diagnostic/export";

    private final Associations associations;
    private final StoredAssessments assessments;
    private final KeptResults results;
    private final SaidOfCards saidOfCards;
    private final ResultPages pages;
    private final Plans plans;
    private final NamedPartners partners;
    private final Press press;
    private final Grid grid;
    private final MessageSource messages;
    private final Clock clock;

    ExportController(
            Associations associations,
            StoredAssessments assessments,
            KeptResults results,
            SaidOfCards saidOfCards,
            ResultPages pages,
            Plans plans,
            NamedPartners partners,
            Press press,
            Grid grid,
            MessageSource messages,
            Clock clock) {
        this.associations = associations;
        this.assessments = assessments;
        this.results = results;
        this.saidOfCards = saidOfCards;
        this.pages = pages;
        this.plans = plans;
        this.partners = partners;
        this.press = press;
        this.grid = grid;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping(PATH + ".json")
    Mono<ResponseEntity<byte[]>> json(@PathVariable("association") String slug, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return associations
                .at(slug)
                .flatMap(association -> Mono.zip(
                                results.of(association.id()),
                                saidOfCards.of(association.id()),
                                plan(association.id(), locale))
                        .map(read -> new ExportJson(grid, messages, locale)
                                .write(
                                        association.name(),
                                        association.zone(),
                                        clock.instant(),
                                        read.getT1(),
                                        read.getT2(),
                                        read.getT3())))
                .map(json -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .cacheControl(CacheControl.noStore())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"diagnostic.json\"")
                        .body(json.getBytes(StandardCharsets.UTF_8)));
    }

    /** Not found before the first result: there is nothing to read yet. */
    @GetMapping(PATH + ".pdf")
    Mono<ResponseEntity<byte[]>> pdf(@PathVariable("association") String slug, ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return associations
                .at(slug)
                .flatMap(association -> Mono.zip(
                                assessments.results(association.id()).filter(made -> !made.isEmpty()),
                                saidOfCards.of(association.id()),
                                plan(association.id(), language.locale()))
                        .flatMap(read -> {
                            List<StoredAssessments.Made> made = read.getT1();
                            ResultPage page = pages.page("", association.zone(), made, read.getT2(), language.locale());
                            return press.download(
                                    "diagnostic.pdf",
                                    new ExportPaper(grid, messages, language)
                                            .of(
                                                    association.name(),
                                                    page,
                                                    made.get(0).result(),
                                                    read.getT3()));
                        }))
                .switchIfEmpty(NotFound.page());
    }

    /** The export names no partner, so neither do the texts of the plan. */
    private Mono<List<PlannedAction>> plan(AssociationId association, Locale locale) {
        return Mono.zip(plans.of(association), partners.nameless(association, locale))
                .map(read -> read.getT1().stream()
                        .map(one -> one.worded(read.getT2()::of))
                        .toList());
    }
}
