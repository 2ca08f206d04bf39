package org.tremplin.platform.privacy;

import java.time.Instant;
import java.util.UUID;

/**
 * That something was erased: enough to do it again in an older copy of the data, and nothing that names a person.
 *
 * @param kind which {@link ErasesAgain} knows how
 * @param subject an id, or an address under a key of this instance
 */
record Erasure(UUID id, Instant at, String kind, String subject) {}
