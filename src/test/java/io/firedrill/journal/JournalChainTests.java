package io.firedrill.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Where the chain of a journal ends, and why. */
final class JournalChainTests {

    private static String journal(long... indexes) {
        StringBuilder text = new StringBuilder();
        JournalLines lines = new JournalLines();
        String hash = JournalLines.GENESIS;
        for (long index : indexes) {
            Entry entry = new Entry(index, index, Instant.EPOCH, "runner", new Event.DryRun());
            JournalLines.Line line = lines.write(entry, hash);
            text.append(line.text()).append('\n');
            hash = line.hash();
        }
        return text.toString();
    }

    private static JournalChain chain(String journal) {
        return JournalChain.of(journal.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void ofAWholeJournalEveryRecordHolds() {
        String journal = journal(0, 1, 2);

        JournalChain chain = chain(journal);

        assertThat(chain.broken()).isEmpty();
        assertThat(chain.records()).isEqualTo(3);
        assertThat(journal).endsWith("\"hash\":\"" + chain.last() + "\"}\n");
        assertThat(chain("")).isEqualTo(new JournalChain(0, JournalLines.GENESIS, chain.broken()));
    }

    @Test
    void aRecordIsMissingThoughSomebodyMadeTheChainAnew() {
        assertThat(chain(journal(0, 2, 3)).broken())
                .contains(new JournalChain.Break(2, "event #1 is missing", false));
        assertThat(chain(journal(0, 0, 1)).broken())
                .contains(new JournalChain.Break(2, "event #0 is there twice", false));
    }

    @Test
    void aRecordThatIsNotWholeIsCutOff() {
        String journal = journal(0, 1);

        JournalChain chain = chain(journal.substring(0, journal.length() - 1));

        assertThat(chain.records()).isEqualTo(1);
        assertThat(chain.broken())
                .contains(new JournalChain.Break(
                        2, "the record is cut off: the end of its line is missing", true));
    }

    @Test
    void aLineThatIsNoRecordDoesNotBelongThere() {
        String[] lines = journal(0, 1).split("\n", -1);

        assertThat(chain(lines[0] + "\nnonsense\n" + lines[1] + "\n").broken())
                .contains(new JournalChain.Break(
                        2, "a record is there that does not belong here", false));
    }
}
