/** The durable event log: facts appended with what caused them, heard later by whom they concern. */
@NullMarked
package org.tremplin.platform.event;

import org.jspecify.annotations.NullMarked;
