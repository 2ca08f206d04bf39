package org.tremplin.site.about;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who runs this instance, for the legal pages; each may be empty, then the page says that it is missing.
 *
 * @param publisher name of the association or firm
 * @param contact how to reach it: an e-mail or a postal address
 * @param host who houses the server, with its address
 * @param hostCountry where the server stands
 */
@ConfigurationProperties("tremplin.site")
record SiteSettings(String publisher, String contact, String host, String hostCountry) {}
