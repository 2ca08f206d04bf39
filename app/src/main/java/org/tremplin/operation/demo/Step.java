package org.tremplin.operation.demo;

import java.time.LocalTime;
import reactor.core.publisher.Mono;

/**
 * What somebody does on a day of a campaign. Done twice it is done once.
 *
 * @param day of the campaign, from 1
 */
record Step(int day, LocalTime time, Mono<?> act) {}
