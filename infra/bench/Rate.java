/**
 * What one part of a round came to.
 *
 * @param perSecond how many a second
 * @param database seconds of processor of PostgreSQL
 * @param client of the program that uses it: the application, or pgbench
 */
record Rate(double perSecond, double database, double client, double count) {

    /** Microseconds of processor for each. */
    double cost() {
        return (database + client) * 1e6 / count;
    }

    double databaseCost() {
        return database * 1e6 / count;
    }

    double clientCost() {
        return client * 1e6 / count;
    }
}
