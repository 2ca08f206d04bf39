package org.tremplin.patron.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.patron.company.Companies;
import org.tremplin.patron.company.Seat;
import org.tremplin.patron.evaluation.KeptLists.KeptList;
import org.tremplin.patron.evaluation.Notes.Note;
import org.tremplin.patron.evaluation.Threads.Conversation;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.SeeOther;
import reactor.core.publisher.Mono;

/** What an organisation keeps here: its lists, and the projects it noted something of or asked about. */
@Controller
class KeptController {

    private final Companies companies;
    private final KeptLists lists;
    private final Notes notes;
    private final Threads threads;
    private final Campaigns campaigns;

    KeptController(Companies companies, KeptLists lists, Notes notes, Threads threads, Campaigns campaigns) {
        this.companies = companies;
        this.lists = lists;
        this.notes = notes;
        this.threads = threads;
        this.campaigns = campaigns;
    }

    @GetMapping("/mecenes/compte")
    Mono<Rendering> show(
            @RequestParam(name = "fait", required = false) @Nullable String done,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return companies
                .of(acting.id())
                .flatMap(seat -> page(seat, done != null))
                .map(page -> Rendering.view("patron/home")
                        .modelAttribute("page", page)
                        .build())
                .defaultIfEmpty(SeeOther.to(Language.of(exchange).to("/mecenes/organisation")));
    }

    private Mono<KeptPage> page(Seat seat, boolean saved) {
        return Mono.zip(
                        lists.of(seat.company().id()).collectList(),
                        notes.of(seat.company().id()).collectList(),
                        threads.ofCompany(seat.company().id()).collectList())
                .flatMap(read -> projects(read.getT2(), read.getT3())
                        .map(projects ->
                                new KeptPage(seat.company().name(), seat.decides(), read.getT1(), projects, saved)));
    }

    private Mono<List<Project>> projects(List<Note> noted, List<Conversation> asked) {
        Map<CampaignId, Conversation> conversations =
                asked.stream().collect(Collectors.toMap(Conversation::campaign, Function.identity()));
        Set<CampaignId> withNote = noted.stream().map(Note::campaign).collect(Collectors.toSet());
        Set<CampaignId> all = Stream.concat(withNote.stream(), conversations.keySet().stream())
                .collect(Collectors.toSet());
        return campaigns
                .findAllPublished(all)
                .map(one -> project(
                        one,
                        withNote.contains(one.campaign().id()),
                        conversations.get(one.campaign().id())))
                .sort(Comparator.comparing(Project::name))
                .collectList();
    }

    private static Project project(PublishedCampaign one, boolean noted, @Nullable Conversation asked) {
        String question = asked == null ? "none" : asked.waits() ? "waits" : "answered";
        return new Project(one.campaign().slug(), one.plan().title(), noted, question);
    }

    record KeptPage(String company, boolean decides, List<KeptList> lists, List<Project> projects, boolean saved) {}

    /** @param question {@code none}, {@code waits} or {@code answered} */
    record Project(String slug, String name, boolean noted, String question) {}
}
