package org.tremplin.operation.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.notification.MailQueue;
import org.tremplin.payment.LastSweep;
import org.tremplin.payment.ProviderNews;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.alarm.Alarm;
import org.tremplin.platform.alarm.Alarms;
import org.tremplin.platform.backup.Version;
import org.tremplin.platform.event.Backlog;
import org.tremplin.platform.web.DayText;
import reactor.core.publisher.Mono;

/** Reads alarms and the state of the parts. */
@Component
class HealthPages {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final int CLOSED = 20;
    private static final Duration MAIL_IS_LATE = Duration.ofMinutes(15);
    private static final long MEBIBYTE = 1 << 20;

    private final Alarms alarms;
    private final AlarmWords words;
    private final Backlog backlog;
    private final MailQueue mails;
    private final ProviderNews provider;
    private final ObjectProvider<LastSweep> sweep;
    private final DatabaseClient database;
    private final TremplinSettings settings;
    private final MessageSource messages;
    private final Clock clock;

    HealthPages(
            Alarms alarms,
            AlarmWords words,
            Backlog backlog,
            MailQueue mails,
            ProviderNews provider,
            ObjectProvider<LastSweep> sweep,
            DatabaseClient database,
            TremplinSettings settings,
            MessageSource messages,
            Clock clock) {
        this.alarms = alarms;
        this.words = words;
        this.backlog = backlog;
        this.mails = mails;
        this.provider = provider;
        this.sweep = sweep;
        this.database = database;
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
    }

    Mono<HealthPage> read(@Nullable String done, Locale locale) {
        Mono<List<Alarm>> open = alarms.open().collectList();
        Mono<List<Alarm>> closed = alarms.closed(CLOSED).collectList();
        Mono<List<Backlog.Stuck>> stuck = backlog.stuck().collectList();
        return Mono.zip(open, closed, stuck, Mono.zip(databaseMebibytes(), backlog.waiting(), mails.state(), news()))
                .map(read -> {
                    Moments moments = new Moments(clock.instant(), locale);
                    return new HealthPage(
                            moments.of(moments.now()),
                            read.getT1().stream()
                                    .sorted(Comparator.comparing((Alarm alarm) -> !words.grave(alarm)))
                                    .map(alarm -> line(alarm, moments))
                                    .toList(),
                            read.getT2().stream()
                                    .map(alarm -> line(alarm, moments))
                                    .toList(),
                            read.getT3().stream()
                                    .map(one -> new HealthPage.Stuck(
                                            one.handler(),
                                            one.event(),
                                            one.fact(),
                                            moments.of(one.recordedAt()),
                                            one.attempts(),
                                            one.error()))
                                    .toList(),
                            List.of(
                                    part(
                                            "database",
                                            "server",
                                            true,
                                            locale,
                                            read.getT4().getT1()),
                                    pump(read.getT4().getT2(), read.getT3().size(), locale),
                                    mail(read.getT4().getT3(), moments),
                                    provider(read.getT4().getT4().news(), moments),
                                    sweep(read.getT4().getT4().sweep(), goesOn(read.getT1()), moments)),
                            Version.running(),
                            settings.mode().name(),
                            settings.baseUrl().getHost(),
                            done);
                });
    }

    private HealthPage.Line line(Alarm alarm, Moments moments) {
        Instant closedAt = alarm.closedAt();
        Alarm.Because because = alarm.because();
        return new HealthPage.Line(
                alarm.id(),
                words.grave(alarm),
                words.title(alarm, moments.locale()),
                words.meaning(alarm, moments.locale()),
                words.next(alarm, moments.locale()),
                alarm.subject(),
                alarm.cause(),
                words.age(alarm.firstSeen(), moments.now(), moments.locale()),
                moments.of(alarm.firstSeen()),
                moments.of(alarm.lastSeen()),
                words.closesByItself(alarm),
                closedAt == null ? null : moments.of(closedAt),
                because == null ? null : "health.because." + because);
    }

    private HealthPage.Part pump(long waiting, int stuck, Locale locale) {
        return part("pump", "list", stuck == 0, locale, waiting, stuck);
    }

    private HealthPage.Part mail(MailQueue.State state, Moments moments) {
        Instant oldest = state.oldest();
        boolean late = oldest != null && oldest.isBefore(moments.now().minus(MAIL_IS_LATE));
        return part("mail", "mail", !late && state.refused() == 0, moments.locale(), state.waiting(), state.refused());
    }

    private HealthPage.Part provider(ProviderNews.News news, Moments moments) {
        Instant last = news.lastEvent();
        String name = news.provider() == null ? "none" : news.provider();
        String told = text("health.provider." + name, moments.locale());
        return last == null
                ? part("provider.silent", "coin", news.provider() != null, moments.locale(), told)
                : part("provider", "coin", news.provider() != null, moments.locale(), told, moments.of(last));
    }

    private static boolean goesOn(List<Alarm> open) {
        return open.stream().noneMatch(alarm -> alarm.kind().equals("payment.sweep_stopped"));
    }

    /** @param goesOn whether the provider answers it */
    private HealthPage.Part sweep(Optional<Instant> last, boolean goesOn, Moments moments) {
        return last.map(at -> part("sweep", "clock", goesOn, moments.locale(), moments.of(at)))
                .orElseGet(() -> part("sweep.none", "clock", true, moments.locale()));
    }

    private HealthPage.Part part(String name, String icon, boolean good, Locale locale, Object... measures) {
        String title = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        String measure = messages.getMessage("health." + name + ".measure", measures, locale);
        return new HealthPage.Part("health." + title, icon, String.valueOf(measure), good);
    }

    private Mono<Long> databaseMebibytes() {
        return database.sql("select pg_database_size(current_database())")
                .map(row -> Math.max(1, row.get(0, Long.class) / MEBIBYTE))
                .one();
    }

    private Mono<Told> news() {
        LastSweep present = sweep.getIfAvailable();
        Mono<Optional<Instant>> swept = present == null
                ? Mono.just(Optional.empty())
                : present.lastSweep().map(Optional::of).defaultIfEmpty(Optional.empty());
        return Mono.zip(provider.news(), swept, Told::new);
    }

    private String text(String key, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, locale));
    }

    private record Told(ProviderNews.News news, Optional<Instant> sweep) {}

    private record Moments(Instant now, Locale locale) {

        String of(Instant at) {
            return DayText.moment(at, ZONE, locale);
        }
    }
}
