package org.tremplin.capacity.experience;

import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.capacity.CampaignEnd;
import org.tremplin.capacity.CampaignEnds;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** Where an association answers three questions about a campaign that is over. */
@Controller
class ExperienceController {

    private static final String ALL = "/espace/{association}/experience";
    private static final String ONE = "/espace/{association}/c/{id}/experience";

    private final Associations associations;
    private final CampaignEnds campaigns;
    private final Experiences experiences;
    private final SignedComments comments;
    private final ExperiencePages pages;
    private final Subjects subjects;
    private final OwnNames names;

    ExperienceController(
            Associations associations,
            CampaignEnds campaigns,
            Experiences experiences,
            SignedComments comments,
            ExperiencePages pages,
            Subjects subjects,
            OwnNames names) {
        this.associations = associations;
        this.campaigns = campaigns;
        this.experiences = experiences;
        this.comments = comments;
        this.pages = pages;
        this.subjects = subjects;
        this.names = names;
    }

    @GetMapping(ALL)
    Mono<Rendering> list(@PathVariable("association") String slug) {
        return associations
                .at(slug)
                .flatMap(association -> Mono.zip(
                                campaigns.of(association).collectList(),
                                experiences.of(association.id()),
                                comments.of(association.id()))
                        .map(read -> Rendering.view("capacity/experiences")
                                .modelAttribute(
                                        "page", pages.list(association, read.getT1(), read.getT2(), read.getT3()))
                                .build()));
    }

    @GetMapping(ONE)
    Mono<Rendering> show(
            @PathVariable("association") String slug, @PathVariable("id") UUID campaign, ServerWebExchange exchange) {
        return at(slug, campaign)
                .flatMap(over -> known(over)
                        .map(known -> view(
                                over,
                                known,
                                known.map(Experience::told)
                                        .map(ExperienceForm::of)
                                        .orElseGet(() ->
                                                ExperienceForm.blank(over.end().language())),
                                known.map(Experience::version).orElse(0),
                                new Problems(),
                                HttpStatus.OK,
                                exchange)));
    }

    /** Fields of {@link ExperienceForm}, its {@code version}; {@code suite}: {@code envoyer}, else only kept. */
    @PostMapping(ONE)
    Mono<Rendering> write(
            @PathVariable("association") String slug,
            @PathVariable("id") UUID campaign,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return Mono.zip(at(slug, campaign), Typed.in(exchange)).flatMap(read -> {
            Over over = read.getT1();
            ExperienceForm form = ExperienceForm.read(read.getT2());
            boolean sent = read.getT2().line("suite").equals("envoyer");
            int version = read.getT2().version();
            return checked(over, form, sent)
                    .flatMap(problems -> problems.none()
                            ? write(over, form.told(subjects), sent, version, acting.id())
                                    .flatMap(kept -> kept
                                            ? Mono.just(written(over, sent))
                                            : late(over, form, sent, version, exchange))
                            : known(over)
                                    .map(known -> view(
                                            over,
                                            known,
                                            form,
                                            version,
                                            problems,
                                            HttpStatus.UNPROCESSABLE_ENTITY,
                                            exchange)));
        });
    }

    private static Rendering written(Over over, boolean sent) {
        return SeeOther.to(
                ExperiencePages.address(over.association(), over.end().campaign()) + (sent ? "" : "?fait=garde"));
    }

    /** Somebody else wrote or sent it meanwhile: both stand on the page, and what was typed stays in the form. */
    private Mono<Rendering> late(
            Over over, ExperienceForm form, boolean sent, int version, ServerWebExchange exchange) {
        return known(over)
                .map(known -> known.filter(now -> now.told().equals(form.told(subjects)))
                        .filter(now -> !sent || !now.state().writable())
                        // the same, sent twice
                        .map(now -> SeeOther.to(ExperiencePages.address(
                                over.association(), over.end().campaign())))
                        .orElseGet(
                                () -> view(over, known, form, version, new Problems(), HttpStatus.CONFLICT, exchange)));
    }

    private Mono<Problems> checked(Over over, ExperienceForm form, boolean sent) {
        if (over.end().endedOn() == null) {
            return Mono.just(new Problems().add("aide", "experience.running"));
        }
        return sent ? names.of(over.association()).map(form::check) : Mono.fromSupplier(form::check);
    }

    private Mono<Boolean> write(Over over, Told told, boolean sent, int version, UUID by) {
        AssociationId association = over.association().id();
        UUID campaign = over.end().campaign();
        YearMonth month = YearMonth.from(Objects.requireNonNull(over.end().endedOn()));
        return sent
                ? experiences.send(association, campaign, month, told, version, by)
                : experiences.keep(association, campaign, month, told, version, by);
    }

    @PostMapping(ONE + "/retrait")
    Mono<Rendering> withdraw(@PathVariable("association") String slug, @PathVariable("id") UUID campaign) {
        return act(slug, campaign, experiences::withdraw, "/c/" + campaign + "/experience");
    }

    /** The three questions wait for nobody any more; they stay where they are. */
    @PostMapping(ONE + "/pas-maintenant")
    Mono<Rendering> decline(
            @PathVariable("association") String slug, @PathVariable("id") UUID campaign, SignedInPerson acting) {
        return at(slug, campaign)
                .filter(over -> over.end().endedOn() != null)
                .flatMap(over -> experiences.decline(
                        over.association().id(),
                        campaign,
                        YearMonth.from(Objects.requireNonNull(over.end().endedOn())),
                        ExperienceForm.blank(over.end().language()).told(subjects),
                        acting.id()))
                .thenReturn(SeeOther.to("/espace/" + slug + "/experience"));
    }

    @PostMapping(ONE + "/effacement")
    Mono<Rendering> delete(@PathVariable("association") String slug, @PathVariable("id") UUID campaign) {
        return act(slug, campaign, experiences::delete, "/experience");
    }

    /** A second click does nothing more. */
    private Mono<Rendering> act(
            String slug, UUID campaign, BiFunction<AssociationId, UUID, Mono<Boolean>> act, String next) {
        return at(slug, campaign)
                .flatMap(over -> act.apply(over.association().id(), campaign))
                .map(done -> SeeOther.to("/espace/" + slug + next));
    }

    private Mono<Over> at(String slug, UUID campaign) {
        return associations
                .at(slug)
                .flatMap(association -> campaigns
                        .of(association)
                        .filter(end -> end.campaign().equals(campaign))
                        .next()
                        .map(end -> new Over(association, end)))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private Mono<Optional<Experience>> known(Over over) {
        return experiences
                .find(over.association().id(), over.end().campaign())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Rendering view(
            Over over,
            Optional<Experience> known,
            ExperienceForm form,
            int version,
            Problems problems,
            HttpStatus status,
            ServerWebExchange exchange) {
        return Rendering.view("capacity/experience")
                .modelAttribute(
                        "page",
                        pages.page(
                                over.association(),
                                over.end(),
                                known.orElse(null),
                                version,
                                status == HttpStatus.CONFLICT,
                                Language.of(exchange).locale()))
                .modelAttribute("form", form)
                .modelAttribute("saved", exchange.getRequest().getQueryParams().containsKey("fait"))
                .modelAttribute("problems", problems)
                .status(status)
                .build();
    }

    /** A campaign of an association, over or not. */
    private record Over(Association association, CampaignEnd end) {}
}
