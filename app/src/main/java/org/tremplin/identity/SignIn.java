package org.tremplin.identity;

import java.util.UUID;

/**
 * A wish to sign in.
 *
 * @param wanted local path to go to afterwards
 * @param tries codes typed so far
 * @param codeHash empty before it is written
 */
record SignIn(UUID id, String email, String language, String wanted, int tries, byte[] codeHash) {}
