package org.tremplin.capacity.share;

/** What can be told of an association's diagnosis: the rows of the table of visibility (diagnosis.md 4g). */
public enum Shared {
    /** Gates met, with date and kind of evidence. */
    GATES,
    /** The figure of readiness, its interval and its levers. */
    READINESS,
    /** The label of readiness in words, and its components. */
    LABEL,
    /** Scores of sections with their targets and intervals. */
    SECTIONS,
    /** What was answered, item by item, and the advice that tells it. */
    ANSWERS,
    /** Hours and money set aside. */
    RESOURCES,
    /** Updates promised and made, reports due and made, funds used by line: observed, not declared. */
    PROMISES,
    /** Partners by type, reach and contribution, counted. */
    PARTNER_COUNTS,
    NAMED_PARTNERS,
    /** Ties between partners, density, what rests on one partner. */
    TIES,
    /** Obstacles, pressure of funders, how far respondents are apart. */
    OBSTACLES,
    /** Actions that were chosen. */
    PLAN,
    /** Quartiles of other associations. */
    PEERS
}
