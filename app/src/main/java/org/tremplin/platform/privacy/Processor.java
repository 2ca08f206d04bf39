package org.tremplin.platform.privacy;

/**
 * Somebody who handles personal data for this instance, because a setting says so.
 *
 * @param code names its texts {@code privacy.processor.<code>.…}
 * @param name as it is known
 */
public record Processor(String code, String name) {}
