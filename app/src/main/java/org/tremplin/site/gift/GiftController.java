package org.tremplin.site.gift;

import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import reactor.core.publisher.Mono;

/**
 * The thank-you and "my gift": for whoever has the address. While the bank is silent the page renews itself by a header,
 * so that it needs no JavaScript, and offers to stop that.
 */
@Controller
class GiftController {

    private final GiftPages pages;
    private final GiftProofs proofs;

    GiftController(GiftPages pages, GiftProofs proofs) {
        this.pages = pages;
        this.proofs = proofs;
    }

    @GetMapping("/don/{token}")
    Mono<Rendering> gift(@PathVariable("token") String token, ServerWebExchange exchange) {
        boolean still = exchange.getRequest().getQueryParams().containsKey("fixe");
        return pages.find(token, still, Language.of(exchange))
                .zipWhen(page -> proofs.find(token, Language.of(exchange).locale())
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty()))
                .map(read -> {
                    GiftPage page = read.getT1();
                    Rendering.Builder<?> view = Rendering.view("site/gift")
                            .modelAttribute("page", page)
                            // the form was sent again after it was paid
                            .modelAttribute(
                                    "already",
                                    exchange.getRequest().getQueryParams().containsKey("deja")
                                            && page.state() != GiftPage.State.UNPAID);
                    read.getT2().ifPresent(proof -> view.modelAttribute("proof", proof));
                    if (page.renewal() != null) {
                        view.header("Refresh", page.renewal().toString());
                    }
                    return view.build();
                })
                .switchIfEmpty(NotFound.page());
    }

    /** What proves that the gift stands in the public journal, to keep and to check elsewhere. */
    @GetMapping("/don/{token}/preuve.json")
    Mono<ResponseEntity<byte[]>> proof(@PathVariable("token") String token) {
        return proofs.file(token)
                .map(file -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"preuve.json\"")
                        .body(file))
                .switchIfEmpty(NotFound.page());
    }
}
