package org.tremplin.platform;

/** What an instance is for. */
public enum Mode {
    /** Simulated money and sample data; the default, nothing real can be charged. */
    DEMO,
    /** One association with its own payment account. */
    SINGLE,
    /** Several associations; gifts by transfer and cheque only, until each can have its own connected account. */
    PLATFORM
}
