package org.tremplin.patron.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.association.Memberships;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.patron.company.Companies;
import org.tremplin.patron.company.Seat;
import org.tremplin.patron.evaluation.Asking.Said;
import org.tremplin.patron.evaluation.Notes.Note;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** A project beside what an organisation noted of it and asked about it. */
@Controller
class ProjectController {

    private static final String PATH = "/mecenes/projets/{slug}";

    private final Companies companies;
    private final Campaigns campaigns;
    private final Associations associations;
    private final Memberships memberships;
    private final Notes notes;
    private final Threads threads;
    private final Asking asking;

    ProjectController(
            Companies companies,
            Campaigns campaigns,
            Associations associations,
            Memberships memberships,
            Notes notes,
            Threads threads,
            Asking asking) {
        this.companies = companies;
        this.campaigns = campaigns;
        this.associations = associations;
        this.memberships = memberships;
        this.notes = notes;
        this.threads = threads;
        this.asking = asking;
    }

    @GetMapping(PATH)
    Mono<Rendering> show(
            @PathVariable("slug") String slug,
            @RequestParam(name = "fait", required = false) @Nullable String done,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return campaign(slug)
                .flatMap(campaign -> companies
                        .of(acting.id())
                        .flatMap(seat -> view(seat, campaign, null, "", new Problems(), HttpStatus.OK, done != null))
                        .defaultIfEmpty(SeeOther.to(Language.of(exchange).to("/mecenes/organisation?projet=" + slug))));
    }

    /** Fields {@code note} and {@code version}; when somebody else wrote meanwhile both texts are shown. */
    @PostMapping(PATH + "/note")
    Mono<Rendering> note(@PathVariable("slug") String slug, SignedInPerson acting, ServerWebExchange exchange) {
        return Mono.zip(companies.deciding(acting.id()), campaign(slug), Typed.in(exchange))
                .flatMap(read -> {
                    Seat seat = read.getT1();
                    PublishedCampaign campaign = read.getT2();
                    String body = read.getT3().text("note");
                    if (body.length() > Notes.LONGEST) {
                        Problems long_ = new Problems().add("note", "company.note.long", Notes.LONGEST, body.length());
                        return view(seat, campaign, body, "", long_, HttpStatus.UNPROCESSABLE_ENTITY, false);
                    }
                    return notes.write(
                                    seat.company().id(),
                                    campaign.campaign().id(),
                                    body,
                                    version(read.getT3().line("version")))
                            .flatMap(written -> written
                                    ? Mono.just(back(campaign, exchange, "note"))
                                    : view(
                                            seat,
                                            campaign,
                                            body,
                                            "",
                                            new Problems().add("note", "company.note.conflict"),
                                            HttpStatus.CONFLICT,
                                            false));
                });
    }

    /** Field {@code question}. */
    @PostMapping(PATH + "/questions")
    Mono<Rendering> ask(@PathVariable("slug") String slug, SignedInPerson acting, ServerWebExchange exchange) {
        return Mono.zip(companies.deciding(acting.id()), campaign(slug), Typed.in(exchange))
                .flatMap(read -> {
                    Seat seat = read.getT1();
                    PublishedCampaign campaign = read.getT2();
                    String words = read.getT3().text("question");
                    Problems problems = problems(words);
                    return problems.none()
                            ? ask(seat, campaign, words)
                                    .flatMap(refusal -> refusal.isEmpty()
                                            ? Mono.just(back(campaign, exchange, "questions"))
                                            : refused(seat, campaign, words, new Problems().add("question", refusal)))
                            : refused(seat, campaign, words, problems);
                });
    }

    /** @return key of the reason why not, or empty */
    private Mono<String> ask(Seat seat, PublishedCampaign campaign, String words) {
        return associations
                .find(campaign.campaign().association())
                .flatMap(association -> memberships.of(seat.person(), association.slug()))
                .map(member -> "question.own")
                .switchIfEmpty(asking.ask(seat, campaign, words).map(said -> said == Said.YES ? "" : said.key()));
    }

    static Problems problems(String words) {
        Problems problems = new Problems();
        if (words.isEmpty()) {
            problems.add("question", "question.missing");
        } else if (words.length() > Asking.LONGEST) {
            problems.add("question", "question.long", Asking.LONGEST, words.length());
        }
        return problems;
    }

    private Mono<Rendering> refused(Seat seat, PublishedCampaign campaign, String words, Problems problems) {
        return view(seat, campaign, null, words, problems, HttpStatus.UNPROCESSABLE_ENTITY, false);
    }

    private Mono<Rendering> view(
            Seat seat,
            PublishedCampaign campaign,
            @Nullable String typedNote,
            String question,
            Problems problems,
            HttpStatus status,
            boolean saved) {
        return Mono.zip(
                        associations.find(campaign.campaign().association()),
                        notes.of(seat.company().id(), campaign.campaign().id()),
                        threads.find(seat.company().id(), campaign.campaign().id())
                                .flatMap(thread ->
                                        threads.words(List.of(thread.id())).collectList())
                                .defaultIfEmpty(List.of()))
                .map(read -> Rendering.view("patron/project")
                        .modelAttribute(
                                "page",
                                page(
                                        seat,
                                        campaign,
                                        read.getT1(),
                                        read.getT2(),
                                        read.getT3(),
                                        typedNote,
                                        question,
                                        saved))
                        .modelAttribute("problems", problems)
                        .status(status)
                        .build());
    }

    private static ProjectPage page(
            Seat seat,
            PublishedCampaign campaign,
            Association association,
            Note note,
            List<Threads.Word> words,
            @Nullable String typedNote,
            String question,
            boolean saved) {
        return new ProjectPage(
                campaign.campaign().slug(),
                campaign.plan().title(),
                association.name(),
                seat.company().name(),
                seat.decides(),
                note,
                typedNote == null ? note.body() : typedNote,
                ThreadPage.of(words, seat.company().name(), association.name(), association.zone()),
                question,
                saved);
    }

    private Mono<PublishedCampaign> campaign(String slug) {
        return campaigns.findPublished(slug).switchIfEmpty(NotFound.page());
    }

    private static int version(String typed) {
        return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : -1;
    }

    private static Rendering back(PublishedCampaign campaign, ServerWebExchange exchange, String part) {
        return SeeOther.to(Language.of(exchange)
                        .to("/mecenes/projets/" + campaign.campaign().slug()) + "?fait=oui#" + part);
    }

    /** @param noted as typed, or as it stands; @param question as typed; @param saved whether something was just kept */
    record ProjectPage(
            String slug,
            String name,
            String association,
            String company,
            boolean decides,
            Note note,
            String noted,
            ThreadPage thread,
            String question,
            boolean saved) {}
}
