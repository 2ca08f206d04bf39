package org.tremplin.transparency.accounts;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Associations;
import org.tremplin.ledger.AccountingExport;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** How an association numbers its accounts, so that its software takes the file without a hand. */
@Controller
class ChartController {

    private final Associations associations;
    private final AccountingExport books;

    ChartController(Associations associations, AccountingExport books) {
        this.associations = associations;
        this.books = books;
    }

    @GetMapping("/espace/{association}/comptabilite/comptes")
    Mono<Rendering> show(@PathVariable("association") String slug) {
        return id(slug).flatMap(books::chart)
                .map(chart -> page(slug, ChartForm.of(chart), new Problems(), HttpStatus.OK));
    }

    @PostMapping("/espace/{association}/comptabilite/comptes")
    Mono<Rendering> rename(@PathVariable("association") String slug, ServerWebExchange exchange) {
        return Mono.zip(id(slug), Typed.in(exchange))
                .flatMap(both -> books.chart(both.getT1())
                        .map(chart -> ChartForm.typed(chart.keySet(), both.getT2()))
                        .flatMap(form -> {
                            Problems problems = form.problems();
                            return problems.none()
                                    ? books.rename(both.getT1(), form.accounts())
                                            .thenReturn(SeeOther.to("/espace/" + slug + "/comptabilite"))
                                    : Mono.just(page(slug, form, problems, HttpStatus.UNPROCESSABLE_CONTENT));
                        }));
    }

    private Mono<UUID> id(String slug) {
        return associations.at(slug).map(association -> association.id().value());
    }

    private static Rendering page(String slug, ChartForm form, Problems problems, HttpStatus status) {
        return Rendering.view("transparency/chart")
                .modelAttribute("slug", slug)
                .modelAttribute("form", form)
                .modelAttribute("problems", problems)
                .status(status)
                .build();
    }
}
