package org.tremplin.association.member;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param invitations how long the address of an invitation stays that ran out unanswered */
@ConfigurationProperties("tremplin.association.keep")
record KeepSettings(Period invitations) {}
