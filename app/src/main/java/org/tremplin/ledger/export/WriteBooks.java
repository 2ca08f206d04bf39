package org.tremplin.ledger.export;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.tremplin.ledger.AccountingExport;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class WriteBooks implements AccountingExport {

    private final Closings closings;
    private final Accounts accounts;
    private final BookPages pages;
    private final Layout layout;

    WriteBooks(Closings closings, Accounts accounts, BookPages pages, Layout layout) {
        this.closings = closings;
        this.accounts = accounts;
        this.pages = pages;
        this.layout = layout;
    }

    @Override
    public Mono<Months> months(UUID association) {
        return closings.closed(association)
                .flatMap(closed -> closings.months(association, closed)
                        .collectList()
                        .map(months -> new Months(closed.through(), months)));
    }

    @Override
    public Flux<String> fec(UUID association, Span span) {
        return Flux.just(layout.fecHead()).concatWith(lines(association, span, layout::fec));
    }

    @Override
    public Flux<String> csv(UUID association, Span span, AnalyticCodes codes) {
        return Flux.just(layout.csvHead())
                .concatWith(lines(association, span, (line, charts) -> layout.csv(line, charts, codes)));
    }

    private Flux<String> lines(UUID association, Span span, BiFunction<BookLine, Charts, String> written) {
        return Mono.zip(closings.closed(association), closings.charts(association), accounts.all(association))
                .flatMapMany(read -> {
                    Closings.Closed closed = read.getT1();
                    Charts charts = new Charts(read.getT2(), read.getT3());
                    return pages.closed(association, span)
                            .concatWith(Flux.defer(
                                    () -> pages.open(association, span, closed.firstOpenDay(), closed.lastNumber())))
                            .map(line -> written.apply(line, charts));
                });
    }

    @Override
    public Mono<Boolean> close(UUID association, YearMonth month, LocalDate today) {
        return closings.close(association, month, today);
    }

    @Override
    public Mono<Map<String, ChartAccount>> chart(UUID association) {
        return accounts.all(association);
    }

    @Override
    public Mono<Void> rename(UUID association, Map<String, ChartAccount> renamed) {
        return accounts.rename(association, renamed);
    }
}
