package org.tremplin.payment.webhook;

import org.tremplin.platform.event.Fact;

/** An event of the provider is on disk and waits to be treated. */
@Fact(name = "payment.event_received")
record EventReceived(String account, String event) {}
