package io.firedrill.cli;

import java.util.Optional;

import picocli.CommandLine.IVersionProvider;

/** Tells the version that the jar's manifest bears. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("(not from a jar)");
        return new String[] {"Firedrill " + version};
    }
}
