package org.tremplin.identity;

/**
 * The form that asks for an address.
 *
 * @param wanted local path to go to afterwards
 * @param demo whether one may also enter without an address
 */
record SignInPage(String email, String wanted, boolean tooMany, boolean demo) {}
