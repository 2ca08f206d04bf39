package org.tremplin.transparency.use;

import java.util.Arrays;
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
import org.tremplin.association.Role;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.security.RoleLookup;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import org.tremplin.transparency.Remainder;
import org.tremplin.transparency.RemainderText;
import org.tremplin.transparency.Remainders;
import reactor.core.publisher.Mono;

/** States what becomes of the money of an ended campaign that was not spent. */
@Controller
class RemainderController {

    private static final String PAGE = "/espace/{association}/c/{id}/reliquat";
    private static final int LONGEST_NAME = 160;

    private final Associations associations;
    private final Campaigns campaigns;
    private final Remainders remainders;
    private final RoleLookup roles;

    RemainderController(Associations associations, Campaigns campaigns, Remainders remainders, RoleLookup roles) {
        this.associations = associations;
        this.campaigns = campaigns;
        this.remainders = remainders;
        this.roles = roles;
    }

    @GetMapping(PAGE)
    Mono<Rendering> show(
            @PathVariable("association") String slug,
            @PathVariable("id") UUID id,
            @RequestParam(name = "fait", required = false) @Nullable String done,
            ServerWebExchange exchange) {
        return of(slug, id)
                .flatMap(of -> view(of, Told.NOTHING, done != null, new Problems(), HttpStatus.OK, exchange));
    }

    /** Fields {@code sort}, {@code vers}, {@code campagne} and {@code raison}. */
    @PostMapping(PAGE)
    Mono<Rendering> state(
            @PathVariable("association") String slug,
            @PathVariable("id") UUID id,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return Mono.zip(of(slug, id), Typed.in(exchange).map(Told::of), roles.roleOf(acting.id(), slug))
                .flatMap(read -> {
                    Of of = read.getT1();
                    Told told = read.getT2();
                    Problems problems = told.problems(of.others());
                    Remainder.Fate fate = told.fate();
                    if (!problems.none() || fate == null) {
                        return view(of, told, false, problems, HttpStatus.UNPROCESSABLE_CONTENT, exchange);
                    }
                    return remainders
                            .state(
                                    of.association(),
                                    of.campaign(),
                                    told.wish(fate, of),
                                    acting.id(),
                                    Role.valueOf(read.getT3()))
                            .map(stated -> SeeOther.to(of.page() + "?fait=oui"))
                            // something came in between: the page says what
                            .switchIfEmpty(Mono.defer(
                                    () -> view(of, told, false, new Problems(), HttpStatus.CONFLICT, exchange)));
                });
    }

    private Mono<Rendering> view(
            Of of, Told told, boolean done, Problems problems, HttpStatus status, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return Mono.zip(
                        remainders.rest(of.campaign()),
                        remainders.of(of.campaign().campaign().id().value()))
                .map(read -> Rendering.view("transparency/remainder")
                        .modelAttribute("page", page(of, read.getT1(), read.getT2(), done, locale))
                        .modelAttribute("told", told)
                        .modelAttribute("problems", problems)
                        .status(status)
                        .build());
    }

    private static RemainderPage page(
            Of of, Remainders.Rest rest, List<Remainder> stated, boolean done, Locale locale) {
        return new RemainderPage(
                of.page(),
                "/espace/" + of.association().slug() + "/depenses",
                of.campaign().campaign().slug(),
                of.campaign().plan().title(),
                of.campaign().plan().language(),
                MoneyText.exact(rest.leftCents(), locale),
                rest.obstacle() == null ? null : rest.obstacle().name(),
                Remainder.terms(of.campaign().plan(), of.campaign().campaign().goal(), rest.receivedCents()),
                of.association().object(),
                of.others().stream()
                        .map(one -> new Choice(one.campaign().slug(), one.plan().title()))
                        .toList(),
                stated.stream().map(one -> RemainderText.of(one, locale)).toList(),
                done);
    }

    private Mono<Of> of(String slug, UUID id) {
        return associations
                .at(slug)
                .flatMap(association -> campaigns
                        .publishedBy(association.id())
                        .collectList()
                        .flatMap(all -> Mono.justOrEmpty(all.stream()
                                .filter(one -> one.campaign().id().equals(new CampaignId(id)))
                                .findFirst()
                                .map(campaign -> new Of(
                                        association,
                                        campaign,
                                        all.stream()
                                                .filter(one -> !one.equals(campaign))
                                                .toList())))))
                .switchIfEmpty(NotFound.page());
    }

    /** @param others campaigns of the association, where it may be carried over to */
    private record Of(Association association, PublishedCampaign campaign, List<PublishedCampaign> others) {

        String page() {
            return "/espace/" + association.slug() + "/c/"
                    + campaign.campaign().id().value() + "/reliquat";
        }

        String title(String slug) {
            return others.stream()
                    .filter(one -> one.campaign().slug().equals(slug))
                    .map(one -> one.plan().title())
                    .findFirst()
                    .orElse("");
        }
    }

    /**
     * @param obstacle names its text {@code remainder.obstacle.<obstacle>}, none when it can be stated
     * @param stated the newest first
     */
    record RemainderPage(
            String here,
            String back,
            String slug,
            String title,
            String language,
            String left,
            @Nullable String obstacle,
            String terms,
            String object,
            List<Choice> campaigns,
            List<RemainderText> stated,
            boolean done) {

        public List<Remainder.Fate> fates() {
            return Arrays.stream(Remainder.Fate.values())
                    .filter(fate -> fate != Remainder.Fate.CAMPAIGN || !campaigns.isEmpty())
                    .toList();
        }
    }

    record Choice(String slug, String title) {}

    /** As typed. */
    record Told(String sort, String vers, String campagne, String raison) {

        static final Told NOTHING = new Told("", "", "", "");

        static Told of(Typed typed) {
            return new Told(typed.line("sort"), typed.line("vers"), typed.line("campagne"), typed.text("raison"));
        }

        Remainder.@Nullable Fate fate() {
            return Arrays.stream(Remainder.Fate.values())
                    .filter(one -> one.name().equals(sort))
                    .findFirst()
                    .orElse(null);
        }

        Problems problems(List<PublishedCampaign> others) {
            Problems problems = new Problems();
            Remainder.Fate fate = fate();
            if (fate == null) {
                problems.add("sort", "remainder.problem.fate");
            } else if (fate == Remainder.Fate.PURPOSE && (vers.isEmpty() || vers.length() > LONGEST_NAME)) {
                problems.add("vers", vers.isEmpty() ? "remainder.problem.to" : "expense.problem.long", LONGEST_NAME);
            } else if (fate == Remainder.Fate.CAMPAIGN
                    && others.stream().noneMatch(one -> one.campaign().slug().equals(campagne))) {
                problems.add("campagne", "remainder.problem.campaign");
            }
            if (raison.isEmpty() || raison.length() > InvoiceCheck.LONGEST_TEXT) {
                problems.add(
                        "raison",
                        raison.isEmpty() ? "expense.problem.reason" : "expense.problem.long",
                        InvoiceCheck.LONGEST_TEXT);
            }
            return problems;
        }

        Remainder.Wish wish(Remainder.Fate fate, Of of) {
            return switch (fate) {
                case PURPOSE -> Remainder.Wish.purpose(vers, raison);
                case CAMPAIGN -> new Remainder.Wish(fate, of.title(campagne), campagne, raison);
                case OBJECT -> new Remainder.Wish(fate, of.association().object(), null, raison);
                case REFUND -> new Remainder.Wish(fate, "", null, raison);
            };
        }
    }
}
