package org.tremplin.patron.compare;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param source where it was read, at the moment {@code at}; none for a file that was sent */
record BroughtFile(@Nullable URI source, Instant at) {}
