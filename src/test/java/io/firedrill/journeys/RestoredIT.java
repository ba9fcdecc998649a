package io.firedrill.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.journeys.JdbcInsert;
import io.firedrill.NeedsDocker;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.journal.SystemClock;
import io.firedrill.topology.containers.ContainersProvisioner;
import io.firedrill.topology.containers.RunSettings;
import io.firedrill.traffic.JourneyCatalog;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup of a real PostgreSQL, taken and put back while customers go on booking. */
@NeedsDocker
final class RestoredIT {
    @TempDir
    Path folder;

    @Test
    void whatWasBookedBeforeTheBackupIsThereAgainAndTheLossReachesBackToIt() {
        Played played = play(Map.of());

        assertThat(played.causes()).isEmpty();
        Verdict restored = played.verdict("restored");
        assertThat(restored.details().get("lost between backup and restore")).isNotEmpty();
        assertThat(restored.headline()).contains("writes acknowledged before the backup are there");
    }

    @Test
    void aBackupThatForgetsSomeIsFoundOut() {
        Played played = play(Map.of("BACKUP: whole", "BACKUP: partial"));

        Verdict restored = played.verdict("restored");
        assertThat(restored.status()).as(restored.headline()).isEqualTo(Verdict.Status.FAIL);
        assertThat(restored.reason()).contains(Reason.RESTORED_INCOMPLETE);
    }

    private Played play(Map<String, String> changed) {
        Path system = folder.resolve("ledger");
        Played.copy(Path.of("src/test/resources/journeys/ledger"), system, changed);
        String run = UUID.randomUUID().toString().substring(0, 8);
        RunSettings settings = RunSettings.usual(run, new SystemClock()::nanos);
        try (ContainersProvisioner provisioner = new ContainersProvisioner(settings)) {
            return Played.on(provisioner, system, JourneyCatalog.of(new JdbcInsert()));
        }
    }
}
