/**
 * What every module stands on and no module is about: the durable event log, pages and their frame,
 * security, the database, stored files, alarms. Knows no word of the domain. Open: its rooms are its doors.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = "money")
package org.tremplin.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
