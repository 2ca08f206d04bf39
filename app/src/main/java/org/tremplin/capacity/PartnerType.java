package org.tremplin.capacity;

/** The kind of an organisation; diversity is counted over these eight. */
public enum PartnerType {
    ASSOCIATION,
    PUBLIC,
    COMPANY,
    FOUNDATION,
    EDUCATION,
    NETWORK,
    MEDIA,
    OTHER
}
