package org.tremplin.capacity.diagnosis;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.network.NetworkPictures;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** What the answers say, and what the association says to that: done, not for us, we aim higher. */
@Controller
class ResultController {

    private static final String PATH = "/espace/{association}/diagnostic";

    private final Associations associations;
    private final StoredAssessments assessments;
    private final Conclusions conclusions;
    private final SaidOfCards saidOfCards;
    private final ResultPages pages;
    private final NetworkPictures networks;
    private final ResultReaders readers;
    private final Grid grid;

    ResultController(
            Associations associations,
            StoredAssessments assessments,
            Conclusions conclusions,
            SaidOfCards saidOfCards,
            ResultPages pages,
            NetworkPictures networks,
            ResultReaders readers,
            Grid grid) {
        this.associations = associations;
        this.assessments = assessments;
        this.conclusions = conclusions;
        this.saidOfCards = saidOfCards;
        this.pages = pages;
        this.networks = networks;
        this.readers = readers;
        this.grid = grid;
    }

    @GetMapping(PATH + "/resultat")
    Mono<Rendering> result(@PathVariable("association") String slug, ServerWebExchange exchange) {
        return associations.at(slug).flatMap(association -> view(association, new Problems(), HttpStatus.OK, exchange));
    }

    @PostMapping(PATH + "/conseils")
    Mono<Rendering> say(@PathVariable("association") String slug, ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), Typed.in(exchange)).flatMap(both -> {
            String card = both.getT2().line("conseil");
            if (grid.card(card).isEmpty()) {
                return Mono.just(back(slug));
            }
            Rendering told = SeeOther.to("/espace/" + slug + where(both.getT2().id("campagne"), card));
            Mono<Void> said = switch (both.getT2().line("dit")) {
                case "fait" -> saidOfCards.say(both.getT1().id(), card, SaidOfCards.Said.DONE);
                case "non" -> saidOfCards.say(both.getT1().id(), card, SaidOfCards.Said.REFUSED);
                default -> saidOfCards.takeBack(both.getT1().id(), card);
            };
            return said.thenReturn(told);
        });
    }

    @PostMapping(PATH + "/cible")
    Mono<Rendering> aim(@PathVariable("association") String slug, ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), Typed.in(exchange))
                .flatMap(both -> assessments
                        .results(both.getT1().id())
                        .flatMap(made -> aim(both.getT1(), made, both.getT2().line("cible"), exchange)));
    }

    private Mono<Rendering> aim(
            Association association, List<StoredAssessments.Made> made, String typed, ServerWebExchange exchange) {
        int least = made.stream()
                .findFirst()
                .map(one -> one.result().result().figures().onlineTarget().low())
                .map(low -> low.roundedUp().intValueExact())
                .orElse(100);
        int aim = typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : -1;
        if (aim < least || aim > 100) {
            return view(
                    association,
                    new Problems().add("cible", "diagnosis.aim.wrong", least),
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    exchange);
        }
        return conclusions.aim(association.id(), aim).thenReturn(back(association.slug()));
    }

    private Mono<Rendering> view(
            Association association, Problems problems, HttpStatus status, ServerWebExchange exchange) {
        String home = "/espace/" + association.slug() + "/diagnostic";
        Locale locale = Language.of(exchange).locale();
        return Mono.zip(
                        assessments.results(association.id()),
                        saidOfCards.of(association.id()),
                        networks.of(association.id(), locale),
                        readers.of(association, exchange))
                .map(read -> read.getT1().isEmpty()
                        ? SeeOther.to(home)
                        : Rendering.view("capacity/result")
                                .modelAttribute(
                                        "page",
                                        readers.cut(
                                                read.getT4(),
                                                pages.page(
                                                        home, association.zone(), read.getT1(), read.getT2(), locale)))
                                .modelAttribute("comments", read.getT4().comments())
                                .modelAttribute("network", read.getT3())
                                .modelAttribute("just", just(exchange))
                                .modelAttribute("problems", problems)
                                .status(status)
                                .build());
    }

    /** Back to the advice on the page where it was answered. @param campaign whose preparation that is, or none */
    private static String where(@Nullable UUID campaign, String card) {
        return campaign == null
                ? "/diagnostic/resultat?conseil=" + card + "#suite"
                : "/c/" + campaign + "/preparation?conseil=" + card + "#conseils";
    }

    /** The card that was just answered; empty for none. */
    private static String just(ServerWebExchange exchange) {
        return Objects.requireNonNullElse(exchange.getRequest().getQueryParams().getFirst("conseil"), "");
    }

    private static Rendering back(String slug) {
        return SeeOther.to("/espace/" + slug + "/diagnostic/resultat");
    }
}
