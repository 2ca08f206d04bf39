package org.tremplin.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.notification.Mail;
import org.tremplin.notification.Mails;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** Lets people in by what was mailed to them. Knows no password, and treats known and unknown addresses alike. */
@Component
class Doorkeeper {

    private final SignIns signIns;
    private final SignInLimits limits;
    private final SignInSettings settings;
    private final Codes codes;
    private final People people;
    private final Mails mails;
    private final TremplinSettings instance;
    private final Ids ids;
    private final Clock clock;
    private final TransactionalOperator transaction;

    Doorkeeper(
            SignIns signIns,
            SignInLimits limits,
            SignInSettings settings,
            Codes codes,
            People people,
            Mails mails,
            TremplinSettings instance,
            Ids ids,
            Clock clock,
            TransactionalOperator transaction) {
        this.signIns = signIns;
        this.limits = limits;
        this.settings = settings;
        this.codes = codes;
        this.people = people;
        this.mails = mails;
        this.instance = instance;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Mails a link and a code to a plausible address, whoever has it. */
    Mono<Asked> ask(String email, Language language, String wanted, String block) {
        String normal = People.normal(email);
        SignIn wish = new SignIn(ids.next(), normal, language.code(), wanted, 0, new byte[0]);
        return limits.allow(normal, block)
                .flatMap(allowed -> allowed ? mailed(wish, language, block) : Mono.just(new Asked.TooMany()))
                .as(transaction::transactional);
    }

    private Mono<Asked> mailed(SignIn wish, Language language, String block) {
        Secrets secrets = Secrets.fresh();
        Instant expires = clock.instant().plus(settings.linkLife());
        Map<String, Object> values = Map.of(
                "link",
                instance.absolute(language.to("/connexion/lien")) + "?token=" + secrets.token(),
                "code",
                secrets.code().substring(0, 3) + " " + secrets.code().substring(3),
                "minutes",
                settings.linkLife().toMinutes());
        Mail mail = Mail.of("identity.sign-in", wish.id(), wish.email(), language, "sign-in", values)
                .usefulUntil(expires);
        return signIns.write(wish, secrets, codes.hash(wish.id(), secrets.code()), block, expires)
                .then(mails.queue(mail))
                .thenReturn(new Asked.Mailed(secrets.browser()));
    }

    /** Empty when the link is unknown, used or too old. */
    Mono<SignIn> peekLink(String token) {
        return signIns.peekLink(token);
    }

    /** Empty when this browser asked for nothing that could still be answered. */
    Mono<SignIn> peekBrowser(String browser) {
        return signIns.peekBrowser(browser);
    }

    /** Empty when the link is unknown, used or too old. */
    Mono<Entry> enterByLink(String token) {
        return signIns.useLink(token).flatMap(this::welcome).as(transaction::transactional);
    }

    Mono<CodeAnswer> enterByCode(String browser, String typed) {
        String digits = typed.replaceAll("\\s", "");
        return signIns.tryCode(browser)
                .flatMap(wish -> codes.matches(wish.id(), digits, wish.codeHash())
                        ? right(wish)
                        : Mono.just(new CodeAnswer.Wrong(SignIns.TRIES - wish.tries())))
                .defaultIfEmpty(new CodeAnswer.Over())
                .as(transaction::transactional);
    }

    private Mono<CodeAnswer> right(SignIn wish) {
        return signIns.use(wish.id())
                .flatMap(used ->
                        used ? welcome(wish).<CodeAnswer>map(CodeAnswer.Right::new) : Mono.just(new CodeAnswer.Over()));
    }

    private Mono<Entry> welcome(SignIn wish) {
        return people.welcome(wish.email(), "", wish.language()).map(person -> new Entry(person.id(), wish.wanted()));
    }
}
