package org.tremplin.operation.demo;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Associations;
import org.tremplin.identity.Operator;
import org.tremplin.identity.People;
import org.tremplin.identity.Person;
import org.tremplin.platform.DemoOnly;
import org.tremplin.platform.security.Sessions;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.SeeOther;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Signs in as anybody of the sample data with one click. Demo only: elsewhere these addresses do not exist. */
@Controller
@DemoOnly
class RolesController {

    private static final String NEWCOMER = "nouvelle";
    private static final String OPERATOR = "exploitation";
    private static final Pattern WORKSPACE = Pattern.compile("/espace/[a-z0-9/-]{1,200}(#visite-[1-6])?");

    private final Associations associations;
    private final People people;
    private final Operator operator;
    private final Sessions sessions;

    RolesController(Associations associations, People people, Operator operator, Sessions sessions) {
        this.associations = associations;
        this.people = people;
        this.operator = operator;
        this.sessions = sessions;
    }

    @GetMapping("/demo")
    Mono<Rendering> roles() {
        return Flux.just(DemoPerson.JARDINS, DemoPerson.RIVIERES, DemoPerson.ETOILE)
                .concatMap(slug -> associations.findBySlug(slug).map(found -> group(found.name(), slug)))
                .collectList()
                .zipWith(people.findByEmail(Advised.ADVISER).hasElement())
                .map(found -> Rendering.view("operation/roles")
                        .modelAttribute("page", new RolesPage(found.getT1(), operator.fictional(), found.getT2()))
                        .build());
    }

    @PostMapping("/demo/roles")
    Mono<Rendering> become(ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> person(String.valueOf(form.getFirst("role")), Language.of(exchange))
                        .flatMap(person -> sessions.openConfirmed(person.id(), exchange)
                                .thenReturn(SeeOther.to(start(form.getFirst("role"), form.getFirst("vers"))))))
                .defaultIfEmpty(SeeOther.to(Language.of(exchange).to("/demo")));
    }

    /** Empty for anybody who is not of the sample data: real people are never entered as. */
    private Mono<Person> person(String key, Language language) {
        if (key.equals(NEWCOMER)) {
            return people.welcome("nouvelle@demo.tremplin.example", "Camille Nouvelle", language.code());
        }
        if (key.equals(ShopOwner.EMAIL)) {
            return people.findByEmail(key);
        }
        if (key.equals(OPERATOR) && operator.fictional()) {
            return people.welcome(operator.email(), "Théo Exploitant", language.code());
        }
        if (key.equals(Advised.ADVISER)) {
            return people.findByEmail(key);
        }
        return Flux.fromIterable(DemoPerson.ALL)
                .filter(sample -> sample.email().equals(key))
                .next()
                .flatMap(sample -> people.findByEmail(sample.email()));
    }

    /** @param wanted a page of a workspace that a stop of the guided visit leads to, or none */
    private static String start(@Nullable String role, @Nullable String wanted) {
        if (wanted != null && WORKSPACE.matcher(wanted).matches()) {
            return wanted;
        }
        if (NEWCOMER.equals(role)) {
            return "/espace/nouvelle-association";
        }
        if (ShopOwner.EMAIL.equals(role)) {
            return "/mecenes/compte";
        }
        if (Advised.ADVISER.equals(role)) {
            return "/conseil";
        }
        return OPERATOR.equals(role) ? "/admin" : "/espace";
    }

    private static RolesPage.Group group(String association, String slug) {
        List<RolesPage.Card> cards = DemoPerson.of(slug).stream()
                .map(person -> new RolesPage.Card(person.email(), person.name(), person.role()))
                .toList();
        return new RolesPage.Group(association, cards);
    }
}
