package org.tremplin.capacity.share;

import org.tremplin.association.Association;

/** A grant that holds, and whose diagnosis it opens. */
public record Held(Grant grant, Association association) {}
