package org.tremplin.notification;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param from the sender, {@code Name <address>} or an address; required outside demo
 * @param attempts after how many the mail is given up and an alarm raised
 * @param firstRetry the wait after the first failure; it doubles each time, up to {@code longestRetry}
 * @param keep how long what a mail said is kept
 */
@ConfigurationProperties("tremplin.mail")
record MailSettings(@Nullable String from, int attempts, Duration firstRetry, Duration longestRetry, Duration keep) {

    Duration retryAfter(int attempt) {
        Duration wait = firstRetry.multipliedBy(1L << Math.min(attempt - 1, 20));
        return wait.compareTo(longestRetry) < 0 ? wait : longestRetry;
    }
}
