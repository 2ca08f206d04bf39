package org.tremplin.campaign.follow;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.multipart.Part;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.campaign.CampaignNews;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.Update;
import org.tremplin.platform.file.Photos;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Markdown;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** Writes one update: saved as often as one likes, then published, at once or at an hour; corrected or withdrawn in public. */
@Controller
class UpdateController {

    private static final String PAGE = "/espace/{association}/c/{id}/nouvelles/{update}";
    private static final Duration FARTHEST = Duration.ofDays(366);
    private static final int REASON = 300;

    private final NewsDesk desk;
    private final Newsroom newsroom;
    private final CampaignNews news;
    private final Photos photos;
    private final Clock clock;

    UpdateController(NewsDesk desk, Newsroom newsroom, CampaignNews news, Photos photos, Clock clock) {
        this.desk = desk;
        this.newsroom = newsroom;
        this.news = news;
        this.photos = photos;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    Mono<Rendering> show(
            @PathVariable("association") String association,
            @PathVariable("id") UUID campaign,
            @PathVariable("update") UUID id,
            @RequestParam(name = "fait", required = false) @Nullable String done,
            ServerWebExchange exchange) {
        return desk.update(association, campaign, id)
                .flatMap(on -> page(on, Wording.of(on.update()), Asked.none(), done != null, new Problems(), exchange));
    }

    /** Fields of {@link Wording}. */
    @PostMapping(PAGE)
    Mono<Rendering> save(
            @PathVariable("association") String association,
            @PathVariable("id") UUID campaign,
            @PathVariable("update") UUID id,
            ServerWebExchange exchange) {
        return change(association, campaign, id, exchange, (on, typed) -> {
            if (!on.update().state().open()) {
                return Mono.just(SeeOther.to(on.page()));
            }
            Wording wording = typed(on, typed);
            // what is on the calendar must stay fit to be public
            Problems problems = on.update().state() == Update.State.SCHEDULED ? wording.whole() : wording.bounds();
            return problems.none()
                    ? newsroom.save(id, wording).thenReturn(SeeOther.to(on.page() + "?fait=oui#apercu"))
                    : page(on, wording, Asked.none(), false, problems, exchange);
        });
    }

    /** Fields of {@link Wording}; {@code quand} ({@code maintenant}, {@code plus-tard}, {@code brouillon}), {@code jour}, {@code heure}. */
    @PostMapping(PAGE + "/publication")
    Mono<Rendering> publish(
            @PathVariable("association") String association,
            @PathVariable("id") UUID campaign,
            @PathVariable("update") UUID id,
            ServerWebExchange exchange) {
        return change(association, campaign, id, exchange, (on, typed) -> {
            if (!on.update().state().open()) {
                return Mono.just(SeeOther.to(on.page()));
            }
            Wording wording = typed(on, typed);
            Asked asked = new Asked(typed.line("quand"), typed.line("jour"), typed.line("heure"), "");
            if (asked.when().equals("brouillon")) {
                return newsroom.unschedule(id).thenReturn(SeeOther.to(on.page()));
            }
            Problems problems = wording.whole();
            Instant at = asked.when().equals("plus-tard")
                    ? at(asked, on.of().association().zone(), problems)
                    : null;
            if (!problems.none()) {
                return page(on, wording, asked, false, problems, exchange);
            }
            return (at == null
                            ? newsroom.publish(on.update(), wording, on.of().association())
                            : newsroom.save(id, wording).then(newsroom.schedule(id, at)))
                    .thenReturn(SeeOther.to(on.of().home()));
        });
    }

    private @Nullable Instant at(Asked asked, ZoneId zone, Problems problems) {
        try {
            Instant at = LocalDate.parse(asked.day())
                    .atTime(LocalTime.parse(asked.hour().isEmpty() ? "09:00" : asked.hour()))
                    .atZone(zone)
                    .toInstant();
            Instant now = clock.instant();
            if (!at.isAfter(now) || at.isAfter(now.plus(FARTHEST))) {
                problems.add("jour", "update.day.past");
            }
            return at;
        } catch (DateTimeException unreadable) {
            problems.add("jour", "update.day.odd");
            return null;
        }
    }

    /** Fields of {@link Wording} and {@code motif}. */
    @PostMapping(PAGE + "/correction")
    Mono<Rendering> correct(
            @PathVariable("association") String association,
            @PathVariable("id") UUID campaign,
            @PathVariable("update") UUID id,
            ServerWebExchange exchange) {
        return change(association, campaign, id, exchange, (on, typed) -> {
            if (on.update().state() != Update.State.PUBLISHED) {
                return Mono.just(SeeOther.to(on.page()));
            }
            Wording wording = typed(on, typed);
            String why = typed.line("motif");
            Problems problems = reason(why, "motif", wording.whole());
            return problems.none()
                    ? newsroom.correct(on.update(), on.of().association(), wording, why)
                            .thenReturn(SeeOther.to(on.page() + "?fait=oui"))
                    : page(on, wording, new Asked("", "", "", why), false, problems, exchange);
        });
    }

    /** Field: {@code raison}. */
    @PostMapping(PAGE + "/retrait")
    Mono<Rendering> withdraw(
            @PathVariable("association") String association,
            @PathVariable("id") UUID campaign,
            @PathVariable("update") UUID id,
            ServerWebExchange exchange) {
        return change(association, campaign, id, exchange, (on, typed) -> {
            if (on.update().state() != Update.State.PUBLISHED) {
                return Mono.just(SeeOther.to(on.page()));
            }
            String why = typed.line("raison");
            Problems problems = reason(why, "raison", new Problems());
            return problems.none()
                    ? newsroom.withdraw(on.update(), on.of().association(), why)
                            .thenReturn(SeeOther.to(on.of().home()))
                    : page(on, Wording.of(on.update()), new Asked("", "", "", why), false, problems, exchange);
        });
    }

    private static Problems reason(String why, String field, Problems problems) {
        if (why.isEmpty() || why.length() > REASON) {
            problems.add(field, why.isEmpty() ? "update.reason.missing" : "update.reason.long", REASON);
        }
        return problems;
    }

    @PostMapping(PAGE + "/abandon")
    Mono<Rendering> discard(
            @PathVariable("association") String association,
            @PathVariable("id") UUID campaign,
            @PathVariable("update") UUID id) {
        return desk.update(association, campaign, id)
                .flatMap(on ->
                        newsroom.discard(id).thenReturn(SeeOther.to(on.of().home())));
    }

    /** Fields of {@link Photos#take}. */
    @PostMapping(PAGE + "/photos")
    Mono<Rendering> photo(
            @PathVariable("association") String association,
            @PathVariable("id") UUID campaign,
            @PathVariable("update") UUID id,
            ServerWebExchange exchange) {
        return desk.update(association, campaign, id)
                .flatMap(on -> exchange.getMultipartData()
                        .flatMap(form -> on.update().state().open()
                                ? take(on, form, exchange)
                                : Mono.just(SeeOther.to(on.page()))));
    }

    private Mono<Rendering> take(NewsDesk.On on, MultiValueMap<String, Part> form, ServerWebExchange exchange) {
        return photos.take(on.update().id(), form)
                .flatMap(problems -> problems.none()
                        ? Mono.just(SeeOther.to(on.page() + "#photos"))
                        : page(on, Wording.of(on.update()), Asked.none(), false, problems, exchange));
    }

    @PostMapping(PAGE + "/photos/{photo}/retrait")
    Mono<Rendering> removePhoto(
            @PathVariable("association") String association,
            @PathVariable("id") UUID campaign,
            @PathVariable("update") UUID id,
            @PathVariable("photo") UUID photo) {
        return desk.update(association, campaign, id)
                .flatMap(on -> photos.remove(id, photo)
                        .then(newsroom.shown(on.update()))
                        .thenReturn(SeeOther.to(on.page() + "#photos")));
    }

    private static Wording typed(NewsDesk.On on, Typed typed) {
        return Wording.typed(typed, on.of().published().plan());
    }

    private Mono<Rendering> change(
            String association, UUID campaign, UUID id, ServerWebExchange exchange, Change change) {
        return desk.update(association, campaign, id)
                .flatMap(on -> Typed.in(exchange).flatMap(typed -> change.of(on, typed)));
    }

    private Mono<Rendering> page(
            NewsDesk.On on,
            Wording wording,
            Asked asked,
            boolean saved,
            Problems problems,
            ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return news.promises(on.of().published())
                .map(promises -> Rendering.view("campaign/update")
                        .modelAttribute(
                                "page",
                                new UpdatePage(
                                        on.of().association().slug(),
                                        on.of().home(),
                                        on.page(),
                                        on.of().published().plan().title(),
                                        on.of().published().plan().language(),
                                        on.of().published().campaign().slug(),
                                        on.update(),
                                        wording,
                                        asked.proposed(
                                                on.update(),
                                                on.of().association().zone()),
                                        Markdown.html(wording.body(), 3),
                                        promises.stream()
                                                .filter(one -> one.promise().kind() != Plan.Telling.REPORT)
                                                .map(one -> NewsController.promise(one, locale))
                                                .toList(),
                                        on.update().publishAt() == null
                                                ? null
                                                : DayText.moment(
                                                        on.update().publishAt(),
                                                        on.of().association().zone(),
                                                        locale),
                                        saved))
                        .modelAttribute("problems", problems)
                        .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY)
                        .build());
    }

    private interface Change {
        Mono<Rendering> of(NewsDesk.On on, Typed typed);
    }
}
