package org.tremplin.association;

import java.util.Collection;
import java.util.UUID;

public record AssociationId(UUID value) {

    /** As a query takes them. */
    public static UUID[] values(Collection<AssociationId> ids) {
        return ids.stream().map(AssociationId::value).toArray(UUID[]::new);
    }
}
