package org.tremplin.identity;

/**
 * The page that follows the form.
 *
 * @param email where the link went
 * @param demo whether the mail is to be read here
 */
record CodePage(String email, long minutes, boolean demo) {}
