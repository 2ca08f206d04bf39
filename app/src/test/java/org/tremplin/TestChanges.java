package org.tremplin;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.platform.event.Changes;
import org.tremplin.platform.event.OnChange;
import org.tremplin.platform.persistence.OwnConnections;

/** The line of changes of one more instance on a database. */
public final class TestChanges {

    private TestChanges() {}

    /** Not started: it tells, and hears once it is. */
    public static Changes of(TestDatabase database, OnChange... hearers) {
        return of(database, database.client(), hearers);
    }

    /** @param sql whose transactions tell */
    public static Changes of(TestDatabase database, DatabaseClient sql, OnChange... hearers) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        for (int i = 0; i < hearers.length; i++) {
            beans.addBean("hearer" + i, hearers[i]);
        }
        return new Changes(sql, new OwnConnections(database.pool()), beans.getBeanProvider(OnChange.class));
    }
}
