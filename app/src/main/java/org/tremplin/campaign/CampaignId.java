package org.tremplin.campaign;

import java.util.UUID;

public record CampaignId(UUID value) {}
