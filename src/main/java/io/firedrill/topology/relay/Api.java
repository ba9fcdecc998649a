package io.firedrill.topology.relay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** What the routes do: each a question to the proxies on the loop's thread. */
final class Api {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;
    private static final String VERSION = "{\"version\": \"2.12.0\"}\n";

    private final Loop loop;
    private final Proxies proxies;

    /** Creates it. */
    Api(Loop loop, Proxies proxies) {
        this.loop = loop;
        this.proxies = proxies;
    }

    private HttpAnswer answer(int status, Callable<JsonNode> question) {
        return HttpAnswer.json(status, loop.call(question));
    }

    private HttpAnswer done(Callable<JsonNode> question) {
        loop.call(question);
        return HttpAnswer.empty(NO_CONTENT);
    }

    /** Gives the version that is spoken. */
    HttpAnswer version() {
        return new HttpAnswer(
                OK,
                Map.of("Content-Type", "application/json;charset=utf-8"),
                VERSION.getBytes(StandardCharsets.UTF_8));
    }

    /** Lists the proxies. */
    HttpAnswer list() {
        return answer(OK, () -> Answers.byName(proxies.all()));
    }

    /** Creates a proxy. */
    HttpAnswer create(byte[] body) {
        Drafts.ProxyDraft draft = Drafts.proxy(body).complete("");
        Wish wish = Wish.of(draft.listen(""), draft.upstream(""));
        return answer(
                CREATED, () -> Answers.proxy(proxies.add(draft.name(), wish, draft.enabled(true))));
    }

    /** Creates or replaces proxies; those before one that fails stay, and are told. */
    HttpAnswer populate(byte[] body) {
        List<JsonNode> created = new ArrayList<>();
        try {
            for (Drafts.ProxyDraft draft : Drafts.proxies(body)) {
                Wish wish = Wish.of(draft.listen(""), draft.upstream(""));
                created.add(loop.call(() -> Answers.proxy(
                        proxies.addOrReplace(draft.name(), wish, draft.enabled(true)))));
            }
            return HttpAnswer.json(CREATED, Answers.populated(created));
        } catch (ApiError e) {
            ObjectNode node = Answers.error(e);
            node.setAll(Answers.populated(created));
            return HttpAnswer.json(e.status(), node);
        }
    }

    /** Shows a proxy. */
    HttpAnswer show(String name) {
        return answer(OK, () -> Answers.proxy(proxies.get(name)));
    }

    /** Changes a proxy. */
    HttpAnswer update(String name, byte[] body) {
        State before = loop.call(() -> State.of(proxies.get(name)));
        Drafts.ProxyDraft draft = Drafts.proxy(body);
        Wish wish = Wish.of(draft.listen(before.listen()), draft.upstream(before.upstream()));
        return answer(OK, () -> {
            Proxy proxy = proxies.get(name);
            proxy.update(wish, draft.enabled(before.enabled()));
            return Answers.proxy(proxy);
        });
    }

    /** What a change of a proxy begins from. */
    private record State(String listen, String upstream, boolean enabled) {
        static State of(Proxy proxy) {
            return new State(proxy.listen(), proxy.upstream(), proxy.enabled());
        }
    }

    /** Removes a proxy. */
    HttpAnswer delete(String name) {
        return done(() -> {
            proxies.remove(name);
            return Answers.populated(List.of());
        });
    }

    /** Opens every proxy and takes every toxic off. */
    HttpAnswer reset() {
        Map<String, State> states = loop.call(() -> {
            Map<String, State> all = new LinkedHashMap<>();
            proxies.all().forEach((name, proxy) -> all.put(name, State.of(proxy)));
            return all;
        });
        states.forEach((name, state) -> {
            Wish wish = Wish.of(state.listen(), state.upstream());
            done(() -> reset(name, wish));
        });
        return HttpAnswer.empty(NO_CONTENT);
    }

    private JsonNode reset(String name, Wish wish) {
        Proxy proxy = proxies.all().get(name);
        if (proxy != null) {
            proxy.start(wish);
            proxy.toxics().clear();
        }
        return Answers.populated(List.of());
    }

    /** Lists the toxics of a proxy. */
    HttpAnswer toxics(String proxy) {
        return answer(OK, () -> Answers.toxics(proxies.get(proxy).toxics().all()));
    }

    /** Adds a toxic. */
    HttpAnswer addToxic(String proxy, byte[] body) {
        return answer(OK, () -> {
            Toxics toxics = proxies.get(proxy).toxics();
            Toxic toxic = Drafts.toxic(body, name -> toxics.find(name).isPresent());
            toxics.add(toxic);
            return Answers.toxic(toxic);
        });
    }

    /** Shows a toxic. */
    HttpAnswer toxic(String proxy, String name) {
        return answer(OK, () -> Answers.toxic(find(proxy, name)));
    }

    private Toxic find(String proxy, String name) {
        return proxies.get(proxy).toxics().find(name).orElseThrow(ApiError::noToxic);
    }

    /** Changes a toxic. */
    HttpAnswer updateToxic(String proxy, String name, byte[] body) {
        return answer(OK, () -> {
            Toxic toxic = Drafts.changed(find(proxy, name), body);
            proxies.get(proxy).toxics().change(toxic);
            return Answers.toxic(toxic);
        });
    }

    /** Removes a toxic. */
    HttpAnswer deleteToxic(String proxy, String name) {
        return done(() -> {
            proxies.get(proxy).toxics().remove(name);
            return Answers.populated(List.of());
        });
    }
}
