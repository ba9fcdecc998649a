package io.firedrill.check.told;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordListTests {
    private static final String GOOD = """
            Incident: INC-7
            Update: 2
            State: identified
            For: customers / retail
            Affected: order, look-up
            Regions: north
            Impact: We are sorry for the trouble: orders fail at the moment. You can still look things up.
            Expected back: 2026-11-22T14:30:00Z
            Next update: 2026-11-22T14:10:00.125Z
            Workaround: look-up
            Contact: 0800 555 0100, help@bank.example
            Data: no data was lost
            Measures: We are working on it and waive all fees of today.
            Supplier: Northern Telecom
            Approved by: communications-lead at 2026-11-22T14:00:00Z
            Declared: 2026-11-22T13:59:00Z
            Sent: 2026-11-22T14:00:01Z
            Status: https://status.bank.example/incidents/7
            We never ask you to send your password or PIN.
            """;

    @ParameterizedTest
    @ValueSource(strings = {"leaks", "blame", "certainty", "jargon", "fraud"})
    void aGoodNoticeHasNothingOfIt(String list) {
        assertThat(WordList.named(list).in(GOOD)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"apology", "acknowledgement", "care"})
    void aGoodNoticeHasWhatMustBeThere(String list) {
        assertThat(WordList.named(list).in(GOOD)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "leaks|reading db1:5432 failed|db1:5432",
                "leaks|db.prod.internal does not answer|db.prod.internal",
                "leaks|portal-2 is down|portal-2",
                "leaks|no answer from 10.0.0.7.|10.0.0.7",
                "leaks|no answer from fe80::1f|fe80::1f",
                "leaks|see /var/log/orders.log|/var/log/orders.log",
                "leaks|at com.example.Orders.book(Orders.java:12)|at com.example.Orders.book(Orders.java:12)",
                "leaks|a NullPointerException came|NullPointerException",
                "leaks|java.net.ConnectException: refused|java.net.ConnectException",
                "leaks|connect ECONNREFUSED|ECONNREFUSED",
                "leaks|it is PostgreSQL 15.2|PostgreSQL 15.2",
                "leaks|sent with token=abc|token=abc",
                "blame|It was caused by our provider.|caused by our provider",
                "blame|That is not our fault.|not our fault",
                "blame|It was human error.|human error",
                "certainty|It definitely works.|definitely",
                "certainty|It can not happen again.|can not happen again",
                "jargon|The failover of the database is done.|failover",
                "jargon|Our API answers again.|API",
                "jargon|You may see error 503.|error 503",
                "fraud|Please confirm your card number.|confirm your card number",
                "fraud|Your account will be blocked.|Your account will be blocked",
                "fraud|Click here.|Click here",
            })
    void findsWhatShouldNotBeThere(String list, String text, String words) {
        List<WordList.Finding> found = WordList.named(list).in(text);

        assertThat(found).first().extracting(WordList.Finding::words).isEqualTo(words);
        assertThat(found).allSatisfy(it -> assertThat(it.reason()).isNotBlank());
    }

    @Test
    void saysTheWordsAndWhyAndCutsThemWhereTheyAreLong() {
        assertThat(new WordList.Finding("db1:5432", "a door").text())
                .isEqualTo("'db1:5432' (a door)");
        assertThat(new WordList.Finding("x".repeat(100), "a door").text())
                .isEqualTo("'" + "x".repeat(60) + "...' (a door)");
    }

    @Test
    void findsPhrasesOfThePlanOverAnyBlanksButNotWithinWords() {
        WordList list = WordList.named().and(List.of("gold  card"), "the plan forbids it");

        assertThat(list.in("Your Gold\nCard works. Marigold cards do.")).hasSize(1);
    }

    @Test
    void letsPassWhatIsAllowed() {
        Wording wording = new Wording(WordList.named("jargon"), List.of("API banking"));

        assertThat(wording.in("API banking works")).isEmpty();
        assertThat(wording.in("our API works")).hasSize(1);
    }
}
