package org.tremplin.platform.event;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param enabled off in tests, which drain by hand
 * @param poll how often a handler looks for deliveries no bell announced
 */
@ConfigurationProperties("tremplin.pump")
record PumpSettings(boolean enabled, Duration poll) {}
