package org.tremplin.capacity.grid;

/** A worded notch of a scale, 0 to 4. */
public record Level(int value, Words words) {}
