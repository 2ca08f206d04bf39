package org.tremplin.patron.dossier;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import reactor.core.publisher.Mono;

/** What a patron finds behind the private link of a dossier. */
@Controller
class DossierController {

    private static final String PATH = "/mecenes/dossiers/{token}";

    private final Dossiers dossiers;
    private final Associations associations;
    private final Campaigns campaigns;
    private final Clock clock;

    DossierController(Dossiers dossiers, Associations associations, Campaigns campaigns, Clock clock) {
        this.dossiers = dossiers;
        this.associations = associations;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Mono<Rendering> show(@PathVariable("token") String token, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return held(token)
                .flatMap(held -> !open(held)
                        ? Mono.just(over())
                        : dossiers.opened(held.dossier(), false).thenReturn(view(page(token, held, locale))));
    }

    @GetMapping(PATH + "/dossier.pdf")
    Mono<ResponseEntity<byte[]>> file(@PathVariable("token") String token) {
        return held(token)
                .filter(this::open)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.GONE)))
                .flatMap(held -> dossiers.file(held.dossier())
                        .flatMap(pdf -> dossiers.opened(held.dossier(), true).thenReturn(pdf))
                        .map(pdf -> ResponseEntity.ok()
                                .contentType(MediaType.APPLICATION_PDF)
                                .cacheControl(CacheControl.noStore())
                                .header("Referrer-Policy", "no-referrer")
                                .header(
                                        HttpHeaders.CONTENT_DISPOSITION,
                                        ContentDisposition.attachment()
                                                .filename("dossier-"
                                                        + held.campaign()
                                                                .campaign()
                                                                .slug() + ".pdf")
                                                .build()
                                                .toString())
                                .body(pdf)));
    }

    private Mono<Held> held(String token) {
        return dossiers.behind(token)
                .flatMap(dossier -> Mono.zip(
                        associations.find(dossier.association()),
                        campaigns.findPublished(dossier.campaign()),
                        (association, campaign) -> new Held(dossier, association, campaign)))
                .switchIfEmpty(NotFound.page());
    }

    private boolean open(Held held) {
        return held.dossier().open(held.association().today(clock));
    }

    private static Rendering view(DossierPage page) {
        return Rendering.view("patron/dossier")
                .modelAttribute("page", page)
                // the address of the page is the key
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private static Rendering over() {
        return Rendering.view("patron/dossier-over")
                .status(HttpStatus.GONE)
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private static DossierPage page(String token, Held held, Locale locale) {
        Dossier dossier = held.dossier();
        return new DossierPage(
                "/mecenes/dossiers/" + token + "/dossier.pdf",
                held.campaign().plan().title(),
                held.association().name(),
                held.campaign().campaign().slug(),
                DayText.moment(dossier.madeAt(), held.association().zone(), locale),
                DayText.text(dossier.until(), locale),
                Sizes.text(dossier.size(), locale),
                dossier.sha256(),
                dossier.missing(),
                Stream.of(Enclosure.Kind.values())
                        .filter(dossier.held()::contains)
                        .toList());
    }

    private record Held(Dossier dossier, Association association, PublishedCampaign campaign) {}

    /** @param slug of the campaign; @param held papers of the association in it */
    record DossierPage(
            String file,
            String campaign,
            String association,
            String slug,
            String made,
            String until,
            String size,
            String sha256,
            List<Enclosure.Kind> missing,
            List<Enclosure.Kind> held) {}
}
