package org.tremplin.transparency.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import org.tremplin.transparency.ProofState;
import reactor.core.publisher.Mono;

/** One proof: choosing what is revealed, looking at the copy, making it public, taking it away. */
@Controller
class ProofController {

    private static final String HOME = "/espace/{association}/depenses/{expense}/justificatifs/{proof}";
    private static final int LONGEST_REASON = 300;

    private final ProofDesk desk;
    private final Proofs proofs;
    private final Adding adding;
    private final Revealing revealing;
    private final Publishing publishing;
    private final Audit audit;

    ProofController(
            ProofDesk desk, Proofs proofs, Adding adding, Revealing revealing, Publishing publishing, Audit audit) {
        this.desk = desk;
        this.proofs = proofs;
        this.adding = adding;
        this.revealing = revealing;
        this.publishing = publishing;
        this.audit = audit;
    }

    /** Shows the original to those who may see it: noted, like every opening. */
    @GetMapping(HOME)
    Mono<Rendering> show(
            @PathVariable("association") String slug,
            @PathVariable("expense") UUID expense,
            @PathVariable("proof") UUID proof,
            ServerWebExchange exchange) {
        return desk.open(slug, expense, proof)
                .flatMap(paper -> !paper.proof().isFile() || paper.proof().originalFile() == null
                        ? Mono.just(SeeOther.to(paper.folder().home()))
                        : audit.note("proof.opened", paper.proof().association(), proof)
                                .then(reveal(
                                        paper,
                                        new Problems(),
                                        Language.of(exchange).locale())));
    }

    /** Field {@code zone}, once for each. */
    @PostMapping(HOME + "/zones")
    Mono<Rendering> reveal(
            @PathVariable("association") String slug,
            @PathVariable("expense") UUID expense,
            @PathVariable("proof") UUID proof,
            ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return Mono.zip(desk.open(slug, expense, proof), exchange.getFormData()).flatMap(both -> {
            ProofDesk.Paper paper = both.getT1();
            List<String> typed = both.getT2().getOrDefault("zone", List.of());
            return proofs.pages(proof)
                    .count()
                    .flatMap(pages -> revealing.reveal(paper.proof(), Zone.read(typed, pages.intValue())))
                    .flatMap(answer -> next(paper, answer, "zones", locale));
        });
    }

    /** Field {@code fichier}: a copy that was redacted elsewhere. */
    @PostMapping(HOME + "/copie-caviardee")
    Mono<Rendering> take(
            @PathVariable("association") String slug,
            @PathVariable("expense") UUID expense,
            @PathVariable("proof") UUID proof,
            ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return desk.open(slug, expense, proof)
                .flatMap(paper -> exchange.getMultipartData()
                        .flatMap(parts -> adding.drawn(
                                Mono.defer(() -> ProofDesk.bytes(parts.getFirst("fichier"))),
                                (file, drawing) -> revealing.take(paper.proof(), drawing)))
                        .flatMap(answer -> next(paper, answer, "fichier", locale)));
    }

    private Mono<Rendering> next(ProofDesk.Paper paper, Answer answer, String field, Locale locale) {
        return answer.done()
                ? Mono.just(SeeOther.to(paper.home() + "/copie"))
                : reveal(paper, new Problems().add(field, answer.key()), locale);
    }

    private Mono<Rendering> reveal(ProofDesk.Paper paper, Problems problems, Locale locale) {
        Proof proof = paper.proof();
        return proofs.pages(proof.id())
                .map(page -> RevealPage.sheet(page, paper.home(), proof.zones()))
                .collectList()
                .map(sheets -> Rendering.view("transparency/reveal")
                        .modelAttribute("page", page(paper, sheets, locale))
                        .modelAttribute("problems", problems)
                        .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY)
                        .build());
    }

    private static RevealPage page(ProofDesk.Paper paper, List<RevealPage.Sheet> sheets, Locale locale) {
        List<RevealPage.Chosen> free = new ArrayList<>();
        for (Zone zone : paper.proof().zones()) {
            if (!RevealPage.named(zone, sheets)) {
                free.add(new RevealPage.Chosen(zone.written(), zone.page(), free.size() + 1));
            }
        }
        return new RevealPage(
                paper.home(),
                paper.folder().home(),
                MoneyText.exact(paper.folder().expense().cents(), locale),
                paper.proof().state().open(),
                paper.proof().ownCopy(),
                sheets,
                free);
    }

    @GetMapping(HOME + "/copie")
    Mono<Rendering> copy(
            @PathVariable("association") String slug,
            @PathVariable("expense") UUID expense,
            @PathVariable("proof") UUID proof,
            ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return desk.open(slug, expense, proof).flatMap(paper -> copy(paper, new Problems(), locale));
    }

    /** Fields: {@code vu} where something was found, {@code copie} the fingerprint of the copy that was shown. */
    @PostMapping(HOME + "/publication")
    Mono<Rendering> publish(
            @PathVariable("association") String slug,
            @PathVariable("expense") UUID expense,
            @PathVariable("proof") UUID proof,
            ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return Mono.zip(desk.open(slug, expense, proof), Typed.in(exchange)).flatMap(both -> {
            ProofDesk.Paper paper = both.getT1();
            Typed typed = both.getT2();
            return publishing
                    .confirm(
                            paper.folder().expense(),
                            proof,
                            typed.on("vu"),
                            typed.line("copie"),
                            desk.today(paper.folder().association()))
                    .flatMap(answer -> answer.done()
                            ? Mono.just(SeeOther.to(paper.folder().home()))
                            : copy(
                                    paper,
                                    new Problems()
                                            .add(answer.problem().equals("look") ? "vu" : "publier", answer.key()),
                                    locale));
        });
    }

    private Mono<Rendering> copy(ProofDesk.Paper paper, Problems problems, Locale locale) {
        Proof proof = paper.proof();
        if (!proof.isFile() || proof.state() == ProofState.COVERED) {
            return Mono.just(
                    SeeOther.to(proof.isFile() ? paper.home() : paper.folder().home()));
        }
        return revealing
                .findings(proof)
                .map(found -> Rendering.view("transparency/copy")
                        .modelAttribute("page", shown(paper, found, locale))
                        .modelAttribute("problems", problems)
                        .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY)
                        .build());
    }

    private static CopyPage shown(ProofDesk.Paper paper, List<Finding> found, Locale locale) {
        Proof proof = paper.proof();
        Proof.Copy copy = proof.copy();
        String original = proof.originalHash();
        return new CopyPage(
                paper.home(),
                paper.folder().home(),
                MoneyText.exact(paper.folder().expense().cents(), locale),
                proof.state().name().toLowerCase(Locale.ROOT),
                copy == null || proof.state() == ProofState.WITHDRAWN ? null : paper.home() + "/copie.png",
                copy == null ? 0 : copy.width(),
                copy == null ? 0 : copy.height(),
                original == null ? "" : original,
                copy == null ? null : copy.hash(),
                proof.warnings().stream().sorted().toList(),
                Finding.texts(found),
                paper.folder().expense().state().effective());
    }

    @GetMapping(HOME + "/retrait")
    Mono<Rendering> askToWithdraw(
            @PathVariable("association") String slug,
            @PathVariable("expense") UUID expense,
            @PathVariable("proof") UUID proof) {
        return desk.open(slug, expense, proof).map(paper -> withdrawal(paper, "", new Problems()));
    }

    /** Field {@code raison}, public. */
    @PostMapping(HOME + "/retrait")
    Mono<Rendering> withdraw(
            @PathVariable("association") String slug,
            @PathVariable("expense") UUID expense,
            @PathVariable("proof") UUID proof,
            ServerWebExchange exchange) {
        return Mono.zip(desk.open(slug, expense, proof), Typed.in(exchange)).flatMap(both -> {
            ProofDesk.Paper paper = both.getT1();
            String reason = both.getT2().line("raison");
            @Nullable
            String problem = reason.isEmpty()
                    ? "proof.withdraw.problem.none"
                    : reason.codePointCount(0, reason.length()) > LONGEST_REASON ? "proof.withdraw.problem.long" : null;
            return problem == null
                    ? publishing
                            .withdraw(
                                    paper.proof(),
                                    reason,
                                    desk.today(paper.folder().association()))
                            .thenReturn(SeeOther.to(paper.folder().home()))
                    : Mono.just(withdrawal(paper, reason, new Problems().add("raison", problem, LONGEST_REASON)));
        });
    }

    private static Rendering withdrawal(ProofDesk.Paper paper, String reason, Problems problems) {
        return Rendering.view("transparency/withdrawal")
                .modelAttribute("home", paper.home())
                .modelAttribute("back", paper.folder().home())
                .modelAttribute("reason", reason)
                .modelAttribute("published", paper.proof().state() == ProofState.PUBLISHED)
                .modelAttribute("problems", problems)
                .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY)
                .build();
    }

    @PostMapping(HOME + "/abandon")
    Mono<Rendering> discard(
            @PathVariable("association") String slug,
            @PathVariable("expense") UUID expense,
            @PathVariable("proof") UUID proof) {
        return desk.open(slug, expense, proof)
                .flatMap(paper -> publishing
                        .discard(paper.proof())
                        .thenReturn(SeeOther.to(paper.folder().home())));
    }
}
