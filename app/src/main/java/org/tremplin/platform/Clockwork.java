package org.tremplin.platform;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Runs what is done by the clock: sending, sweeping, forgetting. Off with the pump: tests call what they need. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "tremplin.pump.enabled", havingValue = "true")
class Clockwork {}
