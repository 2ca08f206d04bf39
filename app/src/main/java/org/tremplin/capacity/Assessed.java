package org.tremplin.capacity;

import java.util.UUID;

/**
 * The answers of an association, as one.
 *
 * @param express whether only the short form was asked: it gives no readiness
 * @param grid the version of the grid it was asked with
 */
public record Assessed(UUID id, boolean express, String grid, Diagnosis diagnosis) {}
