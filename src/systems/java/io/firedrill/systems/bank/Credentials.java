package io.firedrill.systems.bank;

import com.fasterxml.jackson.databind.JsonNode;

/** What a customer signs in with. */
record Credentials(String customer, String password) {

    /**
     * Reads them.
     *
     * @throws Refusal with every problem of them
     */
    static Credentials from(JsonNode json) {
        RequestFields fields = new RequestFields(json);
        Credentials credentials =
                new Credentials(fields.text("customer", 64), fields.text("password", 200));
        fields.refuseProblems();
        return credentials;
    }

    @Override
    public String toString() {
        return "Credentials[customer=" + customer + "]";
    }
}
