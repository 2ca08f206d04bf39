package org.tremplin.campaign.design;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.tremplin.campaign.Campaign;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.SeeOther;
import reactor.core.publisher.Mono;

/** Throws a draft away, after asking once. What was public is closed, never deleted. */
@Controller
class DiscardController {

    private final Editor editor;
    private final Drafts drafts;

    DiscardController(Editor editor, Drafts drafts) {
        this.editor = editor;
        this.drafts = drafts;
    }

    @GetMapping("/espace/{association}/c/{id}/suppression")
    Mono<Rendering> ask(@PathVariable("association") String association, @PathVariable("id") UUID id) {
        return unpublished(association, id)
                .map(editing -> Rendering.view("campaign/suppression")
                        .modelAttribute(
                                "page",
                                new DiscardPage(
                                        association,
                                        EditorPages.home(editing),
                                        editing.draft().plan().title(),
                                        editing.draft().plan().language()))
                        .build());
    }

    @PostMapping("/espace/{association}/c/{id}/suppression")
    Mono<Rendering> discard(@PathVariable("association") String association, @PathVariable("id") UUID id) {
        return unpublished(association, id)
                .map(editing -> editing.draft().campaign())
                .flatMap(campaign -> drafts.discard(campaign.association(), campaign.id()))
                .map(discarded -> SeeOther.to("/espace/" + association + "/campagnes"));
    }

    private Mono<Editing> unpublished(String association, UUID id) {
        return editor.open(association, id)
                .filter(editing -> editing.draft().campaign().state() == Campaign.State.DRAFT)
                .switchIfEmpty(NotFound.page());
    }

    /** @param language of the title */
    record DiscardPage(String association, String home, String title, String language) {}
}
