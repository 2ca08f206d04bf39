/** The resource centre: short practical sheets, kept as data in {@code ressources/}. */
@NullMarked
package org.tremplin.capacity.resource;

import org.jspecify.annotations.NullMarked;
