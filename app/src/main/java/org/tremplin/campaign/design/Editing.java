package org.tremplin.campaign.design;

import org.tremplin.association.Association;

/** A draft on somebody's screen. */
record Editing(Association association, Draft draft) {}
