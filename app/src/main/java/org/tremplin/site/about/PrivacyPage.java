package org.tremplin.site.about;

import java.util.List;
import org.tremplin.platform.web.About;

/**
 * The register of processing, as people read it: from the same beans that forget.
 *
 * @param publisher who runs the instance, in words when it is missing; @param contact the same
 * @param associations who answers for gifts; the first ones by name
 * @param more whether there are others
 * @param simulated whether no payment provider is set
 */
record PrivacyPage(
        String publisher,
        String contact,
        List<Controller> associations,
        boolean more,
        List<Row> rows,
        List<Processor> processors,
        boolean simulated,
        About about) {

    record Controller(String name, String slug) {}

    /** @param kept how long, in words */
    record Row(String code, String title, String what, String why, String basis, String kept, String erased) {}

    /** @param name as set; @param what it does, and where */
    record Processor(String name, String what) {}
}
