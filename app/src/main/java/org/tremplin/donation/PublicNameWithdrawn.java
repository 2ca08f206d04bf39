package org.tremplin.donation;

import java.util.UUID;
import org.tremplin.platform.event.Fact;

/** The donor shows the first name of this gift no more; the gift stays as it is. */
@Fact(name = "donation.public_name_withdrawn")
public record PublicNameWithdrawn(UUID donation, UUID campaign) {}
