package org.tremplin.payment.checkout;

/** The provider did not answer, answered late, or said that it is not well; asking again may help. */
public class ProviderUnreachable extends RuntimeException {

    public ProviderUnreachable(Throwable cause) {
        super("The payment provider cannot be reached: " + cause.getClass().getSimpleName(), cause);
    }
}
