package io.firedrill.systems.company;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Takes letters to a provider by HTTP; each provider has its own form. */
record WebCarrier(WebCall provider, Form form, Duration patience) implements Carrier {
    private static final int TOO_MANY = 429;
    private static final String ACCOUNT = "AC-shop";
    private static final String FROM = "+447005550100";

    /** Puts a letter into the form that a provider wants. */
    @FunctionalInterface
    interface Form {
        /**
         * Gives the request.
         *
         * @throws IOException where something is missing for it
         */
        WebRequest of(Letter letter, String sent) throws IOException;
    }

    @Override
    public String carry(Letter letter, String sent) throws IOException {
        WebAnswer answer = provider.send(form.of(letter, sent), patience);
        if (answer.status() == TOO_MANY) {
            throw new Throttled(letter.channel());
        }
        if (!answer.ok()) {
            throw new IOException(letter.channel() + " answers " + answer.status());
        }
        return answer.body().startsWith("{")
                ? Json.tree(answer.body()).path("sid").asText("")
                : "";
    }

    /** A line of text to a telephone, in Twilio's form; reports on it come to our address. */
    static Form sms(String token, Address reports) {
        String basic = Base64.getEncoder()
                .encodeToString((ACCOUNT + ":" + token).getBytes(StandardCharsets.UTF_8));
        return (letter, sent) -> {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("To", letter.address());
            fields.put("From", FROM);
            fields.put("Body", Carrier.text(letter, sent).replace("\n", " | "));
            fields.put("StatusCallback", reports.find() + "/reports");
            return new WebRequest(
                    "POST",
                    "/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json",
                    Map.of("Authorization", "Basic " + basic),
                    WebRequest.FORM,
                    fields(fields));
        };
    }

    /** Finds out under which address we are called back. */
    @FunctionalInterface
    interface Address {
        /**
         * Gives it.
         *
         * @throws IOException where it is not known now
         */
        String find() throws IOException;
    }

    /** A message in a chat room, in Slack's form. */
    static Form chat() {
        return (letter, sent) ->
                WebRequest.post("/services/T0/B0/shop", Map.of("text", Carrier.text(letter, sent)));
    }

    /** A call of a partner's program, signed with the secret that we share. */
    static Form hook(String secret) {
        return (letter, sent) -> {
            WebRequest plain =
                    WebRequest.post("/notices", Map.of("text", Carrier.text(letter, sent)));
            return plain.with(Map.of("X-Signature", "sha256=" + signature(secret, plain.body())));
        };
    }

    /** The text itself, put in its place. */
    static Form put(String path) {
        return (letter, sent) -> WebRequest.put(path, Carrier.text(letter, sent));
    }

    private static String fields(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String signature(String secret, String body) throws IOException {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java can not sign", e);
        }
    }
}
