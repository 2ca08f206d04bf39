/**
 * An association looks at itself: the forms, the answers of each who takes part, the result that is kept. Roles and
 * answers only, no name; what was concluded never changes.
 */
@NullMarked
package org.tremplin.capacity.diagnosis;

import org.jspecify.annotations.NullMarked;
