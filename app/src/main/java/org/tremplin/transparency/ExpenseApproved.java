package org.tremplin.transparency;

import java.time.LocalDate;
import java.util.UUID;
import org.tremplin.platform.event.Fact;

/**
 * An expense entered the books, with what it replaced, if anything.
 *
 * @param day of the approval, in the association's zone
 */
@Fact(name = "transparency.expense_approved")
public record ExpenseApproved(UUID expense, UUID association, LocalDate day) {}
