package org.tremplin.capacity.exchange;

import java.util.UUID;

/** A public campaign, as far as help knows it. */
record HelpCampaign(UUID id, UUID association, String slug, String title, String language, String department) {}
