package io.firedrill.cli;

import io.firedrill.evidence.seal.FiredrillVersion;

import picocli.CommandLine.IVersionProvider;

/** Tells the version that the jar's manifest bears. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Firedrill " + FiredrillVersion.here()};
    }
}
