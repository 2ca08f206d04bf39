package org.tremplin.operation.health;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;

/** What this instance is set to, and where each value comes from. */
@Controller
class SettingsController {

    private final SettingsInForce settings;

    SettingsController(SettingsInForce settings) {
        this.settings = settings;
    }

    @GetMapping("/admin/reglages")
    Rendering show() {
        return Rendering.view("operation/settings")
                .modelAttribute("page", settings.read())
                .modelAttribute("section", "settings")
                .build();
    }
}
