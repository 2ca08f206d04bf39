package org.tremplin.donation.offline;

import java.time.Clock;
import java.util.List;
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
import org.tremplin.association.Means;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/**
 * Gifts in hand, entered as a sheet. Enter goes on without any script: it sends the form by its first button, which checks
 * what is typed, keeps it and gives more rows; only the last button writes.
 */
@Controller
class SheetController {

    private final Associations associations;
    private final Campaigns campaigns;
    private final EnterSheet sheets;
    private final Clock clock;

    SheetController(Associations associations, Campaigns campaigns, EnterSheet sheets, Clock clock) {
        this.associations = associations;
        this.campaigns = campaigns;
        this.sheets = sheets;
        this.clock = clock;
    }

    @GetMapping("/espace/{association}/dons/hors-ligne")
    Mono<Rendering> show(
            @PathVariable("association") String slug,
            @RequestParam(name = "c", required = false) @Nullable UUID chosen) {
        return at(slug, chosen)
                .map(at -> view(at, SheetForm.fresh(at.association().today(clock)), new Problems(), HttpStatus.OK));
    }

    @PostMapping("/espace/{association}/dons/hors-ligne")
    Mono<Rendering> enter(
            @PathVariable("association") String slug,
            @RequestParam(name = "c", required = false) @Nullable UUID chosen,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return Mono.zip(at(slug, chosen), Typed.in(exchange)).flatMap(both -> {
            At at = both.getT1();
            PublishedCampaign to = at.chosen();
            SheetForm form = SheetForm.read(both.getT2());
            if (to == null) {
                return Mono.just(view(at, form, new Problems(), HttpStatus.CONFLICT));
            }
            Problems problems = form.check(to.plan(), at.association().today(clock));
            if (!problems.none()) {
                return Mono.just(view(at, form, problems, HttpStatus.UNPROCESSABLE_CONTENT));
            }
            if (both.getT2().on("suite")) {
                return Mono.just(view(at, form.withRoom(at.association().today(clock)), problems, HttpStatus.OK));
            }
            if (form.filled().isEmpty()) {
                problems.add("montant-0", "offline.problem.empty");
                return Mono.just(view(
                        at, form.withRoom(at.association().today(clock)), problems, HttpStatus.UNPROCESSABLE_CONTENT));
            }
            return sheets.enter(at.association(), to, form, Language.of(exchange), acting.id())
                    .thenReturn(SeeOther.to("/espace/" + slug + "/dons/hors-ligne/suivi?fait=saisis"));
        });
    }

    private Mono<At> at(String slug, @Nullable UUID chosen) {
        return associations
                .at(slug)
                .flatMap(association -> campaigns
                        .publishedBy(association.id())
                        .collectList()
                        .flatMap(all -> chosen == null || all.stream().anyMatch(one -> is(one, chosen))
                                ? Mono.just(new At(association, all, chosen))
                                : NotFound.page()));
    }

    private static boolean is(PublishedCampaign campaign, UUID id) {
        return campaign.campaign().id().value().equals(id);
    }

    private static Rendering view(At at, SheetForm form, Problems problems, HttpStatus status) {
        return Rendering.view("donation/offline-sheet")
                .modelAttribute("page", page(at, form))
                .modelAttribute("form", form)
                .modelAttribute("problems", problems)
                .status(status)
                .build();
    }

    private static SheetPage page(At at, SheetForm form) {
        PublishedCampaign to = at.chosen();
        List<SheetRow> filled = form.filled();
        return new SheetPage(
                at.association().slug(),
                at.campaigns().stream()
                        .map(one -> new SheetPage.Choice(
                                one.campaign().id().value(), one.plan().title(), one.equals(to)))
                        .toList(),
                to == null ? null : to.campaign().id().value(),
                to == null
                        ? List.of()
                        : to.plan().lines().stream()
                                .filter(line -> line.askedCents() > 0 && !line.collectionCosts())
                                .toList(),
                at.association().receipts().declared(),
                filled.isEmpty() ? 0 : filled.get(filled.size() - 1).number() + 1);
    }

    /** @param wanted the campaign that was asked for, none for the newest */
    private record At(
            Association association,
            List<PublishedCampaign> campaigns,
            @Nullable UUID wanted) {

        @Nullable
        PublishedCampaign chosen() {
            return campaigns.stream()
                    .filter(one -> wanted == null || is(one, wanted))
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * @param chosen the campaign the sheet is for, none when the association has published none
     * @param next number of the row where typing goes on
     */
    record SheetPage(
            String slug,
            List<Choice> campaigns,
            @Nullable UUID chosen,
            List<Plan.BudgetLine> lines,
            boolean receipts,
            int next) {

        public List<String> means() {
            return SheetRow.MEANS.stream().map(Means::field).toList();
        }

        record Choice(UUID id, String title, boolean chosen) {}
    }
}
