package org.tremplin.capacity.experience;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page of the public sheets goes on: behind this one, which may be gone by then. */
public record Place(Instant readAt, UUID sheet) {

    private static final Pattern WRITTEN =
            Pattern.compile("([0-9]{1,16})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    static Place of(Experience one) {
        return new Place(Objects.requireNonNull(one.decidedAt()), one.id());
    }

    /** Empty for what is no place. */
    public static Optional<Place> read(String written) {
        Matcher read = WRITTEN.matcher(written);
        return read.matches()
                ? Optional.of(new Place(
                        Instant.EPOCH.plus(Long.parseLong(read.group(1)), ChronoUnit.MICROS),
                        UUID.fromString(read.group(2))))
                : Optional.empty();
    }

    /** Microseconds, as the database keeps them. */
    @Override
    public String toString() {
        return TimeUnit.SECONDS.toMicros(readAt.getEpochSecond())
                + TimeUnit.NANOSECONDS.toMicros(readAt.getNano())
                + "~"
                + sheet;
    }
}
