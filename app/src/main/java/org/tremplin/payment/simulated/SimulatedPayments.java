package org.tremplin.payment.simulated;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.tremplin.platform.DemoOnly;

/** What exists where payments are simulated: in a demonstration without a key of a provider. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DemoOnly
@Conditional(SimulatedPayments.WithoutKey.class)
@interface SimulatedPayments {

    /** Not an expression: a key written into one could end it with its own quote. */
    final class WithoutKey implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment()
                    .getProperty("tremplin.stripe.secret-key", "")
                    .isEmpty();
        }
    }
}
