package org.tremplin.platform.command;

import java.util.List;

/** One thing the doctor looks at; a {@link CommandPart} of the module that knows it. It changes nothing. */
public interface Check {

    List<Finding> look();
}
