package io.firedrill.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps {@code scenarios/README.md} in step with the reader. */
class ReadmeTests {
    private static final Pattern EXAMPLE =
            Pattern.compile("```yaml\n# scenarios/(\\S+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ADDED =
            Pattern.compile("```yaml\n# added to scenarios/(\\S+)\n(.*?)```", Pattern.DOTALL);

    static List<Shape> shapes() {
        return Shapes.ALL;
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("scenarios/README.md"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void explainsEveryKey(Shape shape) throws IOException {
        String readme = readme();

        assertThat(shape.known()).allSatisfy(key -> assertThat(readme).contains("`" + key + "`"));
    }

    @Test
    void explainsEveryKindOfChannel() throws IOException {
        String readme = readme();

        assertThat(ChannelKind.names())
                .allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
    }

    @Test
    void explainsEverySwitch() throws IOException {
        String readme = readme();

        assertThat(OptionsBinder.KNOWN)
                .allSatisfy(name -> assertThat(readme).contains("| `" + name + "` |"));
        assertThat(readme).contains("`firedrill.image.<component>`");
    }

    @Test
    void showsAnExampleThatIsReadWithoutProblems(@TempDir Path root) throws IOException {
        ShopFolder folder = new ShopFolder(root);
        EXAMPLE.matcher(readme())
                .results()
                .forEach(example -> folder.write(example.group(1), example.group(2)));
        ADDED.matcher(readme())
                .results()
                .forEach(added ->
                        folder.write(added.group(1), folder.text(added.group(1)) + added.group(2)));
        folder.write("shop/.env", "SHOP_PASSWORD=x\nSMS_TOKEN=y\n")
                .write(
                        "shop/compose.yaml",
                        "services: {front: {}, api: {}, db: {}, db1: {}, db2: {}}\n")
                .write(
                        "shop/twins/db-lost/no-standby.compose.yaml",
                        "services: {db2: !reset null}\n");

        Reading reading = folder.read();

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.drills()).extracting(Scenario::id).containsExactly("shop/db-lost");
        Scenario drill = reading.drills().get(0);
        assertThat(drill.system().channels()).hasSize(7);
        assertThat(drill.objectives())
                .extracting(Objective::id)
                .contains("n01-first-notice", "n05-cadence");
        assertThat(reading.twins())
                .extracting(Scenario::id)
                .containsExactly("shop/db-lost/no-standby");
    }
}
