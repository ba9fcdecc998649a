package io.firedrill.scenario;

import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways in which single values are written. */
final class Notations {
    private static final String NAME_RULE = "letters, digits, '-', '_' and '.', at most 64";
    private static final String NAME_REGEX = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
    private static final String ENDPOINT_RULE = "component:port with a port from 1 to 65535";
    private static final Endpoint NOWHERE = new Endpoint("", 1);
    private static final Pattern ENDPOINT_TEXT =
            Pattern.compile("(" + NAME_REGEX + "):([0-9]{1,5})");
    private static final Pattern LINK_TEXT = Pattern.compile("(" + NAME_REGEX + ") *-> *(.*)");
    private static final Pattern ALLOWANCE_TEXT = Pattern.compile("([0-9]{1,9})(?: failures?)?");

    static final Notation<String> TEXT = Notation.of(
            "text", "a text", text -> Optional.of(text).filter(it -> !it.isBlank()), "");

    static final Notation<String> NAME = Notation.matching("name", NAME_RULE, NAME_REGEX);

    static final Notation<String> PHRASE = Notation.matching(
            "name",
            "letters, digits, spaces, '-', '_' and '.', at most 64",
            "[A-Za-z0-9](?:[A-Za-z0-9 ._-]{0,62}[A-Za-z0-9._-])?");

    static final Notation<Duration> DURATION = new Notation<>(
            "duration",
            "a whole number from 1 with its unit, such as 500ms, 2s, 3m or 1h; at most 24h",
            DurationText::parse,
            DurationText::hint,
            Duration.ofSeconds(1));

    static final Notation<Double> RATE = new Notation<>(
            "rate",
            "customers per second or minute, such as 50/s or 10/m; above 0",
            RateText::rate,
            RateText::rateHint,
            1.0);

    static final Notation<Double> SHARE = new Notation<>(
            "share",
            "a percentage from 0% to 100%, such as 99.5%",
            RateText::share,
            RateText::shareHint,
            1.0);

    static final Notation<Price> PRICE = new Notation<>(
            "price",
            "an amount above 0 and three letters for the currency, such as 2.50 EUR",
            Price::parse,
            Price::hint,
            new Price(BigDecimal.ONE, "XXX"));

    static final Notation<Long> SIZE = Notation.of(
            "amount of data",
            "a whole number from 1 with its unit, such as 512B, 10KB, 64MB or 1GB; at most 100GB",
            SizeText::size,
            1L);

    static final Notation<Long> SPEED = Notation.of(
            "speed",
            "whole kilobytes per second, such as 10KB/s or 2MB/s",
            SizeText::speed,
            1_000L);

    static final Notation<Integer> COUNT =
            Notation.of("count", "a whole number from 0 to 999999999", Notations::count, 0);

    static final Notation<Integer> TIMES = Notation.of(
            "number of runs",
            "a whole number from 1 to " + Repetition.MOST,
            text -> count(text).filter(times -> times >= 1 && times <= Repetition.MOST),
            1);

    static final Notation<Integer> ALLOWANCE =
            Notation.of("count of failures", "such as 3 failures, or 3", Notations::allowance, 0);

    static final Notation<Integer> STATUS = Notation.of(
            "HTTP status",
            "a number from 100 to 599",
            text -> count(text).filter(status -> status >= 100 && status <= 599),
            200);

    static final Notation<Endpoint> ENDPOINT =
            Notation.of("endpoint", ENDPOINT_RULE, Notations::endpoint, NOWHERE);

    static final Notation<Link> LINK = Notation.of(
            "link", "consumer -> " + ENDPOINT_RULE, Notations::link, new Link("", NOWHERE));

    static final Notation<String> HTTP_PATH = Notation.matching(
            "path", "a path that begins with / and holds no spaces", "/[^\\s\\p{Cntrl}]*");

    static final Notation<String> HEADER =
            Notation.matching("name of a header", NAME_RULE, "[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    static final Notation<String> HEADER_VALUE =
            Notation.matching("header value", "one line of text", "[^\\p{Cntrl}]+");

    static final Notation<String> SECRET = Notation.matching(
            "secret by name",
            "the name of a secret, such as ${BANK_PASSWORD}",
            "\\$\\{[A-Za-z_][A-Za-z0-9_]*\\}");

    static final Notation<String> IMAGE = Notation.matching(
            "image",
            "a reference with its tag or digest, such as portal:2.6",
            "[a-z0-9][A-Za-z0-9._/:-]{0,199}[:@][A-Za-z0-9][A-Za-z0-9._:-]{0,127}");

    static final Notation<String> VARIABLE = Notation.matching(
            "name of a variable",
            "letters, digits and '_', at most 64, none of them FIREDRILL_...",
            "(?!FIREDRILL_)[A-Za-z_][A-Za-z0-9_]{0,63}");

    static final Notation<String> JSON_PATH = Notation.of(
            "JSONPath",
            "a JSONPath such as $.id, or the name of a field",
            text -> Optional.of(text).filter(Notations::isJsonPath),
            "$");

    private Notations() {}

    /** Tells whether a component, link or role may bear this text as a link. */
    static boolean looksLikeLink(String text) {
        return text.contains("->");
    }

    private static Optional<Integer> count(String text) {
        return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Optional<Integer> allowance(String text) {
        Matcher matcher = ALLOWANCE_TEXT.matcher(text);
        return matcher.matches() ? count(matcher.group(1)) : Optional.empty();
    }

    private static Optional<Endpoint> endpoint(String text) {
        Matcher matcher = ENDPOINT_TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Endpoint(matcher.group(1), Integer.parseInt(matcher.group(2))))
                        .filter(endpoint -> endpoint.port() >= 1 && endpoint.port() <= 65_535)
                : Optional.empty();
    }

    private static Optional<Link> link(String text) {
        Matcher matcher = LINK_TEXT.matcher(text);
        return matcher.matches()
                ? endpoint(matcher.group(2)).map(provider -> new Link(matcher.group(1), provider))
                : Optional.empty();
    }

    private static boolean isJsonPath(String text) {
        try {
            if (text.length() > 200 || !text.equals(text.strip()) || text.isEmpty()) {
                return false;
            }
            if (text.startsWith("$")) {
                JsonPath.compile(text);
            }
            return true;
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
