package io.firedrill.systems.pocket;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.firedrill.topology.inprocess.Service;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.util.Map;

/** Answers the questions of one connection, in their order, until the other side hangs up. */
record AnswerService(Answering answering) implements Service {

    @Override
    public void serve(Socket connection) throws IOException {
        Line line = new Line(connection);
        while (true) {
            try {
                line.say(Reply.to(line.hear(), answering));
            } catch (EOFException hungUp) {
                return;
            } catch (JsonProcessingException notJson) {
                line.say(Map.of("unavailable", "this is not JSON"));
            }
        }
    }
}
