package muster.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import muster.kernel.StreamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class CheckingTheRecordTest {
    @TempDir
    private Path folder;

    private static AHost.Said verify(Path record, String... more) {
        String[] args = new String[more.length + 2];
        args[0] = "verify";
        args[1] = record.toString();
        System.arraycopy(more, 0, args, 2, more.length);
        return AHost.say(args);
    }

    @Test
    void a_record_that_nobody_touched_is_intact_while_the_server_runs_and_after() {
        try (AHost host = AHost.organised(folder)) {
            host.start();
            assertThat(verify(host.data)).extracting(AHost.Said::code).isEqualTo(0);
            host.stop();
            AHost.Said said = verify(host.data);
            assertThat(said.code()).isZero();
            assertThat(said.out()).startsWith("record: intact").contains("anchor: none");
            assertThat(verify(host.data, "--json").out()).contains("\"exitCode\"");
        }
    }

    @Test
    void a_changed_entry_is_found_and_named() throws SQLException {
        try (AHost host = AHost.organised(folder)) {
            change(
                    host.data,
                    "UPDATE entry SET body = CAST(replace(CAST(body AS TEXT), 'Europe/Berlin', 'Europe/Madrid') AS BLOB)"
                            + " WHERE seq = 2 AND stream = (SELECT id FROM stream WHERE name = 'organisation')");
            AHost.Said said = verify(host.data);
            assertThat(said.code()).isEqualTo(2);
            assertThat(said.out()).startsWith("record: tampered").contains("2");
        }
    }

    @Test
    void a_checkpoint_of_another_log_proves_nothing() throws IOException {
        try (AHost host = AHost.organised(folder);
                AHost other = AHost.on(Files.createDirectories(folder.resolve("other")))) {
            Path kept = folder.resolve("kept.txt");
            try (Instance instance = other.opened()) {
                Files.writeString(
                        kept,
                        instance.engine().journal().tip(StreamId.ORGANISATION).checkpoint());
            }
            assertThat(verify(host.data, "--checkpoint", kept.toString()).code())
                    .isEqualTo(3);
            assertThat(verify(other.data, "--checkpoint", kept.toString()).out())
                    .doesNotContain("anchor: none");
        }
    }

    @Test
    void what_is_no_record_is_wrong_usage() {
        assertThat(verify(folder.resolve("nothing")).code()).isEqualTo(64);
        assertThat(verify(folder, "--checkpoint", "nowhere.txt").code()).isEqualTo(64);
    }

    @Test
    void a_copy_made_while_the_server_runs_can_be_put_back_and_is_intact() throws IOException {
        Path copy = folder.resolve("copy");
        try (AHost host = AHost.organised(folder)) {
            host.start();
            host.muster("person", "add", "Judy Bright", "--handle", "judy");
            assertThat(host.muster("backup", copy.toString()).code()).isZero();
            assertThat(host.muster("backup", copy.toString()).err())
                    .contains("is not empty")
                    .hasLineCount(1);
            host.muster("person", "add", "Later Still", "--handle", "later");

            Path back = folder.resolve("back");
            AHost.Said said = AHost.say("restore", copy.toString(), "--data", back.toString());
            assertThat(said.code()).as(said.err()).isZero();
            assertThat(said.out()).contains("put its keys into " + back + ".keys");
            assertThat(verify(back).code()).isZero();
            String people = AHost.say("person", "list", "--data", back.toString(), "--keys", host.keys.toString())
                    .out();
            assertThat(people).contains("Judy Bright").doesNotContain("Later Still");
            assertThat(AHost.say("restore", copy.toString(), "--data", back.toString())
                            .code())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_copy_that_somebody_changed_is_not_put_back() throws Exception {
        Path copy = folder.resolve("copy");
        try (AHost host = AHost.organised(folder)) {
            host.muster("backup", copy.toString());
            change(copy, "DELETE FROM entry WHERE seq = 3");
            Path back = folder.resolve("back");
            AHost.Said said = AHost.say("restore", copy.toString(), "--data", back.toString());
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.err()).contains("record: tampered").contains("is not put back");
            assertThat(back).doesNotExist();
        }
    }

    private static void change(Path record, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + record.resolve("journal.db"));
                Statement change = connection.createStatement()) {
            assertThat(change.executeUpdate(statement)).isPositive();
        }
    }
}
