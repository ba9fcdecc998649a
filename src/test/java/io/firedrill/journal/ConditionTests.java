package io.firedrill.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConditionTests {

    @Test
    void isUpUntilItEndsAndAgainOnceItStarts() {
        Condition condition = new Condition(false);
        assertThat(condition.up()).isTrue();

        condition.apply("die");
        assertThat(condition.up()).isFalse();
        assertThat(condition.text()).isEqualTo("not running");

        condition.apply("start");
        assertThat(condition.up()).isTrue();

        condition.apply("stop");
        assertThat(condition.up()).isFalse();
    }

    @Test
    void isNotUpWhileItIsFrozenAndAStartThawsIt() {
        Condition condition = new Condition(false);
        condition.apply("pause");
        assertThat(condition.up()).isFalse();
        assertThat(condition.text()).isEqualTo("paused");

        condition.apply("unpause");
        assertThat(condition.up()).isTrue();

        condition.apply("pause");
        condition.apply("start");
        assertThat(condition.up()).isTrue();
    }

    @Test
    void isHealthyOnlyOnceItIsSaidWhereHealthIsHeard() {
        Condition condition = new Condition(true);
        assertThat(condition.healthHeard()).isTrue();
        assertThat(condition.up()).isTrue();

        condition.apply("start");
        assertThat(condition.up()).isFalse();
        assertThat(condition.text()).isEqualTo("not healthy");

        condition.apply("healthy");
        assertThat(condition.up()).isTrue();

        condition.apply("unhealthy");
        assertThat(condition.up()).isFalse();
    }

    @Test
    void wordsThatSayNothingOfBeingUpAreLetPass() {
        Condition condition = new Condition(false);
        condition.apply("exec_create");
        assertThat(condition.up()).isTrue();

        condition.apply("pause");
        condition.apply("rename");
        assertThat(condition.up()).isFalse();
        assertThat(condition.healthHeard()).isFalse();
    }
}
