package org.tremplin.platform.backup;

import java.util.List;

/**
 * Tables whose rows a guard wants in one statement; a {@link org.tremplin.platform.command.CommandPart} of the module
 * that owns them.
 */
public interface WrittenTogether {

    /** With their schema; none refers to a later one. */
    List<String> tables();
}
