package org.tremplin.identity;

import java.util.UUID;

/**
 * A person who can sign in.
 *
 * @param email lower case, unique
 * @param name as the person wishes to be called here; may be empty
 * @param language {@code fr} or {@code en}, for the workspace and mails
 */
public record Person(UUID id, String email, String name, String language) {}
