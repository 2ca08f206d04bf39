package org.tremplin.operation.demo;

import org.tremplin.TestApplication;

/** The sample data as the first start makes it. */
@TestApplication(properties = "tremplin.demo.sample-data=true")
class SampleDataTest extends SampleDataFigures {}
