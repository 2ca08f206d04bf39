package org.tremplin.capacity.experience;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.tremplin.association.Membership;
import org.tremplin.association.Memberships;
import org.tremplin.association.Role;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.SeeOther;
import reactor.core.publisher.Mono;

/** Leads who reads a sheet to where one of their associations may comment on it. */
@Controller
class SignersController {

    static final Set<Role> WRITERS = Set.of(Role.PRESIDENT, Role.TREASURER, Role.EDITOR);

    private final PublishedSheets sheets;
    private final Memberships memberships;

    SignersController(PublishedSheets sheets, Memberships memberships) {
        this.sheets = sheets;
        this.memberships = memberships;
    }

    @GetMapping(ReturnedSheetController.HOME + "{experience}/commenter")
    Mono<Rendering> choose(@PathVariable("experience") UUID id, SignedInPerson acting) {
        return sheets.find(id)
                .flatMap(sheet -> memberships
                        .of(acting.id())
                        .filter(membership -> WRITERS.contains(membership.role()))
                        .map(membership -> signer(membership, id))
                        .collectList())
                .map(signers -> signers.size() == 1
                        ? SeeOther.to(signers.get(0).address())
                        : Rendering.view("capacity/experience-signers")
                                .modelAttribute("page", new Page(ReturnedSheetController.HOME + id, signers))
                                .build())
                .switchIfEmpty(NotFound.page());
    }

    private static Signer signer(Membership membership, UUID sheet) {
        return new Signer(membership.name(), SignedCommentController.address(membership.slug(), sheet));
    }

    /** @param signers none for who writes for no association */
    record Page(String sheet, List<Signer> signers) {}

    record Signer(String association, String address) {}
}
