package org.tremplin.donation.give;

import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.tremplin.donation.Giving;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import reactor.core.publisher.Mono;

/** Takes a gift form that no browser sent. */
@Component
class FormGiving implements Giving {

    private final Destinations destinations;
    private final Donations donations;
    private final GiftCheck check;
    private final StartGift startGift;

    FormGiving(Destinations destinations, Donations donations, GiftCheck check, StartGift startGift) {
        this.destinations = destinations;
        this.donations = donations;
        this.check = check;
        this.startGift = startGift.pastTheLine();
    }

    @Override
    public Mono<URI> give(String campaign, Map<String, String> fields, Language language) {
        return give(campaign, destinations::open, fields, language);
    }

    @Override
    public Mono<URI> fulfil(String campaign, Map<String, String> fields, Language language) {
        return give(campaign, to -> !to.payee().open().isEmpty(), fields, language);
    }

    private Mono<URI> give(
            String campaign, Predicate<Destination> open, Map<String, String> fields, Language language) {
        GiftForm form = GiftForm.of(MultiValueMap.fromSingleValue(fields));
        return destinations
                .find(campaign)
                .filter(open)
                .switchIfEmpty(refused(campaign + " takes no gifts"))
                .flatMap(to -> {
                    Problems problems = new Problems();
                    NewGift gift = check.check(form, to, language, problems);
                    return gift == null
                            ? refused("the form is refused at " + fields(problems))
                            : startGift.start(to.campaign(), to.association(), gift, form.cle());
                })
                .flatMap(given -> given.fold(new Given.Cases<Mono<URI>>(
                        toPay -> Mono.just(toPay.address()),
                        paid -> refused("this form was paid before"),
                        promised -> Mono.just(URI.create(language.to("/don/" + promised.token()))),
                        waiting -> refused("the provider cannot be reached"),
                        unchanged -> refused("the provider cannot be reached, so this form keeps what it said before"),
                        no -> refused("the provider refuses it"),
                        inLine -> refused("it waits in line"))));
    }

    @Override
    public Mono<Map<String, Begun>> begun(UUID campaign, Collection<String> keys) {
        return donations.begun(campaign, keys);
    }

    private static String fields(Problems problems) {
        return problems.all().stream().map(Map.Entry::getKey).collect(Collectors.joining(", "));
    }

    private static <T> Mono<T> refused(String why) {
        return Mono.error(() -> new IllegalStateException("No gift: " + why));
    }
}
