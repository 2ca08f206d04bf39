package org.tremplin.site.gift;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.donation.DonationState;
import org.tremplin.donation.Gift;
import org.tremplin.donation.Gifts;
import org.tremplin.platform.web.DayText;
import org.tremplin.transparency.Inclusion;
import org.tremplin.transparency.PublicJournals;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Shows a donor that the gift stands in the public journal, and gives the proof to take away. */
@Component
class GiftProofs {

    private final Gifts gifts;
    private final Associations associations;
    private final PublicJournals journals;
    private final JsonMapper json;

    GiftProofs(Gifts gifts, Associations associations, PublicJournals journals, JsonMapper json) {
        this.gifts = gifts;
        this.associations = associations;
        this.journals = journals;
        this.json = json;
    }

    /** Empty until the gift stands there, or while nothing can be signed: the rest of the page does not wait. */
    Mono<GiftProof> find(String token, Locale locale) {
        return settled(token)
                .flatMap(gift -> inclusion(gift)
                        .zipWith(associations.find(new AssociationId(gift.association())))
                        .map(read -> proof(read.getT1(), read.getT2(), locale)));
    }

    /** The proof as a file, docs/journal.md; empty as {@link #find} is. */
    Mono<byte[]> file(String token) {
        return settled(token).flatMap(this::inclusion).map(proof -> {
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("format", "tremplin-inclusion");
            file.put("v", 1);
            file.put("leaf", proof.leaf());
            file.put("hash", proof.fingerprint());
            file.put("seq", proof.seq());
            file.put("path", proof.path().stream().map(Inclusion.Step::hash).toList());
            file.put("checkpoint", proof.head().note());
            return json.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(file)
                    .getBytes(StandardCharsets.UTF_8);
        });
    }

    private Mono<Gift> settled(String token) {
        return gifts.find(token).filter(gift -> gift.state() == DonationState.SETTLED);
    }

    private Mono<Inclusion> inclusion(Gift gift) {
        // why nothing is signed was told as an alarm
        return journals.inclusion(gift.campaign(), gift.id())
                .onErrorResume(IllegalStateException.class, untold -> Mono.empty());
    }

    private static GiftProof proof(Inclusion inclusion, Association association, Locale locale) {
        return new GiftProof(
                Long.toString(inclusion.seq()),
                Long.toString(inclusion.seq() + 1),
                Long.toString(inclusion.head().size()),
                DayText.moment(inclusion.head().signedAt(), association.zone(), locale),
                spaced(inclusion.fingerprint()),
                inclusion.path().stream()
                        .map(step -> new GiftProof.Step(
                                step.left(),
                                step.hash().substring(0, 8) + " … "
                                        + step.hash().substring(56)))
                        .toList(),
                spaced(inclusion.head().root()));
    }

    private static String spaced(String hash) {
        return hash.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
