package org.tremplin.donation;

import java.util.UUID;
import org.tremplin.platform.event.Fact;

/** Who gave this is not known any more, and must be named nowhere. */
@Fact(name = "donation.donor_erased")
public record DonorErased(UUID donation, UUID campaign, UUID association) {}
