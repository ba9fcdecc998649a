package io.firedrill.observe.inbox;

import io.firedrill.observe.Inbox;
import io.firedrill.observe.InboxKind;
import io.firedrill.scenario.Endpoint;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;

/**
 * A provider of e-mail. Senders speak SMTP with him; with a user and a password in the channel's
 * settings they have to sign in, and may encrypt.
 */
public final class SmtpKind implements InboxKind {
    private static final Duration LINE_WITHIN = Duration.ofSeconds(60);

    /** Creates the kind. */
    public SmtpKind() {}

    @Override
    public String speaks() {
        return "smtp";
    }

    @Override
    public Inbox open(Order order) {
        Manners manners = new Manners(order.channel());
        String host = order.channel().at().map(Endpoint::component).orElse("localhost");
        Optional<SmtpAuth> auth = manners.text("user")
                .flatMap(user -> manners.text("password").map(word -> new SmtpAuth(user, word)));
        Optional<Tls> tls = auth.map(needed -> Tls.selfSigned(host, order.clock()));
        SmtpSession.Terms terms = new SmtpSession.Terms(host, auth, tls, LINE_WITHIN);
        SmtpPost post = new SmtpPost(order);
        return new SmtpInbox(
                post,
                Doorman.open(new Doorman.Order(
                        "inbox-" + order.channel().name(),
                        "421 4.3.2 too many connections\r\n",
                        socket -> talk(post, terms, socket))));
    }

    private static void talk(SmtpPost post, SmtpSession.Terms terms, Socket socket)
            throws IOException {
        new SmtpSession(post, terms, new Wire(socket, post.clock())).talk();
    }

    private record SmtpInbox(SmtpPost post, Doorman doorman) implements Inbox {
        @Override
        public int port() {
            return doorman.port();
        }

        @Override
        public void close() {
            doorman.close();
            post.close();
            doorman.throwIfFailed();
        }
    }
}
