package org.tremplin.transparency.report;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tremplin.platform.web.VouchedText;
import reactor.core.publisher.Mono;

/** The text and the figures of a public report, as the journal has their fingerprints. */
@Controller
class ReportSaidController {

    private final StoredReports reports;

    ReportSaidController(StoredReports reports) {
        this.reports = reports;
    }

    @GetMapping("/bilans/{fingerprint}.txt")
    Mono<ResponseEntity<byte[]>> text(@PathVariable("fingerprint") String fingerprint) {
        return VouchedText.answer(fingerprint, VouchedText.PLAIN, hash -> reports.said("text", hash));
    }

    @GetMapping("/bilans/{fingerprint}.json")
    Mono<ResponseEntity<byte[]>> figures(@PathVariable("fingerprint") String fingerprint) {
        return VouchedText.answer(fingerprint, MediaType.APPLICATION_JSON, hash -> reports.said("figures", hash));
    }
}
