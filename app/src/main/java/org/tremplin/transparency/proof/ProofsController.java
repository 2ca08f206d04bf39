package org.tremplin.transparency.proof;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.multipart.Part;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import org.tremplin.transparency.ExpenseState;
import org.tremplin.transparency.ProofState;
import org.tremplin.transparency.PublicProof;
import org.tremplin.transparency.PublicProofs;
import reactor.core.publisher.Mono;

/** The proofs of one expense: which there are, adding one, stating instead of showing a payslip. */
@Controller
class ProofsController {

    private static final String HOME = "/espace/{association}/depenses/{expense}/justificatifs";
    private static final Set<ExpenseState> OPEN =
            Set.of(ExpenseState.DRAFT, ExpenseState.SUBMITTED, ExpenseState.APPROVED, ExpenseState.PAID);

    private final ProofDesk desk;
    private final Proofs proofs;
    private final Adding adding;
    private final Publishing publishing;
    private final PublicProofs shown;
    private final MessageSource messages;

    ProofsController(
            ProofDesk desk,
            Proofs proofs,
            Adding adding,
            Publishing publishing,
            PublicProofs shown,
            MessageSource messages) {
        this.desk = desk;
        this.proofs = proofs;
        this.adding = adding;
        this.publishing = publishing;
        this.shown = shown;
        this.messages = messages;
    }

    @GetMapping(HOME)
    Mono<Rendering> list(
            @PathVariable("association") String slug,
            @PathVariable("expense") UUID expense,
            ServerWebExchange exchange) {
        return desk.open(slug, expense)
                .flatMap(folder ->
                        list(folder, new Problems(), Language.of(exchange).locale()));
    }

    /** Fields: {@code fichier}, {@code genre}. */
    @PostMapping(HOME)
    Mono<Rendering> add(
            @PathVariable("association") String slug,
            @PathVariable("expense") UUID expense,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        // nothing is read or drawn for an expense that is not there
        return desk.open(slug, expense)
                .flatMap(folder -> exchange.getMultipartData()
                        .flatMap(parts -> add(folder, parts, acting))
                        .flatMap(answer -> answer.proof() == null
                                ? list(folder, new Problems().add("fichier", answer.key()), locale)
                                : Mono.just(SeeOther.to(
                                        folder.home() + "/" + answer.proof().id()))));
    }

    private Mono<Answer> add(ProofDesk.Folder folder, MultiValueMap<String, Part> parts, SignedInPerson acting) {
        if (!OPEN.contains(folder.expense().state())) {
            return Mono.just(Answer.refused("closed"));
        }
        Part file = parts.getFirst("fichier");
        return adding.add(
                folder.expense(),
                kind(ProofDesk.field(parts, "genre")),
                ProofDesk.name(file),
                Mono.defer(() -> ProofDesk.bytes(file)),
                acting.id());
    }

    @GetMapping(HOME + "/attestation")
    Mono<Rendering> statement(@PathVariable("association") String slug, @PathVariable("expense") UUID expense) {
        return desk.open(slug, expense).map(folder -> form(folder, AttestationForm.EMPTY, new Problems()));
    }

    /** Fields: {@code du}, {@code au}, {@code fonction}, {@code part}, {@code montant}, {@code signe}, {@code vu}. */
    @PostMapping(HOME + "/attestation")
    Mono<Rendering> attest(
            @PathVariable("association") String slug,
            @PathVariable("expense") UUID expense,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return Mono.zip(desk.open(slug, expense), Typed.in(exchange).map(AttestationForm::of))
                .flatMap(both -> {
                    ProofDesk.Folder folder = both.getT1();
                    AttestationForm form = both.getT2();
                    Problems problems = form.check();
                    if (problems.none() && !OPEN.contains(folder.expense().state())) {
                        problems.add("du", "proof.problem.closed");
                    }
                    return problems.none() ? attest(folder, form, acting) : Mono.just(form(folder, form, problems));
                });
    }

    private Mono<Rendering> attest(ProofDesk.Folder folder, AttestationForm form, SignedInPerson acting) {
        Set<String> warnings =
                Finding.kinds(form.findings()).stream().map(Finding.Kind::code).collect(Collectors.toSet());
        return adding.attest(folder.expense(), text(form), warnings, ProofState.PREPARED, acting.id())
                .flatMap(answer -> answer.proof() == null
                        ? Mono.just(form(folder, form, new Problems().add("du", answer.key())))
                        : publishing
                                .confirm(
                                        folder.expense(),
                                        answer.proof().id(),
                                        true,
                                        "",
                                        desk.today(folder.association()))
                                .thenReturn(SeeOther.to(folder.home())));
    }

    /** In the language of the association's public pages, as donors will read it. */
    private String text(AttestationForm form) {
        Locale french = Locale.FRENCH;
        return messages.getMessage(
                "proof.attest.text",
                new Object[] {
                    DayText.text(form.from().orElseThrow(), french),
                    DayText.text(form.to().orElseThrow(), french),
                    form.fonction(),
                    form.share(),
                    MoneyText.exact(form.cents(), french)
                },
                french);
    }

    private Rendering form(ProofDesk.Folder folder, AttestationForm form, Problems problems) {
        return Rendering.view("transparency/attestation")
                .modelAttribute("home", folder.home())
                .modelAttribute("form", form)
                .modelAttribute("problems", problems)
                .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY)
                .build();
    }

    private Mono<Rendering> list(ProofDesk.Folder folder, Problems problems, Locale locale) {
        return Mono.zip(
                        proofs.of(
                                        folder.expense().association(),
                                        folder.expense().id())
                                .map(proof -> row(folder, proof, locale))
                                .collectList(),
                        shown.of(List.of(folder.expense().id()))
                                .filter(PublicProof::earlier)
                                .map(proof -> earlier(proof, locale))
                                .collectList())
                .map(read -> Rendering.view("transparency/proofs")
                        .modelAttribute("page", page(folder, read.getT1(), read.getT2(), locale))
                        .modelAttribute("problems", problems)
                        .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY)
                        .build());
    }

    private static ProofsPage.Earlier earlier(PublicProof proof, Locale locale) {
        return new ProofsPage.Earlier(
                proof.kind(), DayText.text(proof.day(), locale), proof.address(), proof.statement(), proof.proves());
    }

    private static ProofsPage page(
            ProofDesk.Folder folder, List<ProofsPage.Row> rows, List<ProofsPage.Earlier> earlier, Locale locale) {
        return new ProofsPage(
                folder.home(),
                "/espace/" + folder.association().slug() + "/depenses/"
                        + folder.expense().id(),
                MoneyText.exact(folder.expense().cents(), locale),
                folder.expense().invoice().purpose(),
                OPEN.contains(folder.expense().state()),
                rows,
                earlier);
    }

    private static ProofsPage.Row row(ProofDesk.Folder folder, Proof proof, Locale locale) {
        String home = folder.home() + "/" + proof.id();
        Proof.Copy copy = proof.copy();
        return new ProofsPage.Row(
                proof.state() == ProofState.COVERED ? home : home + "/copie",
                proof.kind().name().toLowerCase(Locale.ROOT),
                proof.state().name().toLowerCase(Locale.ROOT),
                proof.fileName(),
                DayText.row(proof.addedAt().atZone(folder.association().zone()).toLocalDate(), locale),
                copy != null && proof.state() == ProofState.PUBLISHED
                        ? PublicCopyController.address(copy.hash())
                        : null,
                proof.originalHash(),
                copy == null ? null : copy.hash(),
                proof.statement(),
                Optional.ofNullable(proof.withdrawnOn())
                        .map(day -> DayText.text(day, locale))
                        .orElse(null),
                proof.reason(),
                proof.state().open());
    }

    private static Proof.Kind kind(@Nullable String typed) {
        return switch (typed == null ? "" : typed) {
            case "devis" -> Proof.Kind.QUOTE;
            case "ticket" -> Proof.Kind.RECEIPT;
            case "autre" -> Proof.Kind.OTHER;
            default -> Proof.Kind.INVOICE;
        };
    }
}
