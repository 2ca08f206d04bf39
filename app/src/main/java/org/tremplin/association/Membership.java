package org.tremplin.association;

/** A person's part in an association, in force today. */
public record Membership(AssociationId association, String slug, String name, String city, Role role) {}
