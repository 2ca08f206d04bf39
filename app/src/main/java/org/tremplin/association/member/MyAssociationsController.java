package org.tremplin.association.member;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.tremplin.association.Membership;
import org.tremplin.association.Memberships;
import org.tremplin.platform.security.SignedInPerson;
import reactor.core.publisher.Mono;

/** The associations of who is signed in. One alone is still shown: no surprise. */
@Controller
class MyAssociationsController {

    private final Memberships memberships;

    MyAssociationsController(Memberships memberships) {
        this.memberships = memberships;
    }

    @GetMapping("/espace")
    Mono<Rendering> mine(SignedInPerson acting) {
        return memberships
                .of(acting.id())
                .collectList()
                .map(list -> Rendering.view("association/mine")
                        .modelAttribute("page", new MinePage(list))
                        .build());
    }

    record MinePage(List<Membership> associations) {}
}
