package org.tremplin.association.profile;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** A volunteer brings their association here and becomes its president. */
@Controller
class CreationController {

    private final Profiles profiles;

    CreationController(Profiles profiles) {
        this.profiles = profiles;
    }

    @GetMapping("/espace/nouvelle-association")
    Mono<Rendering> form() {
        return profiles.onlyOne()
                .map(name -> onlyOne(name, HttpStatus.OK))
                .switchIfEmpty(Mono.fromSupplier(() -> view(ProfileForm.EMPTY, new Problems(), HttpStatus.OK)));
    }

    /** {@code suite}: {@code campagne} goes on to the first campaign. */
    @PostMapping("/espace/nouvelle-association")
    Mono<Rendering> create(SignedInPerson acting, ServerWebExchange exchange) {
        return Typed.in(exchange).flatMap(typed -> {
            ProfileForm form = ProfileForm.read(typed);
            String next = typed.line("suite").equals("campagne") ? "/campagnes/nouvelle" : "";
            Problems problems = form.check();
            return problems.none()
                    ? profiles.found(form.profile(), acting.id())
                            .map(founded -> founded.fold(
                                    association -> SeeOther.to("/espace/" + association.slug() + next),
                                    name -> onlyOne(name, HttpStatus.CONFLICT)))
                    : Mono.just(view(form, problems, HttpStatus.UNPROCESSABLE_ENTITY));
        });
    }

    private static Rendering view(ProfileForm form, Problems problems, HttpStatus status) {
        return Rendering.view("association/creation")
                .modelAttribute("form", form)
                .modelAttribute("problems", problems)
                .status(status)
                .build();
    }

    private static Rendering onlyOne(String name, HttpStatus status) {
        return Rendering.view("association/only-one")
                .modelAttribute("name", name)
                .status(status)
                .build();
    }
}
