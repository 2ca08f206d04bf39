package org.tremplin.patron.evaluation;

import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.patron.company.Companies;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** Gives a search or a comparison a name: the query of this page is that of the list. */
@Controller
class KeptListController {

    private static final String HOME = "/mecenes/compte";
    private static final String PATH = HOME + "/listes";

    private final KeptLists lists;
    private final Companies companies;

    KeptListController(KeptLists lists, Companies companies) {
        this.lists = lists;
        this.companies = companies;
    }

    @GetMapping(PATH + "/{kind}")
    Mono<Rendering> ask(@PathVariable("kind") String address, SignedInPerson acting, ServerWebExchange exchange) {
        KeptLists.Kind kind = kind(address);
        return companies
                .of(acting.id())
                .map(seat -> view(address, kind, query(exchange), "", new Problems()))
                // first things first: whom to keep it for
                .defaultIfEmpty(SeeOther.to(Language.of(exchange).to(HOME)));
    }

    /** Field {@code nom}. */
    @PostMapping(PATH + "/{kind}")
    Mono<Rendering> keep(@PathVariable("kind") String address, SignedInPerson acting, ServerWebExchange exchange) {
        KeptLists.Kind kind = kind(address);
        String query = query(exchange);
        return Mono.zip(companies.deciding(acting.id()), Typed.in(exchange)).flatMap(read -> {
            String name = read.getT2().line("nom");
            Problems problems = problems(name, query);
            return problems.none()
                    ? lists.keep(read.getT1().company().id(), kind, name, query)
                            .map(kept -> kept
                                    ? SeeOther.to(Language.of(exchange).to(HOME) + "?fait=oui#listes")
                                    : view(
                                            address,
                                            kind,
                                            query,
                                            name,
                                            new Problems().add("nom", "company.list.many", KeptLists.MOST)))
                    : Mono.just(view(address, kind, query, name, problems));
        });
    }

    @PostMapping(PATH + "/{list}/retrait")
    Mono<Rendering> drop(@PathVariable("list") UUID list, SignedInPerson acting, ServerWebExchange exchange) {
        return companies
                .deciding(acting.id())
                .flatMap(seat -> lists.drop(seat.company().id(), list))
                .thenReturn(SeeOther.to(Language.of(exchange).to(HOME) + "?fait=oui#listes"));
    }

    private static Problems problems(String name, String query) {
        Problems problems = new Problems();
        if (name.isEmpty()) {
            problems.add("nom", "company.list.name.missing");
        } else if (name.length() > KeptLists.LONGEST) {
            problems.add("nom", "company.list.name.long", KeptLists.LONGEST);
        }
        if (!KeptLists.plausible(query)) {
            problems.add("nom", "company.list.query");
        }
        return problems;
    }

    private static KeptLists.Kind kind(String address) {
        return switch (address) {
            case "recherche" -> KeptLists.Kind.SEARCH;
            case "comparaison" -> KeptLists.Kind.COMPARISON;
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private static String query(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getURI().getRawQuery()).orElse("");
    }

    private static Rendering view(String address, KeptLists.Kind kind, String query, String name, Problems problems) {
        return Rendering.view("patron/keep-list")
                .modelAttribute("page", new KeepPage(PATH + "/" + address + "?" + query, kind.name(), name))
                .modelAttribute("problems", problems)
                .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY)
                .build();
    }

    /** @param action where the form goes; @param kind a {@link KeptLists.Kind} */
    record KeepPage(String action, String kind, String name) {}
}
