package org.tremplin.transparency.proof;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One page of an original, drawn anew.
 *
 * @param no from 1
 * @param words the text layer; none for a photograph
 */
record ProofPage(
        int no,
        int width,
        int height,
        String type,
        UUID image,
        @Nullable UUID words) {}
