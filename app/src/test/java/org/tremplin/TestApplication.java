package org.tremplin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestPropertySource;

/**
 * A module test: the whole application on a free port and a real PostgreSQL, with a database of its own for the class,
 * a clock that stands still, no pump of its own (call {@code Pump.drain()}) and BlockHound on watch. One started
 * application serves all classes with the same {@link #properties}. See docs/developer/testing.md.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("postgres")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "30s")
@Import(TestBeans.class)
// hundreds of gifts at once, from one address: the limits and the waiting line have tests of their own
@TestPropertySource(
        properties = {
            "tremplin.donation.limits.rush=1000",
            "tremplin.donation.limits.mails-per-email=1000",
            "tremplin.payment.session-starts-per-second=1000"
        })
@TestExecutionListeners(listeners = TestLife.class, mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface TestApplication {

    /** More settings; each different list costs one more start of some seconds. */
    @AliasFor(annotation = SpringBootTest.class)
    String[] properties() default {};
}
