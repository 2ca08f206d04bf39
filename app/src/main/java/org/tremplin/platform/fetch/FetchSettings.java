package org.tremplin.platform.fetch;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param privateAddresses whether addresses of private networks are read too, over http and at any port as well: for an
 *     instance whose neighbours all live in one network that trusts its visitors
 */
@ConfigurationProperties("tremplin.platform.fetch")
record FetchSettings(boolean privateAddresses) {}
