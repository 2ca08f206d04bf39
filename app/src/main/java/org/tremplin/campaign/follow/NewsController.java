package org.tremplin.campaign.follow;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.campaign.CampaignNews;
import org.tremplin.campaign.Promised;
import org.tremplin.campaign.Update;
import org.tremplin.platform.security.RoleLookup;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** All that is told of a campaign, for its team; and the beginning of an update. */
@Controller
class NewsController {

    private final NewsDesk desk;
    private final Updates updates;
    private final Newsroom newsroom;
    private final Followers followers;
    private final CampaignNews news;
    private final RoleLookup roles;

    NewsController(
            NewsDesk desk,
            Updates updates,
            Newsroom newsroom,
            Followers followers,
            CampaignNews news,
            RoleLookup roles) {
        this.desk = desk;
        this.updates = updates;
        this.newsroom = newsroom;
        this.followers = followers;
        this.news = news;
        this.roles = roles;
    }

    @GetMapping("/espace/{association}/c/{id}/nouvelles")
    Mono<Rendering> list(
            @PathVariable("association") String association, @PathVariable("id") UUID id, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return desk.campaign(association, id)
                .flatMap(of -> Mono.zip(
                                news.promises(of.published()),
                                updates.of(of.association().id(), of.id()),
                                followers.count(of.id()))
                        .map(read -> page(of, read.getT1(), read.getT2(), read.getT3(), locale)))
                .map(page -> Rendering.view("campaign/updates")
                        .modelAttribute("page", page)
                        .build());
    }

    /** Field: {@code promesse}, optional. */
    @PostMapping("/espace/{association}/c/{id}/nouvelles")
    Mono<Rendering> begin(
            @PathVariable("association") String association,
            @PathVariable("id") UUID id,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return Mono.zip(desk.campaign(association, id), Typed.in(exchange), roles.roleOf(acting.id(), association))
                .flatMap(read -> newsroom.begin(
                                read.getT1().association().id(),
                                read.getT1().id(),
                                Wording.typed(
                                                read.getT2(),
                                                read.getT1().published().plan())
                                        .promise(),
                                acting.id(),
                                read.getT3())
                        .map(begun -> SeeOther.to(read.getT1().home() + "/" + begun)))
                .switchIfEmpty(NotFound.page());
    }

    private static NewsPage page(
            NewsDesk.Of of, List<Promised> promises, List<Update> written, long followers, Locale locale) {
        return new NewsPage(
                of.association().slug(),
                "/espace/" + of.association().slug() + "/c/" + of.id().value(),
                of.home(),
                of.published().campaign().slug(),
                of.published().plan().title(),
                of.published().plan().language(),
                promises.stream().map(promised -> promise(promised, locale)).toList(),
                written.stream().map(update -> row(of, update, locale)).toList(),
                followers);
    }

    static NewsPage.Promise promise(Promised promised, Locale locale) {
        return new NewsPage.Promise(
                promised.promise().id(),
                promised.promise().kind().name(),
                promised.promise().what(),
                promised.promise().by().name(),
                DayText.text(promised.dueOn(), locale),
                promised.state().name(),
                promised.days(),
                promised.madeOn() == null ? null : DayText.text(promised.madeOn(), locale));
    }

    private static NewsPage.Row row(NewsDesk.Of of, Update update, Locale locale) {
        var at = update.publishedAt() != null
                ? update.publishedAt()
                : update.state() == Update.State.SCHEDULED ? update.publishAt() : null;
        return new NewsPage.Row(
                update.id(),
                update.title(),
                update.state().name(),
                at == null ? null : DayText.moment(at, of.association().zone(), locale));
    }
}
