package org.tremplin.site.gift;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/**
 * The thank-you and "my gift": for whoever has the address. While the bank is silent the page renews itself by a header,
 * so that it needs no JavaScript, and offers to stop that.
 */
@Controller
class GiftController {

    private final GiftPages pages;

    GiftController(GiftPages pages) {
        this.pages = pages;
    }

    @GetMapping("/don/{token}")
    Mono<Rendering> gift(@PathVariable("token") String token, ServerWebExchange exchange) {
        boolean still = exchange.getRequest().getQueryParams().containsKey("fixe");
        return pages.find(token, still, Language.of(exchange))
                .map(page -> {
                    Rendering.Builder<?> view = Rendering.view("site/gift")
                            .modelAttribute("page", page)
                            // the form was sent again after it was paid
                            .modelAttribute(
                                    "already",
                                    exchange.getRequest().getQueryParams().containsKey("deja")
                                            && page.state() != GiftPage.State.UNPAID);
                    if (page.renewal() != null) {
                        view.header("Refresh", page.renewal().toString());
                    }
                    return view.build();
                })
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
