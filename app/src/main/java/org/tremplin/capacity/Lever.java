package org.tremplin.capacity;

/** What a component could still add to the readiness until it is sound, in points. */
public record Lever(Component component, Ratio points) {}
