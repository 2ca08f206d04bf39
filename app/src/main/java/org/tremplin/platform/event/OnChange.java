package org.tremplin.platform.event;

import java.util.Set;
import java.util.UUID;

/** Hears of changes that this or another instance committed; quick, for it stands in the way of the next. */
public interface OnChange {

    /** @param subjects campaigns and associations; empty when anything may have changed */
    void changed(Set<UUID> subjects);
}
