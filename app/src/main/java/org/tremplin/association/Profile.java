package org.tremplin.association;

import org.jspecify.annotations.Nullable;

/** What an association says of itself; at least one of the three identifiers is there. */
public record Profile(
        String name,
        String object,
        Association.Address address,
        @Nullable String rna,
        @Nullable String siren,
        Association.@Nullable Registry registry) {}
