package org.tremplin.campaign;

import java.time.LocalDate;
import java.util.UUID;
import org.tremplin.platform.event.Fact;

/** An update was taken back, with a reason that is public. */
@Fact(name = "campaign.update_withdrawn")
public record UpdateWithdrawn(UUID update, UUID campaign, UUID association, LocalDate day) {}
