package org.tremplin.identity;

/** The page with the one button that signs in. */
record LinkPage(String email, String token) {}
