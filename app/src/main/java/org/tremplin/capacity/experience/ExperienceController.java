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
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.capacity.CampaignEnd;
import org.tremplin.capacity.CampaignEnds;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
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
                                Opened.on(known),
                                new Problems(),
                                HttpStatus.OK,
                                exchange)));
    }

    /** Fields of {@link ExperienceForm} and {@link Opened}; {@code suite}: {@code envoyer}, else only kept. */
    @PostMapping(ONE)
    Mono<Rendering> write(
            @PathVariable("association") String slug,
            @PathVariable("id") UUID campaign,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return Mono.zip(at(slug, campaign), Typed.in(exchange)).flatMap(read -> {
            boolean sent = read.getT2().line("suite").equals("envoyer");
            Over over = read.getT1();
            return write(over, read.getT2(), sent ? experiences::send : experiences::keep, sent, acting.id(), exchange)
                    .map(late -> late.orElseGet(() -> written(over, sent)));
        });
    }

    /** What is late or wrong, as its page; nothing once it is written. */
    private Mono<Optional<Rendering>> write(
            Over over, Typed typed, Writing writing, boolean sent, UUID by, ServerWebExchange exchange) {
        ExperienceForm form = ExperienceForm.read(typed);
        Opened opened = Opened.read(typed);
        return checked(over, form, sent)
                .flatMap(problems -> problems.none()
                        ? writing.write(
                                        over.association().id(),
                                        over.end().campaign(),
                                        YearMonth.from(Objects.requireNonNull(
                                                over.end().endedOn())),
                                        form.told(subjects),
                                        opened,
                                        by)
                                .flatMap(kept -> kept
                                        ? Mono.just(Optional.<Rendering>empty())
                                        : late(over, form, sent, opened, exchange)
                                                .map(Optional::of))
                        : known(over)
                                .map(known -> Optional.of(view(
                                        over,
                                        known,
                                        form,
                                        opened,
                                        problems,
                                        HttpStatus.UNPROCESSABLE_ENTITY,
                                        exchange))));
    }

    private static Rendering written(Over over, boolean sent) {
        return SeeOther.to(
                ExperiencePages.address(over.association(), over.end().campaign()) + (sent ? "" : "?fait=garde"));
    }

    /** Somebody else wrote, sent or deleted it meanwhile: both stand on the page, and what was typed stays in the form. */
    private Mono<Rendering> late(
            Over over, ExperienceForm form, boolean sent, Opened opened, ServerWebExchange exchange) {
        return known(over)
                .map(known -> known.filter(now -> now.told().equals(form.told(subjects)))
                        .filter(now -> !sent || !now.state().writable())
                        // the same, sent twice
                        .map(now -> SeeOther.to(ExperiencePages.address(
                                over.association(), over.end().campaign())))
                        .orElseGet(() -> view(
                                over,
                                known,
                                form,
                                known.isPresent() ? opened : Opened.NOTHING,
                                new Problems(),
                                HttpStatus.CONFLICT,
                                exchange)));
    }

    private Mono<Problems> checked(Over over, ExperienceForm form, boolean sent) {
        if (over.end().endedOn() == null) {
            return Mono.just(new Problems().add("aide", "experience.running"));
        }
        return sent ? names.of(over.association()).map(form::check) : Mono.fromSupplier(form::check);
    }

    @PostMapping(ONE + "/retrait")
    Mono<Rendering> withdraw(@PathVariable("association") String slug, @PathVariable("id") UUID campaign) {
        return act(slug, campaign, experiences::withdraw, "/c/" + campaign + "/experience");
    }

    /** Fields as for {@link #write}: they wait for nobody any more, and stay where they are. */
    @PostMapping(ONE + "/pas-maintenant")
    Mono<Rendering> decline(
            @PathVariable("association") String slug,
            @PathVariable("id") UUID campaign,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return Mono.zip(at(slug, campaign), Typed.in(exchange))
                .flatMap(read -> write(read.getT1(), read.getT2(), experiences::decline, false, acting.id(), exchange))
                .map(late -> late.orElseGet(() -> SeeOther.to("/espace/" + slug + "/experience")));
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
                .switchIfEmpty(NotFound.page());
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
            Opened opened,
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
                                opened,
                                status == HttpStatus.CONFLICT,
                                Language.of(exchange).locale()))
                .modelAttribute("form", form)
                .modelAttribute("saved", exchange.getRequest().getQueryParams().containsKey("fait"))
                .modelAttribute("problems", problems)
                .status(status)
                .build();
    }

    private interface Writing {
        Mono<Boolean> write(
                AssociationId association, UUID campaign, YearMonth month, Told told, Opened opened, UUID by);
    }

    /** A campaign of an association, over or not. */
    private record Over(Association association, CampaignEnd end) {}
}
