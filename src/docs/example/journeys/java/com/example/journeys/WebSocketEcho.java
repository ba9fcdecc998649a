package com.example.journeys;

import io.firedrill.journal.AttemptReason;
import io.firedrill.scenario.JourneyKind;
import io.firedrill.scenario.Setting;
import io.firedrill.traffic.ActiveJourney;
import io.firedrill.traffic.Journey;
import io.firedrill.traffic.JourneyPlace;
import io.firedrill.traffic.Seen;
import io.firedrill.traffic.Visit;

import java.io.EOFException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A customer opens a WebSocket, says something, and waits for the answer to it. */
public final class WebSocketEcho implements Journey {
    @Override
    public JourneyKind kind() {
        return new JourneyKind(
                "websocket-echo",
                List.of(
                        Setting.required("path", Setting.Type.TEXT, "of the endpoint"),
                        Setting.required("answer", Setting.Type.TEXT, "how it must begin")),
                JourneyKind.Writes.NONE,
                "a text is sent and answered over a WebSocket");
    }

    @Override
    public ActiveJourney begin(JourneyPlace place) {
        return new Talks(place, HttpClient.newHttpClient());
    }

    private record Talks(JourneyPlace place, HttpClient client) implements ActiveJourney {
        @Override
        public Seen attempt(Visit visit) throws InterruptedException, TimeoutException {
            CompletableFuture<String> answer = new CompletableFuture<>();
            URI uri = URI.create("ws://" + place.host() + ":" + place.port()
                    + place.settings().text("path"));
            CompletableFuture<WebSocket> opening = client.newWebSocketBuilder()
                    .connectTimeout(place.deadline())
                    .buildAsync(uri, new Listener(answer));
            try {
                WebSocket socket = opening.get(place.millis(), TimeUnit.MILLISECONDS);
                socket.sendText("visit " + visit.number(), true);
                String heard = answer.get(place.millis(), TimeUnit.MILLISECONDS);
                return heard.startsWith(place.settings().text("answer"))
                        ? Seen.ok()
                        : Seen.failed(AttemptReason.BODY, "heard '" + heard + "'");
            } catch (ExecutionException failure) {
                return seen(failure.getCause());
            } finally {
                opening.whenComplete((socket, never) -> hangUp(socket));
            }
        }

        private static Seen seen(Throwable failure) {
            return failure instanceof WebSocketHandshakeException answered
                    ? Seen.failed(
                            AttemptReason.STATUS,
                            "status " + answered.getResponse().statusCode())
                    : Seen.failed(failure);
        }

        private static void hangUp(WebSocket socket) {
            if (socket != null) {
                socket.abort();
            }
        }
    }

    private record Listener(CompletableFuture<String> answer) implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            answer.complete(text.toString());
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            answer.completeExceptionally(new EOFException("closed with " + status));
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            answer.completeExceptionally(error);
        }
    }
}
