package io.firedrill.evidence.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A step, a trigger or a target that somebody adds must find its way into the pack as well. */
class ScenarioPartsTests {

    static Stream<Class<?>> sealedOnes() {
        return ScenarioParts.KINDS.keySet().stream().filter(Class::isSealed);
    }

    @ParameterizedTest
    @MethodSource("sealedOnes")
    void everyKindOfASealedTypeHasItsWord(Class<?> type) {
        Map<Class<?>, Class<?>> how = ScenarioParts.KINDS;

        JsonSubTypes words = how.get(type).getAnnotation(JsonSubTypes.class);

        assertThat(Arrays.stream(words.value()).map(JsonSubTypes.Type::value))
                .isNotEmpty()
                .containsExactlyInAnyOrder(type.getPermittedSubclasses());
        assertThat(Arrays.stream(words.value()).map(JsonSubTypes.Type::name))
                .doesNotHaveDuplicates();
    }
}
