package org.tremplin.platform.backup;

/** The version of the application that runs. */
public final class Version {

    private Version() {}

    /** As the jar says; from sources there is none. */
    public static String running() {
        String told = Version.class.getPackage().getImplementationVersion();
        return told == null ? "sources" : told;
    }
}
