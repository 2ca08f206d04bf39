package org.tremplin.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param email address of the first operator; in demo one of its own when unset */
@ConfigurationProperties("tremplin.admin")
record AdminSettings(@Nullable String email) {}
