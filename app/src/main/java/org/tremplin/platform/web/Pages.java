package org.tremplin.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.ISpringWebFluxTemplateEngine;

/** Renders templates to bytes, for pages that are kept and for those that must come out when all else fails. */
@Component
public class Pages {

    private final ISpringWebFluxTemplateEngine engine;

    Pages(ISpringWebFluxTemplateEngine engine) {
        this.engine = engine;
    }

    /** @param model finished values; {@code frame} is added */
    public byte[] render(String template, Frame frame, Map<String, ?> model) {
        Context context = new Context(frame.language().locale());
        context.setVariables(Map.copyOf(model));
        context.setVariable("frame", frame);
        return engine.process(template, context).getBytes(StandardCharsets.UTF_8);
    }
}
