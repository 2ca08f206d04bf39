package org.tremplin.patron.pledge;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.tremplin.identity.People;
import org.tremplin.patron.Promising;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** Takes promises that no browser sent. */
@Component
class PromisingByForm implements Promising {

    private final Promisable promisable;
    private final Pledging pledging;
    private final Pledges pledges;
    private final Accepting accepting;
    private final Releases releases;
    private final Paying paying;

    PromisingByForm(
            Promisable promisable,
            Pledging pledging,
            Pledges pledges,
            Accepting accepting,
            Releases releases,
            Paying paying) {
        this.promisable = promisable;
        this.pledging = pledging;
        this.pledges = pledges;
        this.accepting = accepting;
        this.releases = releases;
        this.paying = paying;
    }

    @Override
    public Mono<Void> agree(String campaign, Map<String, String> fields, UUID by) {
        PledgeForm form = PledgeForm.read(new Typed(MultiValueMap.fromSingleValue(fields)));
        return promisable
                .at(campaign)
                .flatMap(at -> of(at, form.email())
                        .switchIfEmpty(Mono.defer(() -> propose(at, form)))
                        .flatMap(pledge -> accepting
                                .patron(pledge.id())
                                .then(accepting.association(pledge.id(), by))
                                .then()));
    }

    private Mono<Pledge> propose(Promisable.At at, PledgeForm form) {
        Problems problems = form.check(at, Language.FR);
        return problems.none()
                ? pledging.propose(at, form, Language.FR, "")
                        .filter(proposed -> proposed == Pledging.Proposed.MAILED)
                        .switchIfEmpty(Mono.error(() -> new IllegalStateException("The promise is refused")))
                        .then(Mono.defer(() -> of(at, form.email())))
                : Mono.error(() -> new IllegalStateException("The promise is refused at " + problems.all()));
    }

    @Override
    public Mono<Void> receive(String campaign, String email, int instalment, UUID by) {
        return promisable
                .at(campaign)
                .flatMap(at -> releases.now(at.campaign().campaign().id())
                        .then(Mono.defer(() -> of(at, email)))
                        .flatMap(pledge -> {
                            Instalment one = pledge.instalments().get(instalment - 1);
                            return paying.transfer(
                                    pledge.id(),
                                    instalment,
                                    one.restCents(),
                                    one.restCents(),
                                    at.today(),
                                    "VIR " + one.reference(),
                                    at.association(),
                                    at.campaign(),
                                    by);
                        })
                        .then());
    }

    private Mono<Pledge> of(Promisable.At at, String email) {
        return pledges.of(at.campaign().campaign().id(), People.normal(email));
    }
}
