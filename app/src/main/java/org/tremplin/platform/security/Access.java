package org.tremplin.platform.security;

import java.util.Set;

/** Who may use a route. */
public sealed interface Access {

    /** Everybody, signed in or not. */
    record Everyone() implements Access {}

    /** Whoever is signed in. */
    record SignedIn() implements Access {}

    /** The operator of the instance. */
    record Operator() implements Access {}

    /**
     * Members in one of these roles of the body that the route names.
     *
     * @param variable the part of the address that names the body
     */
    record Member(String variable, Set<String> roles) implements Access {}
}
