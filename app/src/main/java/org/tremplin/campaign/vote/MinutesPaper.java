package org.tremplin.campaign.vote;

import org.springframework.context.MessageSource;
import org.tremplin.platform.paper.Paper;
import org.tremplin.platform.web.Language;

/** The minutes as a paper to sign and to keep. */
record MinutesPaper(MessageSource messages, Language language) {

    Paper of(VotePage.Minutes page) {
        VotePage.Brief vote = page.vote();
        VotePage.Asked asked = page.asked();
        Paper paper = Paper.in(language, text("vote.minutes.h1", page.association()))
                .text(text("vote.minutes.how", vote.opened(), vote.until(), vote.closed()))
                .heading(text("vote.minutes.result"))
                .text(text("vote.outcome." + vote.state()));
        if (!vote.state().equals("withdrawn")) {
            paper.text(text("vote.minutes.count", vote.yes(), vote.no(), vote.change(), vote.answers(), vote.asked()))
                    .text(text("vote.minutes.rule", vote.least()));
        }
        paper.heading(text("vote.minutes.asked")).text(asked.title()).text(asked.lead());
        paper.text(text("vote.paper.goal", asked.goal(), asked.minimum(), asked.others()));
        if (!asked.days().isEmpty()) {
            paper.text(text("vote.paper.days", asked.days()));
        }
        asked.lines().forEach(line -> paper.item(text("vote.paper.line", line.label(), line.planned(), line.asked())));
        paper.heading(text("vote.minutes.who"));
        page.askers().forEach(asker -> paper.item(asker(asker)));
        if (!page.words().isEmpty()) {
            paper.heading(text("vote.minutes.changes"));
            page.words().forEach(paper::item);
        }
        return paper.small(text("vote.minutes.fingerprint", asked.fingerprint()))
                .small(text("vote.minutes.sign"));
    }

    private String asker(VotePage.Asker asker) {
        String who = text("vote.role." + asker.role());
        String told = text(asker.answered() ? "vote.answered" : "vote.silent");
        return text("vote.paper.who", asker.name().isBlank() ? who : asker.name() + ", " + who, told);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language.locale());
    }
}
