package org.tremplin.platform.database;

import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import java.time.Duration;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.tcp.TcpResources;

/** The connections of the application to its database. */
@Configuration(proxyBeanMethods = false)
class DatabaseLine {

    /** Longer than any statement may take (statementTimeout in application.yaml). */
    private static final Duration NO_ANSWER = Duration.ofSeconds(30);

    @Bean
    ConnectionFactoryOptionsBuilderCustomizer neverSilentForEver() {
        return options -> options.option(
                PostgresqlConnectionFactoryProvider.LOOP_RESOURCES, new WatchedLoops(TcpResources.get(), NO_ANSWER));
    }
}
