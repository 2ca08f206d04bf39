package org.tremplin.notification;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.tremplin.platform.privacy.Processor;

/** Whoever runs the mail server sees the mails. */
@Configuration(proxyBeanMethods = false)
class MailProcessor {

    @Bean
    @ConditionalOnExpression("!environment.getProperty('spring.mail.host', '').isBlank()")
    Processor mailServer(Environment environment) {
        return new Processor("mail", environment.getProperty("spring.mail.host", ""));
    }
}
