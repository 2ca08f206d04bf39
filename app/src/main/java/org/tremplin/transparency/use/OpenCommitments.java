package org.tremplin.transparency.use;

/** Approved quotes and orders that are not spent yet. */
final class OpenCommitments {

    /**
     * What is left of each on each line of {@code :campaigns}, as {@code open}; nothing of one that an expense settled.
     */
    static final String SQL = """
            with promised as (
              select commitment.id, part.campaign, part.budget_line, sum(part.cents) as cents,
                bool_and(part.public_generosity) as gifts
              from transparency.expense commitment
              join transparency.expense_part part on part.expense = commitment.id
              where commitment.kind = 'COMMITMENT' and commitment.state = 'APPROVED' and part.campaign = any(:campaigns)
                and not exists (select from transparency.expense spent where spent.commitment = commitment.id
                  and spent.settles and spent.state in ('APPROVED', 'PAID'))
              group by commitment.id, part.campaign, part.budget_line),
            used as (
              select spent.commitment as id, part.campaign, part.budget_line, sum(part.cents) as cents
              from transparency.expense spent join transparency.expense_part part on part.expense = spent.id
              where spent.commitment in (select id from promised) and spent.state in ('APPROVED', 'PAID')
              group by spent.commitment, part.campaign, part.budget_line),
            open as (
              select id, campaign, budget_line, gifts,
                greatest(0, promised.cents - coalesce(used.cents, 0))::bigint as cents
              from promised left join used using (id, campaign, budget_line))
            """;

    private OpenCommitments() {}
}
