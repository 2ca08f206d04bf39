package org.tremplin.campaign.follow;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tremplin.platform.web.VouchedText;
import reactor.core.publisher.Mono;

/** Every wording of a public update, as the journal has its fingerprint. One that is withdrawn has none left. */
@Controller
class NewsWordingController {

    private final Updates updates;

    NewsWordingController(Updates updates) {
        this.updates = updates;
    }

    @GetMapping("/nouvelles/{fingerprint}.txt")
    Mono<ResponseEntity<byte[]>> text(@PathVariable("fingerprint") String fingerprint) {
        return VouchedText.answer(fingerprint, VouchedText.PLAIN, updates::said);
    }
}
