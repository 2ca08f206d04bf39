package org.tremplin.payment.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tremplin.payment.stripe.BehindALine;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@Tag("incident-01")
@DisplayName("incident 1: double click, back button, two tabs")
class Incident01DoubleClickBackButtonTwoTabsTest extends BehindALine {

    @Autowired
    private ServeLine serve;

    @Test
    void aFormSentTenTimesAtOnceIsOneGiftAndOneOpenSession() {
        String key = key();
        assertThat(atOnce(key)).hasSize(1);
        assertThat(donations()).isEqualTo(1);
        assertThat(HURRIED.sessions()).hasSize(1);
    }

    @Test
    void aFormSentTenTimesAtOnceInARushIsOnePlaceInLine() {
        closeTheDoor();
        String key = key();
        assertThat(atOnce(key)).hasSize(1);
        assertThat(line()).hasSize(1);
        openTheDoor();
        Mono.when(serve.serve(), serve.serve()).block();
        assertThat(donations()).isEqualTo(1);
        assertThat(HURRIED.sessions()).hasSize(1);
    }

    @Test
    void theBackButtonLeadsBackToTheSamePlace() {
        closeTheDoor();
        String key = key();
        String page = queue("50", key);
        UUID first = payment();
        queue("10", key());
        assertThat(queue("50", key)).isEqualTo(page);
        assertThat(line()).hasSize(2).first().isEqualTo(first);
        openTheDoor();
        serve.serve().block();
        String address = locationOf(donor.get(page + "/suite"));
        assertThat(locationOf(give("50", key)))
                .as("and later to the same payment page")
                .isEqualTo(address);
        assertThat(HURRIED.sessions()).hasSize(2);
    }

    @Test
    void anAmountChangedWhileWaitingKeepsItsPlaceAndOneSession() {
        closeTheDoor();
        String key = key();
        String page = queue("50", key);
        queue("10", key());
        assertThat(queue("20", key)).isEqualTo(page);
        assertThat(line()).hasSize(2);
        openTheDoor();
        serve.serve().block();
        assertThat(donations()).isEqualTo(2);
        assertThat(HURRIED.open().values()).containsExactlyInAnyOrder(2_000L, 1_000L);
    }

    @Test
    void anAmountChangedJustWhileItsTurnComesLeavesOneOpenSession() {
        closeTheDoor();
        String key = key();
        String page = queue("50", key);
        openTheDoor();
        HURRIED.hangs();
        Mono<String> changed = Mono.fromCallable(() -> {
                    HURRIED.awaitHanging(1);
                    return locationOf(give("20", key));
                })
                .doFinally(end -> HURRIED.answersAgain())
                .subscribeOn(Schedulers.boundedElastic());
        Mono.zip(serve.serve().thenReturn(true), changed).block();
        serve.serve().block();
        assertThat(locationOf(donor.get(page + "/suite"))).startsWith("https://checkout.stripe.test/");
        assertThat(HURRIED.open().values()).containsExactly(2_000L);
        assertThat(donations()).isEqualTo(1);
    }

    @Test
    void twoTabsOfAWaitingGiftLeadToOnePaymentPage() {
        closeTheDoor();
        String page = queue("50", key());
        openTheDoor();
        serve.serve().block();
        assertThat(locationOf(donor.get(page + "/suite"))).isEqualTo(locationOf(donor.get(page + "/suite")));
        assertThat(locationOf(donor.post(page.replace("attente", "paiement"))))
                .isEqualTo(locationOf(donor.get(page + "/suite")));
        assertThat(HURRIED.sessions()).hasSize(1);
    }

    /** Where ten sendings of one form lead. */
    private List<String> atOnce(String key) {
        return Flux.range(0, 10)
                .flatMap(click ->
                        Mono.fromCallable(() -> locationOf(give("50", key))).subscribeOn(Schedulers.boundedElastic()))
                .distinct()
                .collectList()
                .block();
    }
}
