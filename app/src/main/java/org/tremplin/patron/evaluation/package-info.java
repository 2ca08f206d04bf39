/** What an organisation makes of projects: named searches and comparisons, private notes, questions and their answers. */
@NullMarked
package org.tremplin.patron.evaluation;

import org.jspecify.annotations.NullMarked;
