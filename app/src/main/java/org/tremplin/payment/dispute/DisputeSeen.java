package org.tremplin.payment.dispute;

import org.tremplin.platform.event.Fact;

/**
 * The provider told something of a dispute: it is read anew, so that neither order nor repetition matters.
 *
 * @param account the connected account it belongs to, empty for our own
 * @param dispute the provider's id
 */
@Fact(name = "payment.dispute_seen")
public record DisputeSeen(String account, String dispute) {}
