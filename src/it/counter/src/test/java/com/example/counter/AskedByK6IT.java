package com.example.counter;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.firedrill.junit.Drills;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A journey whose attempts k6 makes, where it is there: it prints a JSON line for each. */
class AskedByK6IT {
    @Test
    void customersOfK6AreServedByTheOtherClerk() {
        assumeTrue(isOnThePath("k6"), "k6 is not on the PATH");

        Drills.run(Path.of("k6/counter/asked-by-k6.yaml")).assertPassed();
    }

    private static boolean isOnThePath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
