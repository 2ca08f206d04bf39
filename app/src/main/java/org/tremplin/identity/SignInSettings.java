package org.tremplin.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param linkLife how long a mailed link and its code open the door
 * @param mailsPerAddress sign-in mails to one address within an hour
 * @param mailsPerBlock sign-in mails asked for from one address block within an hour
 */
@ConfigurationProperties("tremplin.identity")
record SignInSettings(Duration linkLife, int mailsPerAddress, int mailsPerBlock) {}
