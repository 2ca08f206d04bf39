/** Who may do what: the table of routes, sessions, keys derived from the secret. */
@NullMarked
package org.tremplin.platform.security;

import org.jspecify.annotations.NullMarked;
