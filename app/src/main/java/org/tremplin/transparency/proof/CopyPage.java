package org.tremplin.transparency.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would become public, before it does.
 *
 * @param image address of the copy, for members; none where nothing is revealed
 * @param warnings codes of what was found
 * @param found the very words, where they are known
 * @param approved whether it becomes public at once
 */
record CopyPage(
        String home,
        String back,
        String amount,
        String state,
        @Nullable String image,
        int width,
        int height,
        String original,
        @Nullable String copy,
        List<String> warnings,
        List<String> found,
        boolean approved) {}
