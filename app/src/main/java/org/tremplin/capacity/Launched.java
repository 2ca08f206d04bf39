package org.tremplin.capacity;

import java.time.Instant;

/** How a campaign was prepared on the day it became public, kept for good. */
public record Launched(Instant at, Preparation preparation, Result result) {}
