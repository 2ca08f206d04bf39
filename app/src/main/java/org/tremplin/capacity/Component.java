package org.tremplin.capacity;

/** One of the seven parts of the readiness of a campaign, in the order of their weights. */
public enum Component {
    /** Online practice beside the need for it. */
    A,
    /** Software beside the need for it. */
    B,
    /** Network and relays. */
    NET,
    /** Governance and data. */
    GOV,
    /** Time and money set aside. */
    RES,
    /** Preparing the story and the reports. */
    PREP,
    /** Promises before the launch. */
    MOM
}
