package org.tremplin.platform.web;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Begins the title of a page whose form came back with « Erreur : », the first that a screen reader says of it (WCAG
 * technique G199 and what the summary itself cannot do). Every layout and page is served, none has to think of it; a page
 * that refuses something without a field to correct says so by the model attribute {@code refused}.
 */
@Component
class TitleOfProblems implements IPostProcessorDialect {

    @Override
    public String getName() {
        return "problems";
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return 1000;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(new PostProcessor(TemplateMode.HTML, Prefix.class, 1000));
    }

    /** Made by the engine, one for each page. */
    public static final class Prefix extends AbstractTemplateHandler {

        private String words = "";

        @Override
        public void setContext(ITemplateContext context) {
            super.setContext(context);
            words = refused(context) ? context.getMessage(Prefix.class, "form.error", new Object[0], true) + ' ' : "";
        }

        private static boolean refused(ITemplateContext context) {
            return Boolean.TRUE.equals(context.getVariable("refused"))
                    || context.getVariable("problems") instanceof Problems problems && !problems.none();
        }

        @Override
        public void handleOpenElement(IOpenElementTag tag) {
            super.handleOpenElement(tag);
            if (!words.isEmpty() && tag.getElementCompleteName().equals("title")) {
                super.handleText(getContext().getModelFactory().createText(words));
                words = "";
            }
        }
    }
}
