package org.tremplin.payment.checkout;

/** The provider understood and said no: asking the same again does not help, a person must look. */
public final class ProviderRefused extends RuntimeException {

    private final String code;
    private final boolean keySpent;

    /**
     * @param code what the provider calls it; holds nothing that was typed
     * @param keySpent the key was used before for another request: a new payment may pass
     */
    public ProviderRefused(String code, boolean keySpent, Throwable cause) {
        super("The payment provider refuses: " + code, cause);
        this.code = code;
        this.keySpent = keySpent;
    }

    public String code() {
        return code;
    }

    boolean keySpent() {
        return keySpent;
    }
}
