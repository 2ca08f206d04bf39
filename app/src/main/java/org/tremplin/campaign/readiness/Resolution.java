package org.tremplin.campaign.readiness;

import java.time.LocalDate;
import org.tremplin.campaign.vote.Ballot;

/**
 * What the board decided by mailed links.
 *
 * @param passed whether it said yes
 * @param on day on which it was counted
 * @param asked how many were asked
 * @param ballot what they read
 */
public record Resolution(boolean passed, LocalDate on, int yes, int no, int change, int asked, Ballot ballot) {}
