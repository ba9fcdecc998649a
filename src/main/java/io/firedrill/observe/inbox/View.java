package io.firedrill.observe.inbox;

import io.firedrill.observe.NoticeReader.Reading;

/** How one kind of page is read. Safe for use by one thread at a time. */
interface View {

    /** Gives the path of the page to ask for first. */
    String address(String path);

    /**
     * Reads a page that was answered with 200.
     *
     * @param browser to ask for what else belongs to it
     * @param path as the channel names it
     */
    Glance read(Browser.Page page, Browser browser, String path);

    /**
     * What was seen.
     *
     * @param whole whether everything that the page needs came as well
     * @param detail what was not as expected, in the same words for the same thing
     */
    record Glance(boolean whole, Reading reading, String detail) {}
}
