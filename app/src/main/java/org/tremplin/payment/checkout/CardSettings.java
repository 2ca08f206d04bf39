package org.tremplin.payment.checkout;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param tries refused in one session before it is closed */
@ConfigurationProperties("tremplin.payment.card")
record CardSettings(int tries) {}
