package org.tremplin.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.TestDatabase;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.tcp.TcpClient;
import reactor.netty.tcp.TcpResources;
import reactor.netty.tcp.TcpServer;

/** A line on which nothing comes any more, and nobody says so. */
class SilenceTest {

    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Takes everything and answers only what begins with "answer". */
    private final DisposableServer server = TcpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle((in, out) -> out.sendString(
                            in.receive().asString().filter(text -> text.startsWith("answer")),
                            java.nio.charset.StandardCharsets.UTF_8)
                    .neverComplete())
            .bindNow();

    @AfterEach
    void close() {
        server.disposeNow();
    }

    @Test
    void breaksAConnectionWhoseQuestionIsNotAnswered() {
        Connection asked = connect();
        asked.outbound().sendString(Mono.just("silence")).then().block(PATIENCE);
        asked.onDispose().block(PATIENCE);
        assertThat(asked.isDisposed()).isTrue();
    }

    @Test
    void leavesConnectionsAloneThatAskNothingOrGotTheirAnswer() {
        Connection idle = connect();
        Connection answered = connect();
        answered.outbound().sendString(Mono.just("answer")).then().block(PATIENCE);
        assertThat(answered.inbound().receive().asString().blockFirst(PATIENCE)).isEqualTo("answer");
        Connection asked = connect();
        asked.outbound().sendString(Mono.just("silence")).then().block(PATIENCE);
        asked.onDispose().block(PATIENCE);
        assertThat(idle.isDisposed()).isFalse();
        idle.disposeNow();
    }

    @Test
    void watchesTheConnectionsOfTheApplication() {
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(R2dbcAutoConfiguration.class))
                .withUserConfiguration(DatabaseLine.class)
                .withPropertyValues(
                        "spring.r2dbc.url=" + TestDatabase.blank().r2dbcUrl(),
                        "spring.r2dbc.username=" + TestDatabase.user(),
                        "spring.r2dbc.password=" + TestDatabase.password())
                .run(context -> assertThat(context.getBean(DatabaseClient.class)
                                .sql("select 1")
                                .map(row -> row.get(0, Integer.class))
                                .one()
                                .block())
                        .isEqualTo(1));
    }

    private Connection connect() {
        return TcpClient.create()
                .runOn(new WatchedLoops(TcpResources.get(), LIMIT))
                .host("127.0.0.1")
                .port(server.port())
                .connectNow(PATIENCE);
    }
}
