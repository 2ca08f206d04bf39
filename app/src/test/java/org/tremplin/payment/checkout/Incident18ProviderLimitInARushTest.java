package org.tremplin.payment.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatusCode;
import org.tremplin.payment.stripe.BehindALine;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@Tag("incident-18")
@DisplayName("incident 18: the provider's limit is reached in a TV show")
class Incident18ProviderLimitInARushTest extends BehindALine {

    private static final int DONORS = 200;

    /** A machine that is slow for other reasons must not make them wait in vain. */
    private static final int HANDS = 6;

    /** Calls out that run side by side, in which order is lost. */
    private static final int AT_ONCE = 16;

    @Autowired
    private ServeLine serve;

    @Test
    void everyDonorGetsOnePaymentPageAndNobodyAnError() {
        // however slow the machine is on which they give
        HURRIED.takes(1);
        List<String> sentTo = Flux.range(0, DONORS)
                .flatMap(
                        donor -> Mono.fromCallable(() -> locationOf(give("10", "rush-key-%08d".formatted(donor))))
                                .subscribeOn(Schedulers.boundedElastic()),
                        HANDS)
                .collectList()
                .block();
        List<String> waiting =
                sentTo.stream().filter(page -> page.endsWith("/attente")).toList();
        assertThat(waiting).as("more than the provider takes").hasSizeGreaterThan(DONORS / 4);
        HURRIED.takes(40);
        // two instances
        Mono.when(serve.serve(), serve.serve()).block();

        assertThat(HURRIED.refused()).as("the limit was met").isPositive();
        assertThat(line()).isEmpty();
        assertThat(HURRIED.open()).as("one page a donor").hasSize(DONORS);
        assertThat(new HashSet<>(HURRIED.payments())).hasSize(DONORS);
        assertThat(donations()).isEqualTo(DONORS);
        for (String page : waiting) {
            assertThat(page(page)).contains("C’est votre tour");
            assertThat(locationOf(donor.get(page + "/suite"))).startsWith("https://checkout.stripe.test/c/cs_");
        }
    }

    @Test
    void everyoneHasTheirTurnInOrderOfArrival() {
        closeTheDoor();
        IntStream.range(0, 60).forEach(donor -> queue("10", key()));
        List<UUID> arrived = line();
        openTheDoor();
        serve.serve().block();
        List<UUID> served = HURRIED.payments();
        assertThat(served).containsExactlyInAnyOrderElementsOf(arrived);
        for (int place = 0; place < arrived.size(); place++) {
            assertThat(served.indexOf(arrived.get(place)))
                    .as("place of donor %s", place)
                    .isBetween(place - AT_ONCE, place + AT_ONCE);
        }
    }

    @Test
    void aRefusedDonorWaitsBeforeThoseWhoCameAfter() {
        HURRIED.takes(0);
        HURRIED.asksToWait("3600");
        String first = queue("10", key());
        UUID refused = payment();
        queue("20", key());
        assertThat(line()).first().isEqualTo(refused);
        assertThat(page(first)).contains("1<sup>er</sup>").doesNotContain("erreur");
        assertThat(number("select (pace * 1000)::bigint from payment.start_bucket"))
                .as("half as fast")
                .isEqualTo(500);
        assertThat(number("select round(extract(epoch from closed_until - now()))::bigint from payment.start_bucket"))
                .as("as long as the provider asks for, a minute at most")
                .isBetween(1L, 60L);
        assertThat(HURRIED.refused()).as("who came after did not even ask").isEqualTo(1);
    }

    @Test
    void showsNoErrorWhateverIsAskedForWhileWaiting() {
        closeTheDoor();
        String page = queue("10", key());
        for (String path :
                List.of(page, page + "?fixe", "/en" + page, page + "/suite", page.replace("attente", "paiement"))) {
            HttpStatusCode status = donor.get(path).returnResult(Void.class).getStatus();
            assertThat(status.isError()).as(path).isFalse();
        }
        assertThat(HURRIED.sessions()).isEmpty();
    }
}
