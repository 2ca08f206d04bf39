package org.tremplin.association;

import java.util.UUID;

public record AssociationId(UUID value) {}
