package org.tremplin.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Says which setting chooses a port that is taken. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BusyPortAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    private final Environment environment;

    BusyPortAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
        String busy = Integer.toString(cause.getPort());
        String setting = busy.equals(environment.getProperty("management.server.port"))
                ? "management.server.port"
                : "server.port";
        return new FailureAnalysis(
                "Port " + busy + " is taken by another program: stop it, or choose another port by the setting "
                        + setting + ".",
                "Change the setting " + setting + " and start again.",
                cause);
    }
}
