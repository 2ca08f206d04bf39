package org.tremplin.campaign.design;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.campaign.Plan;
import org.tremplin.platform.file.Files;
import org.tremplin.platform.file.Pictures;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Takes the picture of a campaign. */
@Controller
class CoverController {

    private static final long TRIES = 5;
    private static final int ALT = 300;

    private final Editor editor;
    private final Drafts drafts;
    private final Pictures pictures;
    private final Files files;
    private final EditorPages pages;
    private final TransactionalOperator transaction;

    CoverController(
            Editor editor,
            Drafts drafts,
            Pictures pictures,
            Files files,
            EditorPages pages,
            TransactionalOperator transaction) {
        this.editor = editor;
        this.drafts = drafts;
        this.pictures = pictures;
        this.files = files;
        this.pages = pages;
        this.transaction = transaction;
    }

    /** Fields: {@code image}, {@code alt}; with {@code retirer} the campaign goes without a picture. */
    @PostMapping("/espace/{association}/c/{id}/couverture")
    Mono<Rendering> change(
            @PathVariable("association") String association, @PathVariable("id") UUID id, ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        // nothing is read, drawn or stored for a campaign that is not there
        return editor.open(association, id)
                .flatMap(editing -> exchange.getMultipartData()
                        .flatMap(parts -> parts.containsKey("retirer")
                                ? onTheLatest(association, id, latest -> replace(latest, null, ""))
                                : draw(association, id, editing, parts, language)));
    }

    private Mono<Rendering> onTheLatest(String association, UUID id, Function<Editing, Mono<Rendering>> change) {
        return Mono.defer(() -> editor.open(association, id).flatMap(change))
                .retryWhen(Retry.max(TRIES).filter(ChangedMeanwhile.class::isInstance));
    }

    private Mono<Rendering> draw(
            String association, UUID id, Editing editing, MultiValueMap<String, Part> parts, Language language) {
        String alt = Optional.ofNullable(parts.getFirst("alt"))
                .filter(FormFieldPart.class::isInstance)
                .map(part -> ((FormFieldPart) part).value().strip())
                .orElse("");
        String bounded =
                alt.codePointCount(0, alt.length()) > ALT ? alt.substring(0, alt.offsetByCodePoints(0, ALT)) : alt;
        return Pictures.bytes(parts.getFirst("image"))
                .flatMap(pictures::redraw)
                .flatMap(redrawn -> redrawn.problem().isEmpty()
                        ? onTheLatest(association, id, latest -> store(latest, redrawn.jpeg(), bounded))
                        : refused(editing, redrawn.problem(), language));
    }

    /** The picture and the draft that shows it are stored together or not at all. */
    private Mono<Rendering> store(Editing editing, byte[] jpeg, String alt) {
        return files.storePublic(jpeg, "image/jpeg")
                .flatMap(cover -> replace(editing, cover, alt))
                .as(transaction::transactional);
    }

    /** A picture takes the place of another whatever else somebody, or autosave, changed meanwhile. */
    private Mono<Rendering> replace(Editing editing, @Nullable UUID cover, String alt) {
        Draft draft = editing.draft();
        return drafts.save(
                        draft.campaign().association(),
                        draft,
                        draft.plan().pictured(cover, alt),
                        draft.campaign().slug())
                .flatMap(saved -> saved instanceof Saving.Outdated
                        ? Mono.error(new ChangedMeanwhile())
                        : Mono.just(SeeOther.to(EditorPages.home(editing) + "/recit#couverture")));
    }

    private static final class ChangedMeanwhile extends RuntimeException {}

    private Mono<Rendering> refused(Editing editing, String problem, Language language) {
        Plan plan = editing.draft().plan();
        int version = editing.draft().version();
        return pages.page(editing, Step.RECIT, PitchForm.of(plan), plan, version, null, language)
                .map(page -> Rendering.view("campaign/recit")
                        .modelAttribute("page", page)
                        .modelAttribute("problems", new Problems().add("image", problem))
                        .status(HttpStatus.UNPROCESSABLE_ENTITY)
                        .build());
    }
}
