/** What is asked of the application on the command line instead of starting it: {@code java -jar tremplin.jar doctor}. */
@NullMarked
package org.tremplin.platform.command;

import org.jspecify.annotations.NullMarked;
