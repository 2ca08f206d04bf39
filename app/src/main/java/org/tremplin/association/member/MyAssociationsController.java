package org.tremplin.association.member;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.tremplin.association.Awaiting;
import org.tremplin.association.Membership;
import org.tremplin.association.Memberships;
import org.tremplin.platform.security.SignedInPerson;
import reactor.core.publisher.Mono;

/** The associations of who is signed in. One alone is still shown: no surprise. */
@Controller
class MyAssociationsController {

    private final Memberships memberships;
    private final Awaiting awaiting;

    MyAssociationsController(Memberships memberships, Awaiting awaiting) {
        this.memberships = memberships;
        this.awaiting = awaiting;
    }

    @GetMapping("/espace")
    Mono<Rendering> mine(SignedInPerson acting) {
        return memberships
                .of(acting.id())
                .concatMap(mine -> awaiting.of(mine.association(), acting.id(), mine.role())
                        .map(acts -> new Mine(mine, acts.size())))
                .collectList()
                .map(list -> Rendering.view("association/mine")
                        .modelAttribute("page", new MinePage(list))
                        .build());
    }

    record MinePage(List<Mine> associations) {}

    /** @param awaited acts that wait for me there */
    record Mine(Membership at, int awaited) {}
}
