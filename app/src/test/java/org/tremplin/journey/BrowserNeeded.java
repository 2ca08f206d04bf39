package org.tremplin.journey;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves a story out, loudly, where there is no browser; with {@code BROWSER=required} it fails instead. */
final class BrowserNeeded implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.find().isPresent()) {
            return ConditionEvaluationResult.enabled("there is a browser");
        }
        String who = context.getTestClass().map(Class::getSimpleName).orElse("a story");
        if (Chromium.required()) {
            throw new IllegalStateException(
                    who + " needs a browser and BROWSER=required: install chromium or name one by CHROMIUM");
        }
        System.err.println("""
                ****************************************************************
                LEFT OUT: %s, because no browser was found.
                Install chromium, or name one by the environment variable CHROMIUM.
                ****************************************************************
                """.formatted(who));
        return ConditionEvaluationResult.disabled("no browser");
    }
}
