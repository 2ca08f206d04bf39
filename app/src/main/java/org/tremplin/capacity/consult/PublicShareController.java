package org.tremplin.capacity.consult;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Associations;
import org.tremplin.capacity.PublicDiagnosis;
import org.tremplin.capacity.share.Audience;
import org.tremplin.capacity.share.PublicShares;
import org.tremplin.capacity.share.PublicShares.Choice;
import org.tremplin.capacity.share.Shared;
import org.tremplin.capacity.share.Visibility;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** What everybody sees of the diagnosis: chosen row by row, beside the words that would stand on the public page. */
@Controller
class PublicShareController {

    private static final String PATH = "/espace/{association}/diagnostic/partage/public";
    private static final List<Shared> ROWS = Visibility.choices(Audience.PUBLIC);

    private final Associations associations;
    private final PublicShares shares;
    private final ShownToAll shown;

    PublicShareController(Associations associations, PublicShares shares, ShownToAll shown) {
        this.associations = associations;
        this.shares = shares;
        this.shown = shown;
    }

    @GetMapping(PATH)
    Mono<Rendering> show(@PathVariable("association") String slug, ServerWebExchange exchange) {
        return associations
                .at(slug)
                .flatMap(association -> Mono.zip(
                        shares.of(association.id()),
                        shown.told(
                                association,
                                EnumSet.copyOf(ROWS),
                                Language.of(exchange).locale()),
                        (choices, told) -> Rendering.view("capacity/share-public")
                                .modelAttribute("page", Page.of(slug, choices, told, association.zone()))
                                .build()));
    }

    /** Fields: the rows, each when ticked; none takes all back. */
    @PostMapping(PATH)
    Mono<Rendering> choose(
            @PathVariable("association") String slug, SignedInPerson acting, ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), Typed.in(exchange))
                .flatMap(read -> shares.choose(
                        read.getT1().id(),
                        ROWS.stream().filter(row -> read.getT2().on(row.name())).toList(),
                        acting))
                .thenReturn(SeeOther.to(home(slug) + "/public"));
    }

    private static String home(String slug) {
        return "/espace/" + slug + "/diagnostic/partage";
    }

    /**
     * @param slug of the association's public page
     * @param since day from which the present choice holds; none before a first one
     * @param told what would be told if all of it were open
     */
    record Page(
            String home,
            String slug,
            List<Shared> rows,
            Set<Shared> open,
            @Nullable LocalDate since,
            PublicDiagnosis told,
            List<Past> past) {

        static Page of(String slug, List<Choice> choices, PublicDiagnosis told, ZoneId zone) {
            List<Past> past = choices.stream()
                    .map(one -> new Past(
                            LocalDate.ofInstant(one.at(), zone),
                            one.rows().stream().sorted().toList()))
                    .toList();
            return new Page(
                    PublicShareController.home(slug),
                    slug,
                    ROWS,
                    choices.isEmpty() ? Set.of() : choices.get(0).rows(),
                    past.isEmpty() ? null : past.get(0).since(),
                    told,
                    past);
        }
    }

    record Past(LocalDate since, List<Shared> rows) {}
}
