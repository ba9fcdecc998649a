package io.firedrill;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Marks a test that needs containers. It runs wherever container drills do: with
 * {@code firedrill.mode=containers} always, so that the gate fails where Docker is not there; and
 * alone, for what runs in this JVM beside it would be measured slow.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsDocker.Condition.class)
@Isolated
public @interface NeedsDocker {

    /** Asks the switch first, then Docker. */
    final class Condition implements ExecutionCondition {
        private static final int ANSWER_WITHIN_SECONDS = 10;

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            String mode = System.getProperty("firedrill.mode", "auto").toLowerCase(Locale.ROOT);
            return switch (mode) {
                case "containers" -> ConditionEvaluationResult.enabled("containers are asked for");
                case "inprocess" -> ConditionEvaluationResult.disabled("firedrill.mode=inprocess");
                default ->
                    answers()
                            ? ConditionEvaluationResult.enabled("Docker answers")
                            : ConditionEvaluationResult.disabled("Docker does not answer");
            };
        }

        private static boolean answers() {
            try {
                Process docker = new ProcessBuilder("docker", "version")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                return docker.waitFor(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS)
                        && docker.exitValue() == 0;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
