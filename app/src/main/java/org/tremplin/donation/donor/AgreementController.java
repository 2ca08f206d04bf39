package org.tremplin.donation.donor;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.donation.LineQuestions.Answer;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** A donor who chose a line says yes or no to another use; opening the link changes nothing. */
@Controller
class AgreementController {

    private final LineAnswers answers;
    private final Campaigns campaigns;
    private final Associations associations;

    AgreementController(LineAnswers answers, Campaigns campaigns, Associations associations) {
        this.answers = answers;
        this.campaigns = campaigns;
        this.associations = associations;
    }

    @GetMapping("/don/{token}/accord")
    Mono<Rendering> show(@PathVariable("token") String token, ServerWebExchange exchange) {
        return find(token)
                .flatMap(row -> row.answer() == Answer.YES
                        ? Mono.just(toGift(token, exchange))
                        : view(token, row, false, new Problems(), HttpStatus.OK, exchange));
    }

    /** Field {@code reponse}: {@code oui} or {@code non}. */
    @PostMapping("/don/{token}/accord")
    Mono<Rendering> answer(@PathVariable("token") String token, ServerWebExchange exchange) {
        return Mono.zip(find(token), Typed.in(exchange)).flatMap(both -> {
            String said = both.getT2().line("reponse");
            if (!said.equals("oui") && !said.equals("non")) {
                Problems problems = new Problems().add("reponse", "agreement.problem");
                return view(token, both.getT1(), false, problems, HttpStatus.UNPROCESSABLE_CONTENT, exchange);
            }
            return answers.answer(token, said.equals("oui"))
                    .flatMap(done -> done
                            ? Mono.just(toGift(token, exchange))
                            : view(token, both.getT1(), true, new Problems(), HttpStatus.CONFLICT, exchange));
        });
    }

    private Mono<LineAnswers.Row> find(String token) {
        return answers.find(token).switchIfEmpty(NotFound.page());
    }

    private Mono<Rendering> view(
            String token,
            LineAnswers.Row row,
            boolean late,
            Problems problems,
            HttpStatus status,
            ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return Mono.zip(
                        campaigns.findPublished(new CampaignId(row.campaign())),
                        associations.find(new AssociationId(row.association())))
                .map(read -> Rendering.view("donation/agreement")
                        .modelAttribute(
                                "page",
                                new AgreementPage(
                                        token,
                                        read.getT2().name(),
                                        read.getT1().plan().language(),
                                        MoneyText.brief(row.keptCents(), locale),
                                        KeptLineQuestions.label(read.getT1().plan(), row.askedLine()),
                                        row.to() == null
                                                ? null
                                                : KeptLineQuestions.label(
                                                        read.getT1().plan(), row.to()),
                                        row.reason(),
                                        "role." + row.role(),
                                        row.answer() == Answer.NO,
                                        late))
                        .modelAttribute("problems", problems)
                        .status(status)
                        .build());
    }

    private static Rendering toGift(String token, ServerWebExchange exchange) {
        return SeeOther.to(Language.of(exchange).to("/don/" + token + "#accord"));
    }

    /**
     * @param to line it would be for, none to share it by the rule; @param role key of the text that names who asks
     * @param refused whether the donor said no before; @param late nothing is left to move
     */
    record AgreementPage(
            String token,
            String association,
            String language,
            String amount,
            String line,
            @Nullable String to,
            String reason,
            String role,
            boolean refused,
            boolean late) {}
}
