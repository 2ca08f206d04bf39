package org.tremplin.platform.database;

import java.sql.SQLException;
import org.flywaydb.core.internal.exception.FlywaySqlException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Says that the named database does not answer, or lets us in no further. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnreachableDatabaseAnalyzer extends AbstractFailureAnalyzer<FlywaySqlException> {

    private static final String CONNECTION = "08";
    private static final String AUTHORIZATION = "28";
    private static final String NO_SUCH_DATABASE = "3D";

    private final Environment environment;

    UnreachableDatabaseAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, FlywaySqlException cause) {
        if (!(cause.getCause() instanceof SQLException told) || told.getSQLState() == null) {
            return null;
        }
        String url = environment.getProperty("spring.r2dbc.url", "").replaceFirst("//[^/@]*@", "//");
        return switch (told.getSQLState().substring(0, 2)) {
            case CONNECTION -> say("spring.r2dbc.url", "No database answers at " + url, cause);
            case AUTHORIZATION ->
                say(
                        "spring.r2dbc.username",
                        "The database at " + url
                                + " refuses the settings spring.r2dbc.username and spring.r2dbc.password",
                        cause);
            case NO_SUCH_DATABASE -> say("spring.r2dbc.url", "The server has no such database: " + url, cause);
            default -> null;
        };
    }

    private static FailureAnalysis say(String setting, String sentence, FlywaySqlException cause) {
        return new FailureAnalysis(
                sentence + ": check the setting " + setting + ".",
                "Change the setting " + setting + " and start again.",
                cause);
    }
}
