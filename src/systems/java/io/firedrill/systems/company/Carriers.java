package io.firedrill.systems.company;

import io.firedrill.topology.inprocess.Host;

import java.time.Duration;
import java.util.Map;

/** The carriers of a desk, by channel. Names and ports are those of system.yaml. */
final class Carriers {
    /** No secrets: they guard providers that live and die in a test's JVM. */
    private static final String SMS_TOKEN = "pocket-sms-token";

    private static final String HOOK_SECRET = "pocket-hook-secret";
    private static final int WEB = 80;

    private Carriers() {}

    static Map<String, Carrier> of(Host host, Times times) {
        Ledger ledger = Ledger.of(host, times);
        Duration patience = times.machines().patience();
        WebCall front = new WebCall(host.network(), Front.NAME, Front.PORT);
        WebCall status = new WebCall(host.network(), StatusPage.NAME, StatusPage.PORT);
        return Map.of(
                Contacts.MAIL,
                new MailCarrier(host.network(), patience),
                Contacts.SMS,
                web(host, "sms", WebCarrier.sms(SMS_TOKEN, ledger::address), patience),
                Contacts.CHAT,
                web(host, "chat", WebCarrier.chat(), patience),
                Contacts.HOOK,
                web(host, "hook", WebCarrier.hook(HOOK_SECRET), patience),
                Contacts.SHEET,
                web(host, "desk-sheet", WebCarrier.put("/sheet"), patience),
                Contacts.BANNER,
                new WebCarrier(front, WebCarrier.put("/banner/notice"), patience),
                Contacts.PAGE,
                new WebCarrier(status, WebCarrier.put("/notice"), patience));
    }

    private static Carrier web(
            Host host, String provider, WebCarrier.Form form, Duration patience) {
        return new WebCarrier(new WebCall(host.network(), provider, WEB), form, patience);
    }
}
