/** Finding a project to support: facets, words and places over every public campaign. */
@NullMarked
package org.tremplin.patron.find;

import org.jspecify.annotations.NullMarked;
