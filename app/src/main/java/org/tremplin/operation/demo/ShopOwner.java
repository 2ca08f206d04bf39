package org.tremplin.operation.demo;

import static org.tremplin.operation.demo.Words.text;

import org.springframework.stereotype.Component;
import org.tremplin.identity.People;
import org.tremplin.identity.Person;
import org.tremplin.patron.Considering;
import reactor.core.publisher.Mono;

/** Somebody who keeps a hardware shop, compares three projects and asks about one. */
@Component
class ShopOwner {

    static final String EMAIL = "contact@quincaillerie-du-pont.example";

    private final People people;
    private final Considering considering;

    ShopOwner(People people, Considering considering) {
        this.people = people;
        this.considering = considering;
    }

    /** @param slug of the campaign she asks about */
    Mono<Void> considers(String slug) {
        return people.welcome(EMAIL, "Josiane Exemple", "fr")
                .map(Person::id)
                .flatMap(owner -> considering
                        .open(owner, "Quincaillerie du Pont")
                        .then(Mono.defer(() -> considering.keep(
                                owner,
                                text("Trois projets près d’ici"),
                                "c=" + slug + "&c=un-puits-et-une-serre&c=maillots")))
                        .then(Mono.defer(() -> considering.ask(
                                owner, slug, text("Qui entretient la passe une fois les travaux finis ?")))));
    }

    Mono<Void> isAnswered(String slug) {
        String president = DemoPerson.of(DemoPerson.RIVIERES).get(0).email();
        return Mono.zip(people.findByEmail(president), people.findByEmail(EMAIL))
                .flatMap(both -> considering.answer(
                        both.getT1().id(),
                        both.getT2().id(),
                        slug,
                        text("La commune, par une convention de dix ans signée avec elle ; nous faisons une visite"
                                + " chaque automne, et le relevé est publié ici.")));
    }
}
