package org.tremplin.notification;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Typography;

/** Writes mails from {@code templates/mail/<template>/{fr,en}.{txt,html}}. The first line of the text is the subject. */
@Component
class MailTemplates {

    private final TemplateEngine text;
    private final TemplateEngine html;
    private final TremplinSettings settings;

    MailTemplates(MessageSource messages, TremplinSettings settings) {
        this.text = engine(messages, TemplateMode.TEXT, ".txt");
        this.html = engine(messages, TemplateMode.HTML, ".html");
        this.settings = settings;
    }

    RenderedMail render(String template, Language language, Map<String, ?> values) {
        Map<String, Object> variables = new HashMap<>(values);
        variables.put("base", settings.absolute(""));
        variables.put("demo", settings.demo());
        Context context = new Context(language.locale(), variables);
        String name = "mail/" + template + "/" + language.code();
        String written = spaced(language, text.process(name, context)).strip();
        int firstLine = written.indexOf('\n');
        if (firstLine < 0) {
            throw new IllegalStateException("The text of " + name + " needs a subject and a body");
        }
        context.setVariable("subject", written.substring(0, firstLine).strip());
        return new RenderedMail(
                written.substring(0, firstLine).strip(),
                written.substring(firstLine).strip() + "\n",
                spaced(language, html.process(name, context)),
                values.get(Mail.UNSUBSCRIBE) instanceof String path ? settings.absolute(path) : null);
    }

    private static String spaced(Language language, String written) {
        return language == Language.FR ? Typography.french(written) : written;
    }

    private static TemplateEngine engine(MessageSource messages, TemplateMode mode, String suffix) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(suffix);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setTemplateEngineMessageSource(messages);
        return engine;
    }
}
