package org.tremplin.capacity;

/** What a campaign is for; it decides what weighs how much in its readiness. */
public enum CampaignType {
    PROJECT_GOAL,
    ONGOING,
    EMERGENCY,
    PATRON,
    LOCAL
}
