package org.tremplin.transparency;

import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Proves expenses without the pages of the workspace: the sample data takes this way. */
public interface Proving {

    /**
     * Adds an invoice of which nothing is seen yet. A file of the same name is not added twice.
     *
     * @param file PDF, PNG or JPEG; an error when it cannot be drawn
     * @return its id
     */
    Mono<UUID> add(Expense expense, String name, byte[] file, UUID by);

    /**
     * Uncovers parts of its pages and confirms the copy: public at once, or as soon as the expense is approved. What was
     * confirmed before stays. An error where the copy shows what it should not.
     *
     * @param zones as the page of the workspace sends them: {@code page:x,y,width,height} in ten-thousandths of the page
     */
    Mono<Void> reveal(Expense expense, UUID proof, Collection<String> zones);
}
