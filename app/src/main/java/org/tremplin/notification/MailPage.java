package org.tremplin.notification;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One mail, as its text says it: the HTML is not shown, a page of ours must not run what a mail holds.
 *
 * @param links in the order of the text
 */
record MailPage(String subject, String recipient, String language, String day, String text, List<String> links) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]");

    static List<String> linksOf(String text) {
        return LINK.matcher(text).results().map(MatchResult::group).distinct().toList();
    }
}
