package org.tremplin.campaign;

import java.util.Locale;

/** What a plan must have before it may be public; the message {@code publication.missing.<key>} says it. */
public enum Missing {
    TITLE("projet"),
    LEAD("projet"),
    CAUSE("projet"),
    FOR_WHOM("projet"),
    WHAT("projet"),
    WHERE("projet"),
    WHEN("projet"),
    LINE("budget"),
    LINE_LABEL("budget"),
    ASKED_PART("budget"),
    GOAL("budget"),
    BALANCE("budget"),
    LINE_REMOVED("budget"),
    BELOW_GOAL("budget"),
    ABOVE_GOAL("budget"),
    PITCH("recit"),
    PITCH_OUTLINE("recit"),
    COVER_ALT("recit"),
    CLOSING_DAY("diffusion"),
    CLOSING_PAST("diffusion"),
    CLOSING_BEFORE_OPENING("diffusion"),
    PROMISE_WHAT("diffusion"),
    PROMISE_DAY("diffusion"),
    PROMISE_PAST("diffusion"),
    PROMISE_GONE("diffusion"),
    IDENTITY("identite"),
    REPRESENTATIVE("identite"),
    MEANS("moyens"),
    DECISION("decision"),
    DECISION_OUTDATED("decision"),
    TAX("recu"),
    REPORT("rapport"),
    CONTACT("donnees"),
    SECOND_PERSON("equipe"),
    REASON("publication"),
    NO_CHANGE("publication"),
    CLOSED("publication");

    private final String step;

    Missing(String step) {
        this.step = step;
    }

    /** Name of the step of the editor where it can be mended, or of the gate of publication it keeps shut. */
    public String step() {
        return step;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
