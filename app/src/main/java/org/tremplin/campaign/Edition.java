package org.tremplin.campaign;

import java.time.Instant;

/** An immutable snapshot of the plan: the terms a donor saw. */
public record Edition(CampaignId campaign, int number, Plan plan, Instant publishedAt) {}
