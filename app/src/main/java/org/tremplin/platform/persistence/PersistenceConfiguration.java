package org.tremplin.platform.persistence;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PersistenceConfiguration {

    /** Business times come from here, so that tests and the sample data choose them. */
    @Bean
    @ConditionalOnMissingBean
    SteerableClock clock() {
        return new SteerableClock();
    }
}
