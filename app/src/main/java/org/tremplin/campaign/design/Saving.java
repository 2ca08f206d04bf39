package org.tremplin.campaign.design;

import java.time.Instant;

/** What became of a change to a draft. */
public sealed interface Saving {

    record Saved(int version, Instant at) implements Saving {}

    /** Somebody, or another tab, has changed the draft since: nothing was written. */
    record Outdated() implements Saving {}

    /** The address belongs to another campaign. */
    record SlugTaken() implements Saving {}
}
