package org.tremplin.patron.pledge;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.tremplin.platform.paper.Paper;
import org.tremplin.platform.paper.Press;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** The agreement as a paper to keep: always the French text, which binds; an English reading follows on English pages. */
@Component
class AgreementPaper {

    private final MessageSource messages;
    private final Press press;

    AgreementPaper(MessageSource messages, Press press) {
        this.messages = messages;
        this.press = press;
    }

    Mono<ResponseEntity<byte[]>> print(PledgePage page, Language language) {
        Paper paper = Paper.in(language, text("pledge.agreement", language))
                .text(page.association() + " · " + page.organisation())
                .foot(text("pledge.paper.foot", language, page.fingerprint()));
        articles(paper, page.agreement());
        paper.heading(text("pledge.paper.accepted", language))
                .item(
                        page.patronOn() == null
                                ? text("pledge.paper.not-yet", language, page.organisation())
                                : text("pledge.paper.by", language, page.organisation(), page.patronOn()))
                .item(
                        page.agreedOn() == null
                                ? text("pledge.paper.not-yet", language, page.association())
                                : text("pledge.paper.by", language, page.association(), page.agreedOn()))
                .small(text("pledge.fingerprint", language, page.fingerprint()));
        if (!page.reading().isEmpty()) {
            paper.heading(text("pledge.reading", language));
            page.reading().forEach(one -> {
                paper.subheading(one.heading());
                one.lines().forEach(paper::text);
            });
        }
        return press.download("convention.pdf", paper);
    }

    private static void articles(Paper paper, List<AgreementText.Article> articles) {
        articles.forEach(one -> {
            paper.subheading(one.heading());
            one.lines().forEach(paper::text);
        });
    }

    private String text(String key, Language language, Object... values) {
        return messages.getMessage(key, values, language.locale());
    }
}
