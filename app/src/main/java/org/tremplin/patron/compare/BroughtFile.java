package org.tremplin.patron.compare;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tremplin.transparency.EvidenceFile;

/**
 * @param source where it was read, at the moment {@code at}; none for a file that was sent
 * @param seal what came of checking it then; none when it could not be checked
 */
record BroughtFile(@Nullable URI source, Instant at, EvidenceFile.@Nullable Seal seal) {}
