package org.tremplin.identity;

import java.util.UUID;

/** A proven wish to sign in. */
record Entry(UUID person, String wanted) {}
