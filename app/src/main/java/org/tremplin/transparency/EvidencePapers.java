package org.tremplin.transparency;

import org.tremplin.platform.paper.Paper;
import org.tremplin.platform.web.Language;

/** The evidence of a campaign in words, on a paper of another module. */
public interface EvidencePapers {

    /** What is missing first, then the project, what is observed, what is declared, both sides of the budget, the dates. */
    void write(Paper paper, Evidence evidence, Language language);
}
