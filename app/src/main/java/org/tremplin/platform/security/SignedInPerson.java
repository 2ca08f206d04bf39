package org.tremplin.platform.security;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Who is acting, as the session tells. */
public final class SignedInPerson extends AbstractAuthenticationToken {

    private final UUID id;
    private final String name;
    private final boolean operator;
    private final String language;

    /** @param language {@code fr} or {@code en}, the person's choice for the workspace and mails */
    public SignedInPerson(UUID id, String name, boolean operator, String language) {
        super(List.of());
        this.id = id;
        this.name = name;
        this.operator = operator;
        this.language = language;
        setAuthenticated(true);
    }

    public UUID id() {
        return id;
    }

    public String displayName() {
        return name;
    }

    public boolean operator() {
        return operator;
    }

    public String language() {
        return language;
    }

    @Override
    public Object getPrincipal() {
        return id;
    }

    @Override
    public String getName() {
        return id.toString();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedInPerson person && person.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Not the inherited one, which would show the principal, which is this. No name either: it may reach a log. */
    @Override
    public String toString() {
        return "person " + id;
    }
}
