package io.firedrill.observe.people;

/** No person: what is asked, a stand-in answers. */
final class Nobody implements People {

    @Override
    public String way() {
        return NOBODY;
    }

    @Override
    public void show(Asking asking) {
        // The asking has its stand-in, and nobody looks.
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
