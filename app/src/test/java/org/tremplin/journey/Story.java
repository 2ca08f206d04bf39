package org.tremplin.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ContextConfiguration;
import org.tremplin.TestApplication;

/**
 * A story told in a browser to the whole application, with its pump running and its own address known to it. The clock
 * stands still, so that a picture is the same every day. Without a browser a story is left out; see
 * {@link BrowserNeeded}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("story")
@ExtendWith(BrowserNeeded.class)
@TestApplication
@ContextConfiguration(initializers = OwnAddress.class)
public @interface Story {

    /** More settings; each different list costs one more start of some seconds. */
    @AliasFor(annotation = TestApplication.class)
    String[] properties() default {};
}
