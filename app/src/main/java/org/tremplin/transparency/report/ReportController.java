package org.tremplin.transparency.report;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
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
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.CampaignNews;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.platform.file.Photos;
import org.tremplin.platform.security.RoleLookup;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Markdown;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import org.tremplin.transparency.FiguresTable;
import org.tremplin.transparency.Report;
import reactor.core.publisher.Mono;

/** Writes reports of a campaign: words and photos, beside the figures of the books as they are today. */
@Controller
class ReportController {

    private static final String LIST = "/espace/{association}/c/{id}/bilans";
    private static final String PAGE = LIST + "/{report}";

    private final Associations associations;
    private final Campaigns campaigns;
    private final CampaignNews news;
    private final StoredReports reports;
    private final Photos photos;
    private final RoleLookup roles;

    ReportController(
            Associations associations,
            Campaigns campaigns,
            CampaignNews news,
            StoredReports reports,
            Photos photos,
            RoleLookup roles) {
        this.associations = associations;
        this.campaigns = campaigns;
        this.news = news;
        this.reports = reports;
        this.photos = photos;
        this.roles = roles;
    }

    @GetMapping(LIST)
    Mono<Rendering> list(
            @PathVariable("association") String association,
            @PathVariable("id") UUID id,
            @RequestParam(name = "promesse", required = false) @Nullable UUID promise,
            ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return of(association, id)
                .flatMap(of -> Mono.zip(reports.of(of.association(), of.id()), news.promises(of.published()))
                        .map(read -> Rendering.view("transparency/reports")
                                .modelAttribute(
                                        "page",
                                        new ReportsPage(
                                                of.home(),
                                                of.published().plan().title(),
                                                of.published().plan().language(),
                                                promise,
                                                ReportsPage.promises(read.getT2(), locale),
                                                read.getT1().stream()
                                                        .map(one -> ReportsPage.Row.of(one, locale))
                                                        .toList()))
                                .build()));
    }

    /** Fields of {@link ReportText}; all optional. */
    @PostMapping(LIST)
    Mono<Rendering> begin(
            @PathVariable("association") String association,
            @PathVariable("id") UUID id,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return Mono.zip(of(association, id), Typed.in(exchange), roles.roleOf(acting.id(), association))
                .flatMap(read -> reports.begin(
                                read.getT1().association(),
                                read.getT1().id(),
                                ReportText.typed(read.getT2(), read.getT1().published()),
                                acting.id(),
                                read.getT3())
                        .map(begun -> SeeOther.to(read.getT1().home() + "/" + begun)));
    }

    @GetMapping(PAGE)
    Mono<Rendering> show(
            @PathVariable("association") String association,
            @PathVariable("id") UUID campaign,
            @PathVariable("report") UUID id,
            @RequestParam(name = "fait", required = false) @Nullable String done,
            ServerWebExchange exchange) {
        return on(association, campaign, id)
                .flatMap(on -> page(on, ReportText.of(on.report()), done != null, new Problems(), exchange));
    }

    /** Fields of {@link ReportText}. */
    @PostMapping(PAGE)
    Mono<Rendering> save(
            @PathVariable("association") String association,
            @PathVariable("id") UUID campaign,
            @PathVariable("report") UUID id,
            ServerWebExchange exchange) {
        return change(
                association,
                campaign,
                id,
                exchange,
                false,
                (on, text) -> reports.save(id, text).thenReturn(SeeOther.to(on.page() + "?fait=oui#apercu")));
    }

    /** Fields of {@link ReportText}. */
    @PostMapping(PAGE + "/publication")
    Mono<Rendering> publish(
            @PathVariable("association") String association,
            @PathVariable("id") UUID campaign,
            @PathVariable("report") UUID id,
            ServerWebExchange exchange) {
        return change(
                association,
                campaign,
                id,
                exchange,
                true,
                (on, text) -> reports.publish(on.of().published(), on.of().association(), id, text)
                        .thenReturn(SeeOther.to(on.page())));
    }

    private Mono<Rendering> change(
            String association, UUID campaign, UUID id, ServerWebExchange exchange, boolean whole, Change change) {
        return on(association, campaign, id)
                .flatMap(on -> Typed.in(exchange).flatMap(typed -> {
                    ReportText text = ReportText.typed(typed, on.of().published());
                    if (on.report().isPublic()) {
                        return Mono.just(SeeOther.to(on.page()));
                    }
                    Problems problems = text.problems(whole);
                    return problems.none() ? change.of(on, text) : page(on, text, false, problems, exchange);
                }));
    }

    @PostMapping(PAGE + "/abandon")
    Mono<Rendering> discard(
            @PathVariable("association") String association,
            @PathVariable("id") UUID campaign,
            @PathVariable("report") UUID id) {
        return on(association, campaign, id)
                .flatMap(
                        on -> reports.discard(id).thenReturn(SeeOther.to(on.of().home())));
    }

    /** Fields of {@link Photos#take}. */
    @PostMapping(PAGE + "/photos")
    Mono<Rendering> photo(
            @PathVariable("association") String association,
            @PathVariable("id") UUID campaign,
            @PathVariable("report") UUID id,
            ServerWebExchange exchange) {
        return on(association, campaign, id)
                .flatMap(on -> exchange.getMultipartData()
                        .flatMap(form -> on.report().isPublic()
                                ? Mono.just(SeeOther.to(on.page()))
                                : photos.take(id, form)
                                        .flatMap(problems -> problems.none()
                                                ? Mono.just(SeeOther.to(on.page() + "#photos"))
                                                : page(on, ReportText.of(on.report()), false, problems, exchange))));
    }

    @PostMapping(PAGE + "/photos/{photo}/retrait")
    Mono<Rendering> removePhoto(
            @PathVariable("association") String association,
            @PathVariable("id") UUID campaign,
            @PathVariable("report") UUID id,
            @PathVariable("photo") UUID photo) {
        return on(association, campaign, id)
                .flatMap(on -> photos.remove(id, photo).thenReturn(SeeOther.to(on.page() + "#photos")));
    }

    private Mono<Of> of(String slug, UUID id) {
        return associations
                .at(slug)
                .flatMap(association -> campaigns
                        .findPublished(association.id(), new CampaignId(id))
                        .map(published -> new Of(association, published)))
                .switchIfEmpty(NotFound.page());
    }

    private Mono<On> on(String slug, UUID campaign, UUID id) {
        return of(slug, campaign)
                .flatMap(of -> reports.find(of.association(), of.id(), id).map(report -> new On(of, report)))
                .switchIfEmpty(NotFound.page());
    }

    private Mono<Rendering> page(On on, ReportText text, boolean saved, Problems problems, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        Report.@Nullable Figures frozen = on.report().figures();
        Mono<Report.Figures> figures =
                frozen == null ? reports.figures(on.of().published(), on.of().association()) : Mono.just(frozen);
        return Mono.zip(figures, news.promises(on.of().published()))
                .map(read -> Rendering.view("transparency/report")
                        .modelAttribute(
                                "page",
                                new ReportPage(
                                        on.of().home(),
                                        on.page(),
                                        on.of().published().plan().title(),
                                        on.of().published().plan().language(),
                                        on.report(),
                                        text,
                                        Markdown.html(text.body(), 3),
                                        FiguresTable.of(read.getT1(), locale),
                                        on.of().published().campaign().state() == Campaign.State.CLOSED,
                                        ReportsPage.promises(read.getT2(), locale),
                                        on.report().publishedOn() == null
                                                ? null
                                                : DayText.text(on.report().publishedOn(), locale),
                                        saved))
                        .modelAttribute("problems", problems)
                        .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY)
                        .build());
    }

    private interface Change {
        Mono<Rendering> of(On on, ReportText text);
    }

    private record Of(Association association, PublishedCampaign published) {
        CampaignId id() {
            return published.campaign().id();
        }

        String home() {
            return "/espace/" + association.slug() + "/c/" + id().value() + "/bilans";
        }
    }

    private record On(Of of, Report report) {
        String page() {
            return of.home() + "/" + report.id();
        }
    }

    /** @param closed whether the campaign is over, so that its closing statement may be made */
    record ReportPage(
            String home,
            String here,
            String title,
            String language,
            Report report,
            ReportText text,
            String preview,
            FiguresTable figures,
            boolean closed,
            List<ReportsPage.Promise> promises,
            @Nullable String publishedOn,
            boolean saved) {}
}
