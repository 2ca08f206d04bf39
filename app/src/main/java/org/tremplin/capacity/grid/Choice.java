package org.tremplin.capacity.grid;

/** One of a fixed list, such as a type of partner; its id is what answers and exports hold. */
public record Choice(String id, Words words) {}
