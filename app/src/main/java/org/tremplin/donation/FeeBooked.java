package org.tremplin.donation;

import java.time.LocalDate;
import java.util.UUID;
import org.tremplin.platform.event.Fact;

/** The provider's fee of a settled gift is known and stands in the ledger. */
@Fact(name = "donation.fee_booked")
public record FeeBooked(UUID donation, UUID campaign, UUID association, long cents, String currency, LocalDate day) {}
