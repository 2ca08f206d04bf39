package org.tremplin.capacity;

import java.util.List;

/** The partners of an association, without names, and which of them work together too; ties count them from 1. */
public record PartnerNetwork(List<Partner> partners, Ties ties) {

    public static final PartnerNetwork NONE = new PartnerNetwork(List.of(), Ties.NONE);

    public PartnerNetwork {
        partners = List.copyOf(partners);
    }
}
