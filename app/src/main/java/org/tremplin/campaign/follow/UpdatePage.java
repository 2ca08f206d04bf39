package org.tremplin.campaign.follow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.Update;

/**
 * An update on somebody's screen.
 *
 * @param home where all updates stand; @param here its own address
 * @param wording as typed, kept or not
 * @param preview the text as the public would see it, safe HTML
 * @param promises it may keep
 * @param publishAt when it will be public, in words
 */
record UpdatePage(
        String association,
        String home,
        String here,
        String title,
        String language,
        String slug,
        Update update,
        Wording wording,
        Asked asked,
        String preview,
        List<NewsPage.Promise> promises,
        @Nullable String publishAt,
        boolean saved) {}
