/** The demonstration: sample data at the first start, who one can be, one click to sign in. */
@NullMarked
package org.tremplin.operation.demo;

import org.jspecify.annotations.NullMarked;
