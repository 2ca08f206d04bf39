package org.tremplin.platform.privacy;

/** Says of one kind of personal data that it is kept. */
public interface Keeper {

    Holding holding();
}
