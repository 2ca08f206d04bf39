package org.tremplin.patron.find;

/** Where a campaign stands on a day. */
enum Stage {
    OPEN("en-cours"),
    UPCOMING("bientot"),
    ENDED("terminee");

    private final String option;

    Stage(String option) {
        this.option = option;
    }

    /** As addresses name it. */
    String option() {
        return option;
    }
}
