package org.tremplin.platform.command;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What must be true of the stored data: the doctor looks, and so does a restore before it hands the data over. */
public interface DataCheck {

    List<Finding> look(Connection database) throws SQLException;
}
