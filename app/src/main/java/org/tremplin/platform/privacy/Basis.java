package org.tremplin.platform.privacy;

/** What entitles to keep personal data (GDPR, article 6.1). */
public enum Basis {
    CONTRACT,
    LEGAL_OBLIGATION,
    LEGITIMATE_INTEREST,
    CONSENT
}
