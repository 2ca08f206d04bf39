package org.tremplin.transparency.use;

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
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.donation.LineQuestions;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.security.RoleLookup;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import org.tremplin.transparency.CampaignUse;
import org.tremplin.transparency.UseOfFunds;
import reactor.core.publisher.Mono;

/** Money given to a chosen line that needs it no more: its donors are asked for their yes to another use. */
@Controller
class ToDecideController {

    private static final String PAGE = "/espace/{association}/c/{id}/a-decider";
    private static final String SHARED = "partage";

    private final Associations associations;
    private final Campaigns campaigns;
    private final UseOfFunds funds;
    private final LineQuestions questions;
    private final RoleLookup roles;

    ToDecideController(
            Associations associations,
            Campaigns campaigns,
            UseOfFunds funds,
            LineQuestions questions,
            RoleLookup roles) {
        this.associations = associations;
        this.campaigns = campaigns;
        this.funds = funds;
        this.questions = questions;
        this.roles = roles;
    }

    /** @param asked how many donors were asked just now */
    @GetMapping(PAGE)
    Mono<Rendering> show(
            @PathVariable("association") String slug,
            @PathVariable("id") UUID id,
            @RequestParam(name = "demandes", required = false) @Nullable Integer asked,
            ServerWebExchange exchange) {
        return of(slug, id).flatMap(of -> view(of, Told.NOTHING, asked, new Problems(), HttpStatus.OK, exchange));
    }

    /** Fields {@code ligne}, {@code vers} (a line, or {@code partage}) and {@code raison}. */
    @PostMapping(PAGE)
    Mono<Rendering> ask(
            @PathVariable("association") String slug,
            @PathVariable("id") UUID id,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return Mono.zip(of(slug, id), Typed.in(exchange).map(Told::of), roles.roleOf(acting.id(), slug))
                .flatMap(read -> {
                    Of of = read.getT1();
                    Told told = read.getT2();
                    CampaignUse.Line line = of.toDecide().stream()
                            .filter(one -> one.id().toString().equals(told.ligne()))
                            .findFirst()
                            .orElse(null);
                    // nothing is to be decided there any more: another donor said yes, or money was spent on it
                    Problems problems = line == null
                            ? new Problems().add("ligne", "decide.problem.line")
                            : told.problems(of.campaign().plan());
                    if (line == null || !problems.none()) {
                        return view(of, told, null, problems, HttpStatus.UNPROCESSABLE_CONTENT, exchange);
                    }
                    UUID to = told.vers().equals(SHARED) ? null : UUID.fromString(told.vers());
                    LineQuestions.Wish wish = new LineQuestions.Wish(line.id(), to, told.raison(), read.getT3());
                    return questions
                            .ask(of.association(), of.campaign(), wish, acting.id())
                            .map(asked -> SeeOther.to(of.page() + "?demandes=" + asked));
                });
    }

    private Mono<Rendering> view(
            Of of,
            Told told,
            @Nullable Integer asked,
            Problems problems,
            HttpStatus status,
            ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return questions
                .of(of.use().campaign())
                .map(all -> Rendering.view("transparency/to-decide")
                        .modelAttribute("page", page(of, all, asked, locale))
                        .modelAttribute("told", told)
                        .modelAttribute("problems", problems)
                        .status(status)
                        .build());
    }

    private static ToDecidePage page(Of of, List<LineQuestions.Asked> asked, @Nullable Integer just, Locale locale) {
        Plan plan = of.campaign().plan();
        return new ToDecidePage(
                of.page(),
                "/espace/" + of.association().slug() + "/depenses",
                "/espace/" + of.association().slug() + "/dons/",
                plan.title(),
                plan.language(),
                just,
                of.toDecide().stream()
                        .map(line -> new Line(line.id(), line.label(), MoneyText.exact(line.toDecideCents(), locale)))
                        .toList(),
                plan.lines().stream()
                        .map(line -> new Choice(line.id(), line.label()))
                        .toList(),
                asked.stream()
                        .map(one -> new Asked(
                                label(of.use(), one.wish().line()),
                                one.wish().to() == null
                                        ? null
                                        : label(of.use(), one.wish().to()),
                                one.wish().reason(),
                                DayText.text(one.on(), locale),
                                one.waiting(),
                                one.agreed(),
                                MoneyText.exact(one.agreedCents(), locale),
                                one.refused()))
                        .toList());
    }

    private static String label(CampaignUse use, @Nullable UUID id) {
        CampaignUse.Line line = id == null ? null : use.line(id);
        return line == null ? "" : line.label();
    }

    private Mono<Of> of(String slug, UUID id) {
        return associations
                .at(slug)
                .flatMap(association -> campaigns
                        .findPublished(association.id(), new CampaignId(id))
                        .flatMap(campaign -> funds.of(campaign).map(use -> new Of(association, campaign, use))))
                .switchIfEmpty(NotFound.page());
    }

    private record Of(Association association, PublishedCampaign campaign, CampaignUse use) {

        String page() {
            return "/espace/" + association.slug() + "/c/" + use.campaign() + "/a-decider";
        }

        List<CampaignUse.Line> toDecide() {
            return use.lines().stream().filter(line -> line.toDecideCents() > 0).toList();
        }
    }

    /** @param gifts where the pages of gifts begin; @param just how many donors were asked just now, or none */
    record ToDecidePage(
            String here,
            String back,
            String gifts,
            String title,
            String language,
            @Nullable Integer just,
            List<Line> lines,
            List<Choice> choices,
            List<Asked> asked) {}

    record Line(UUID id, String label, String amount) {}

    record Choice(UUID id, String label) {}

    /** @param to none where it would be shared; @param refused gifts whose donors said no */
    record Asked(
            String line,
            @Nullable String to,
            String reason,
            String day,
            int waiting,
            int agreed,
            String moved,
            List<UUID> refused) {}

    /** As typed. */
    record Told(String ligne, String vers, String raison) {

        static final Told NOTHING = new Told("", "", "");

        static Told of(Typed typed) {
            return new Told(typed.line("ligne"), typed.line("vers"), typed.text("raison"));
        }

        public boolean of(UUID line) {
            return line.toString().equals(ligne);
        }

        Problems problems(Plan plan) {
            Problems problems = new Problems();
            boolean known = vers.equals(SHARED)
                    || !vers.equals(ligne)
                            && plan.lines().stream()
                                    .anyMatch(line -> line.id().toString().equals(vers));
            if (!known) {
                problems.add("vers-" + ligne, "expense.problem.choice");
            }
            if (raison.isEmpty() || raison.length() > InvoiceCheck.LONGEST_TEXT) {
                problems.add(
                        "raison-" + ligne,
                        raison.isEmpty() ? "expense.problem.reason" : "expense.problem.long",
                        InvoiceCheck.LONGEST_TEXT);
            }
            return problems;
        }
    }
}
