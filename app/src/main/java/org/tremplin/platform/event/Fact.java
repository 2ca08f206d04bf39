package org.tremplin.platform.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record as something that happened. It holds ids, cents and dates only: no personal data. Fields are added,
 * never renamed; a new meaning is a new version beside the old one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Fact {

    /** Stable name in the log, such as {@code donation.settled}; never a Java name. */
    String name();

    int version() default 1;
}
