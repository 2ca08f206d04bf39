package org.tremplin.notification;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Sending blocks for as long as a mail server likes: on threads of its own, few. */
@Configuration(proxyBeanMethods = false)
class MailThreads {

    static final int COUNT = 3;

    private static final int QUEUE = 200;

    @Bean(destroyMethod = "dispose")
    Scheduler mailScheduler() {
        return Schedulers.newBoundedElastic(COUNT, QUEUE, "mail");
    }
}
