package org.tremplin.platform.privacy;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says why the site does not open, and that nothing was lost. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ErasuresNotRedoneAnalyzer extends AbstractFailureAnalyzer<ErasuresNotRedone> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ErasuresNotRedone cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "See that " + cause.list() + " can be read and that the database can be written, then start again."
                        + " Nobody was let in and no mail went out; systemd and Compose start it again by themselves.",
                cause);
    }
}
