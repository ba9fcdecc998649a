package io.firedrill.traffic;

/** A complete HTTP answer. */
record Answer(int status, String body) {
    /** Never prints the body, which may hold a token. */
    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
