package org.tremplin.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.TestDatabase;

/** A page never waits for a statement without an end; tests of modules have connections of their own, so this asks. */
class StatementLimitTest {

    @Test
    void givesTheServerALimitForEveryStatement() {
        assertSetting("statement_timeout", "20s");
    }

    @Test
    void givesBackTheLocksOfATransactionWhoseLineWasLostWithoutAWord() {
        assertSetting("idle_in_transaction_session_timeout", "30s");
    }

    @Test
    void letsTheServerAskWhetherAnybodyIsStillThere() {
        assertSetting("tcp_keepalives_idle", "60");
    }

    private static void assertSetting(String setting, String value) {
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(R2dbcAutoConfiguration.class))
                .withUserConfiguration(DatabaseLine.class)
                .withPropertyValues(
                        "spring.r2dbc.url=" + TestDatabase.blank().r2dbcUrl(),
                        "spring.r2dbc.username=" + TestDatabase.user(),
                        "spring.r2dbc.password=" + TestDatabase.password())
                .run(context -> assertThat(context.getBean(DatabaseClient.class)
                                .sql("show " + setting)
                                .map(row -> row.get(0, String.class))
                                .one()
                                .block())
                        .isEqualTo(value));
    }
}
