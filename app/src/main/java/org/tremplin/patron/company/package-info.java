/** An organisation that supports projects, its people, and how they come in. */
@NullMarked
package org.tremplin.patron.company;

import org.jspecify.annotations.NullMarked;
