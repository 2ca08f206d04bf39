/** Ready-made campaigns: data that anyone can add, read once at start. */
@NullMarked
package org.tremplin.campaign.template;

import org.jspecify.annotations.NullMarked;
