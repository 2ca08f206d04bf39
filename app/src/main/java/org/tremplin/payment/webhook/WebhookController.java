package org.tremplin.payment.webhook;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The provider's door: 2xx only once the event is on disk. */
@RestController
class WebhookController {

    private static final int MOST_BYTES = 256 * 1024;

    private final Intake intake;

    WebhookController(Intake intake) {
        this.intake = intake;
    }

    @PostMapping("/webhooks/stripe")
    Mono<ResponseEntity<Void>> receive(ServerHttpRequest request) {
        String signature = request.getHeaders().getFirst("Stripe-Signature");
        if (request.getHeaders().getContentLength() > MOST_BYTES) {
            return Mono.just(status(HttpStatus.CONTENT_TOO_LARGE));
        }
        return DataBufferUtils.join(request.getBody(), MOST_BYTES)
                .map(buffer -> {
                    byte[] bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    DataBufferUtils.release(buffer);
                    return bytes;
                })
                .defaultIfEmpty(new byte[0])
                .flatMap(bytes -> intake.receive(bytes, signature))
                .map(received -> received ? status(HttpStatus.OK) : status(HttpStatus.BAD_REQUEST))
                .onErrorReturn(DataBufferLimitException.class, status(HttpStatus.CONTENT_TOO_LARGE))
                .onErrorReturn(
                        WebhookController::passing,
                        ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                                .header(HttpHeaders.RETRY_AFTER, "10")
                                .build());
    }

    /** The provider comes back with it later, for three days. */
    private static boolean passing(Throwable failure) {
        return failure instanceof DataAccessException
                || failure instanceof TransactionException
                || failure instanceof EventStore.StoreFull;
    }

    private static ResponseEntity<Void> status(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }
}
