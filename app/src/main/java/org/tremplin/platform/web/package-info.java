/** What every page shares: language, frame, assets, headers, errors, cached bytes. */
@NullMarked
package org.tremplin.platform.web;

import org.jspecify.annotations.NullMarked;
