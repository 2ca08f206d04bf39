package org.tremplin.operation.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param sampleData whether a demonstration whose database is empty gets its sample data at the start */
@ConfigurationProperties("tremplin.demo")
record DemoSettings(boolean sampleData) {}
