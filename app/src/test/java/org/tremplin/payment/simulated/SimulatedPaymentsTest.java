package org.tremplin.payment.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class SimulatedPaymentsTest {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Simulated.class);

    @ParameterizedTest
    @ValueSource(strings = {"demo", "DEMO"})
    void existInADemonstrationWithoutAKey(String mode) {
        application
                .withPropertyValues("tremplin.mode=" + mode)
                .run(context -> assertThat(context).hasSingleBean(Simulated.class));
        application
                .withPropertyValues("tremplin.mode=" + mode, "tremplin.stripe.secret-key=")
                .run(context -> assertThat(context).hasSingleBean(Simulated.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk_test_1", "' == ''", "' or true or '", "#{1}"})
    void giveWayToAnyKey(String key) {
        application
                .withPropertyValues("tremplin.mode=demo", "tremplin.stripe.secret-key=" + key)
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Simulated.class));
    }

    @Test
    void neverExistWhereMoneyIsReal() {
        for (String mode : new String[] {"tremplin.mode=single", "tremplin.mode=platform", "tremplin.mode="}) {
            application
                    .withPropertyValues(mode)
                    .run(context -> assertThat(context).doesNotHaveBean(Simulated.class));
        }
        application.run(context -> assertThat(context).doesNotHaveBean(Simulated.class));
    }

    @Configuration
    @SimulatedPayments
    static class Simulated {}
}
