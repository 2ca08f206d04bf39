package org.tremplin.notification;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.DemoOnly;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The mailbox of the demonstration: every mail it would have sent, for everybody to read. Demo only. */
@Controller
@DemoOnly
class OutboxController {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final int PAGE = 20;

    private final Outbox outbox;
    private final Carrier carrier;
    private final Enclosures enclosures;
    private final Seal seal;
    private final Scheduler threads;

    OutboxController(
            Outbox outbox,
            Carrier carrier,
            Enclosures enclosures,
            Seal seal,
            @Qualifier("mailScheduler") Scheduler threads) {
        this.outbox = outbox;
        this.carrier = carrier;
        this.enclosures = enclosures;
        this.seal = seal;
        this.threads = threads;
    }

    @GetMapping("/demo/courrier")
    Mono<Rendering> list(
            @RequestParam(name = "avant", required = false) @Nullable UUID before, ServerWebExchange exchange) {
        return outbox.before(before == null ? Outbox.FROM_THE_TOP : before, PAGE + 1)
                .collectList()
                .flatMap(mails -> written(() -> page(mails, exchange)))
                .map(page -> Rendering.view("notification/outbox")
                        .modelAttribute("page", page)
                        .build());
    }

    @GetMapping("/demo/courrier/{id}")
    Mono<Rendering> one(@PathVariable("id") UUID id, ServerWebExchange exchange) {
        return outbox.find(id)
                .filter(mail -> mail.sealedValues() != null)
                .switchIfEmpty(NotFound.page())
                .flatMap(mail ->
                        enclosures.valuesThen(mail).flatMap(values -> written(() -> page(mail, values, exchange))))
                .map(page -> Rendering.view("notification/mail")
                        .modelAttribute("page", page)
                        .build());
    }

    private OutboxPage page(List<StoredMail> mails, ServerWebExchange exchange) {
        boolean more = mails.size() > PAGE;
        List<StoredMail> shown = more ? mails.subList(0, PAGE) : mails;
        return new OutboxPage(
                shown.stream().map(mail -> line(mail, exchange)).toList(),
                more ? shown.get(PAGE - 1).id() : null);
    }

    private OutboxPage.Line line(StoredMail mail, ServerWebExchange exchange) {
        byte[] sealed = mail.sealedValues();
        String subject = sealed == null
                ? null
                : carrier.read(mail, seal.open(mail.id(), sealed)).subject();
        return new OutboxPage.Line(
                mail.id(), subject, mail.recipient(), mail.language().code(), day(mail, exchange));
    }

    private MailPage page(StoredMail mail, Map<String, Object> values, ServerWebExchange exchange) {
        RenderedMail read = carrier.read(mail, values);
        return new MailPage(
                read.subject(),
                mail.recipient(),
                mail.language().code(),
                day(mail, exchange),
                read.text(),
                MailPage.linksOf(read.text()));
    }

    /** Rendering reads files and takes its time. */
    private <T> Mono<T> written(Callable<T> writing) {
        return Mono.fromCallable(writing).subscribeOn(threads);
    }

    private static String day(StoredMail mail, ServerWebExchange exchange) {
        return DayText.moment(mail.createdAt(), ZONE, Language.of(exchange).locale());
    }
}
