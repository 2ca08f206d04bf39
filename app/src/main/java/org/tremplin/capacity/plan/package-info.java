/**
 * What an association does next: the action plan, and its strategy on one page. Roles and members only, never a name
 * from outside; every generated text can be written anew by the association.
 */
@NullMarked
package org.tremplin.capacity.plan;

import org.jspecify.annotations.NullMarked;
