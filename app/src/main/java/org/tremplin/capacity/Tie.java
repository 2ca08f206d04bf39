package org.tremplin.capacity;

/** Two partners, by their numbers from 1; which is named first does not matter. */
public record Tie(int one, int other) {

    public Tie {
        if (one > other) {
            int smaller = other;
            other = one;
            one = smaller;
        }
    }

    public boolean isWithItself() {
        return one == other;
    }
}
