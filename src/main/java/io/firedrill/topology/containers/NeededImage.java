package io.firedrill.topology.containers;

import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;

import io.firedrill.topology.ProvisioningException;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * An image that must be there before anything starts.
 *
 * @param what who needs it, for the message
 * @param image its reference
 */
record NeededImage(String what, String image) {
    private static final Duration PULL_LIMIT = Duration.ofMinutes(3);

    /**
     * Makes sure that the image is on Docker's machine, and pulls it where it is not.
     *
     * @throws ProvisioningException where it cannot be had; nothing has been started
     */
    void require(Engine engine) {
        if (isThere(engine)) {
            return;
        }
        try {
            engine.bounded().call("pulling image " + image, PULL_LIMIT, () -> pull(engine));
        } catch (RuntimeException e) {
            throw missing(String.valueOf(e.getMessage()), e);
        }
        if (!isThere(engine)) {
            throw missing("nothing came", null);
        }
    }

    private ProvisioningException missing(
            String why, @org.jspecify.annotations.Nullable Throwable cause) {
        return new ProvisioningException(
                what + ": image '" + image
                        + "' is not on this machine, and could not be pulled: "
                        + why.lines().findFirst().orElse("")
                        + ". Build it first, or name another",
                cause);
    }

    private boolean isThere(Engine engine) {
        return engine.ask("looking for image " + image, docker -> {
            try {
                docker.inspectImageCmd(image).exec();
                return true;
            } catch (NotFoundException e) {
                return false;
            }
        });
    }

    private boolean pull(Engine engine) throws InterruptedException {
        try (PullImageResultCallback pulled = new PullImageResultCallback()) {
            engine.client().pullImageCmd(image).exec(pulled);
            return pulled.awaitCompletion(PULL_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (java.io.IOException e) {
            throw new ProvisioningException("the stream could not be closed", e);
        }
    }
}
