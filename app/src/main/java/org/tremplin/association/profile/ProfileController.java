package org.tremplin.association.profile;

import java.util.List;
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
import org.tremplin.association.Register;
import org.tremplin.association.Rna;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Slug;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** The president keeps the profile in order: what it is, its address here, what bank statements read. */
@Controller
class ProfileController {

    static final String STATEMENT = "releve";
    static final String SLUG = "adresse";

    private final Associations associations;
    private final Profiles profiles;

    ProfileController(Associations associations, Profiles profiles) {
        this.associations = associations;
        this.profiles = profiles;
    }

    @GetMapping("/espace/{association}/profil")
    Mono<Rendering> profile(
            @PathVariable("association") String slug, @RequestParam(name = "fait", required = false) String done) {
        return associations
                .at(slug)
                .map(found -> view(found, Typing.of(found), new Problems(), done != null, HttpStatus.OK));
    }

    @PostMapping("/espace/{association}/profil")
    Mono<Rendering> change(@PathVariable("association") String slug, ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), Typed.in(exchange))
                .flatMap(both -> change(
                        both.getT1(),
                        new Typing(
                                ProfileForm.read(both.getT2()),
                                both.getT2().line(STATEMENT),
                                both.getT1().slug())));
    }

    private Mono<Rendering> change(Association association, Typing typing) {
        Problems problems = typing.form().check();
        // without a Stripe account there is nothing to copy
        String statement = typing.releve().isEmpty() ? Statement.of(association.name()) : typing.releve();
        if (!Statement.valid(statement)) {
            problems.add(STATEMENT, "profile.statement.wrong");
        }
        return problems.none()
                ? profiles.change(association.id(), typing.form().profile(), statement)
                        .thenReturn(saved(association.slug()))
                : Mono.just(view(association, typing, problems, false, HttpStatus.UNPROCESSABLE_ENTITY));
    }

    @PostMapping("/espace/{association}/adresse")
    Mono<Rendering> rename(@PathVariable("association") String slug, ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), Typed.in(exchange))
                .flatMap(both -> rename(both.getT1(), both.getT2().line(SLUG)));
    }

    private Mono<Rendering> rename(Association association, String wanted) {
        if (!Slug.valid(wanted)) {
            String like = Slug.of(wanted, association.slug());
            return refuse(association, wanted, "profile.slug.wrong", like);
        }
        return profiles.rename(association, wanted)
                .flatMap(renamed -> renamed
                        ? Mono.just(saved(wanted))
                        : profiles.freeSlugLike(wanted)
                                .flatMap(free -> refuse(association, wanted, "profile.slug.taken", free)));
    }

    private static Mono<Rendering> refuse(Association association, String wanted, String key, String proposal) {
        Typing typing = new Typing(ProfileForm.of(association), association.statement(), wanted);
        Problems problems = new Problems().add(SLUG, key, proposal);
        return Mono.just(view(association, typing, problems, false, HttpStatus.UNPROCESSABLE_ENTITY));
    }

    private static Rendering view(
            Association association, Typing typing, Problems problems, boolean saved, HttpStatus status) {
        String rna = association.rna();
        return Rendering.view("association/profile")
                .modelAttribute(
                        "page",
                        new ProfilePage(
                                association.slug(),
                                Register.of(association),
                                rna != null && Rna.unusual(rna),
                                saved,
                                association.receipts()))
                .modelAttribute("form", typing.form())
                .modelAttribute("releve", typing.releve())
                .modelAttribute("adresse", typing.adresse())
                .modelAttribute("problems", problems)
                .status(status)
                .build();
    }

    private static Rendering saved(String slug) {
        return SeeOther.to("/espace/" + slug + "/profil?fait=1");
    }

    /** The two forms of the page as typed. */
    private record Typing(ProfileForm form, String releve, String adresse) {
        static Typing of(Association association) {
            return new Typing(ProfileForm.of(association), association.statement(), association.slug());
        }
    }

    /** @param unusualRna whether the RNA holds letters */
    record ProfilePage(
            String slug, List<Register> registers, boolean unusualRna, boolean saved, Association.Receipts receipts) {}
}
