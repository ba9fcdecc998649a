package io.firedrill.systems.pocket;

import java.io.IOException;
import java.net.SocketTimeoutException;

/**
 * A portal that can not be reached has got nothing, so another one may have the request. A read
 * whose connection broke may be sent again as well; a write that may have arrived is the customer's
 * to repeat. Whoever has waited in vain is told so: another wait would be too long for anybody.
 */
final class RetryWhereSafe implements Retry {

    @Override
    public boolean mayTryAnother(WebRequest request, IOException trouble) {
        boolean nothingSent = trouble instanceof WebCall.NotConnected;
        boolean waited = trouble instanceof SocketTimeoutException;
        return nothingSent || request.isRead() && !waited;
    }
}
