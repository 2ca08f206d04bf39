package org.tremplin.platform.database;

import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.tcp.TcpResources;

/** The connections of the application to its database. */
@Configuration(proxyBeanMethods = false)
class DatabaseLine {

    /** Longer than any statement may take (statementTimeout in application.yaml). */
    private static final Duration NO_ANSWER = Duration.ofSeconds(30);

    /**
     * For the server, which does not see that a line was lost without a word: a transaction whose next statement never
     * comes would keep its locks for ever, and gifts would wait behind them.
     */
    private static final Map<String, String> NO_QUESTION = Map.of(
            "idle_in_transaction_session_timeout", "30s",
            "tcp_keepalives_idle", "60",
            "tcp_keepalives_interval", "10",
            "tcp_keepalives_count", "3");

    @Bean
    ConnectionFactoryOptionsBuilderCustomizer neverSilentForEver() {
        return options -> options.option(
                        PostgresqlConnectionFactoryProvider.LOOP_RESOURCES,
                        new WatchedLoops(TcpResources.get(), NO_ANSWER))
                .option(PostgresqlConnectionFactoryProvider.OPTIONS, NO_QUESTION);
    }
}
