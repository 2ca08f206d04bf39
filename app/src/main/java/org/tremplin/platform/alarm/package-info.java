/** What an operator must know of: one open row a kind and subject. */
@NullMarked
package org.tremplin.platform.alarm;

import org.jspecify.annotations.NullMarked;
