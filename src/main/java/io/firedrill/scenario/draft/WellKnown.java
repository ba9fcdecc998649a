package io.firedrill.scenario.draft;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is commonly known of servers: on which port they listen, and whether they speak HTTP. */
final class WellKnown {
    private static final Map<Pattern, Integer> IMAGES = new LinkedHashMapBuilder()
            .with("exporter|express|commander|admin|-ui$|dashboard", 0)
            .with("postgres|postgis|timescale|pgvector|patroni|spilo|pgbouncer", 5432)
            .with("mysql|mariadb|percona", 3306)
            .with("sentinel", 26379)
            .with("redis|valkey|keydb|dragonfly", 6379)
            .with("mongo", 27017)
            .with("rabbitmq", 5672)
            .with("memcached", 11211)
            .with("elasticsearch|opensearch", 9200)
            .with("etcd", 2379)
            .with("kafka|redpanda", 9092)
            .with("zookeeper", 2181)
            .with("nats", 4222)
            .with("minio", 9000)
            .with("cassandra|scylla", 9042)
            .with("mssql|sqlserver", 1433)
            .with("mosquitto|emqx", 1883)
            .with("clickhouse", 8123)
            .with("influxdb", 8086)
            .with("neo4j", 7687)
            .with("activemq|artemis", 61616)
            .with("consul", 8500)
            .with("vault", 8200)
            .with("keycloak|tomcat|jetty", 8080)
            .with("grafana", 3000)
            .with("prometheus", 9090)
            .with("mailhog|mailpit", 1025)
            .with("ghost", 2368)
            .with("nginx|httpd|apache|caddy|traefik|haproxy|wordpress|nextcloud|drupal", 80)
            .build();

    private static final Map<String, Integer> SCHEMES = Map.ofEntries(
            Map.entry("postgres", 5432),
            Map.entry("postgresql", 5432),
            Map.entry("mysql", 3306),
            Map.entry("mysql2", 3306),
            Map.entry("mariadb", 3306),
            Map.entry("redis", 6379),
            Map.entry("rediss", 6379),
            Map.entry("mongodb", 27017),
            Map.entry("amqp", 5672),
            Map.entry("amqps", 5671),
            Map.entry("nats", 4222),
            Map.entry("mqtt", 1883),
            Map.entry("smtp", 25),
            Map.entry("http", 80),
            Map.entry("https", 443));

    private static final Set<Integer> NOT_HTTP = Set.of(
            22, 25, 53, 389, 587, 636, 1025, 1433, 1521, 1883, 2181, 2379, 3306, 4222, 5432, 5433,
            5671, 5672, 6379, 6432, 7687, 9042, 9092, 11211, 26257, 26379, 27017, 61616);

    private WellKnown() {}

    /** Builds a map that keeps its order. */
    private static final class LinkedHashMapBuilder {
        private final Map<Pattern, Integer> map = new LinkedHashMap<>();

        LinkedHashMapBuilder with(String names, int port) {
            map.put(Pattern.compile(names), port);
            return this;
        }

        Map<Pattern, Integer> build() {
            return Collections.unmodifiableMap(map);
        }
    }

    /** Gives the usual port of what an image holds. */
    static Optional<Integer> portOf(String image) {
        String name =
                image.replaceFirst("@.*", "").replaceFirst(":[^/]*$", "").toLowerCase(Locale.ROOT);
        return IMAGES.entrySet().stream()
                .filter(entry -> !name.isEmpty() && entry.getKey().matcher(name).find())
                .findFirst()
                .map(Map.Entry::getValue)
                .filter(port -> port > 0);
    }

    /** Gives the usual port of a scheme, such as that of {@code redis://}. */
    static Optional<Integer> portOfScheme(String scheme) {
        return Optional.ofNullable(
                SCHEMES.get(scheme.toLowerCase(Locale.ROOT).replaceFirst("[+].*", "")));
    }

    /** Says whether a server on that port may well speak HTTP. */
    static boolean mayBeHttp(int port) {
        return !NOT_HTTP.contains(port);
    }

    /** Says whether a server on that port speaks TLS by convention. */
    static boolean isTls(int port) {
        return port == 443 || port == 8443;
    }
}
