package io.firedrill.scenario;

/** Binds the names that settings may hold; what is no such name is noted at the value. */
interface Names {

    /** Binds the name of a journey. */
    String journey(Value value);

    /** Binds the name of a component. */
    String component(Value value);

    /** Binds the name of an entry. */
    String entry(Value value);

    /** Binds the name of a role. */
    String role(Value value);

    /** Binds a secret by its name, such as {@code ${BANK_PASSWORD}}. */
    String secret(Value value);
}
