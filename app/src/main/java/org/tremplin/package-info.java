/** The application itself: start, the table of routes and roles, the list of subcommands. */
@NullMarked
package org.tremplin;

import org.jspecify.annotations.NullMarked;
