package org.tremplin.platform.privacy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What stays after an erasure, and must be said: its text is {@code privacy.remains.<code>}.
 *
 * @param count of rows
 * @param until the last day; none for what stays without a name, or until something is done
 */
public record Remainder(String code, long count, @Nullable LocalDate until) {}
