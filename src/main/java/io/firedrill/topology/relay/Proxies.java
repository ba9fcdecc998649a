package io.firedrill.topology.relay;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The proxies of a relay by name. On the loop's thread only. */
final class Proxies {
    private final Site site;
    private final Map<String, Proxy> byName = new LinkedHashMap<>();

    /** Creates it without any. */
    Proxies(Site site) {
        this.site = site;
    }

    /** Gives all, by name. */
    Map<String, Proxy> all() {
        return Collections.unmodifiableMap(byName);
    }

    /**
     * Finds one.
     *
     * @throws ApiError when there is none
     */
    Proxy get(String name) {
        return Optional.ofNullable(byName.get(name)).orElseThrow(ApiError::noProxy);
    }

    /**
     * Adds one.
     *
     * @throws ApiError when the name is taken or the address can not be had
     */
    Proxy add(String name, Wish wish, boolean start) {
        if (byName.containsKey(name)) {
            throw ApiError.proxyExists();
        }
        return put(name, wish, start);
    }

    /**
     * Adds one, or puts it in the place of one with other addresses; one with the same is left as
     * it is, toxics included.
     *
     * @throws ApiError when the address can not be had; then one that was there stays, closed
     */
    Proxy addOrReplace(String name, Wish wish, boolean start) {
        Proxy before = byName.get(name);
        if (before != null && !before.differs(wish)) {
            return before;
        }
        if (before != null) {
            before.stop();
        }
        return put(name, wish, start);
    }

    private Proxy put(String name, Wish wish, boolean start) {
        Proxy proxy = new Proxy(site, name, wish.listen(), wish.upstream());
        if (start) {
            proxy.start(wish);
        }
        byName.put(name, proxy);
        return proxy;
    }

    /**
     * Closes and removes one.
     *
     * @throws ApiError when there is none
     */
    void remove(String name) {
        get(name).stop();
        byName.remove(name);
    }
}
