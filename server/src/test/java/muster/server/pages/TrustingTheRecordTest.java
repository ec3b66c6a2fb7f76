package muster.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import muster.ledger.CheckpointSigner;
import muster.ledger.DataDirectory;
import muster.server.AServer;
import muster.server.Web;
import muster.server.door.Routes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Over the real ledger, with checkpoints that are signed.
class TrustingTheRecordTest {
    private static final Logger ROUTES = Logger.getLogger(Routes.class.getName());

    private final DataDirectory data;
    private final LyingJournal journal;
    private final AServer server;
    private final String id;

    TrustingTheRecordTest(@TempDir Path directory) throws IOException {
        this.data = DataDirectory.open(directory, new CheckpointSigner(new byte[32]));
        this.journal = new LyingJournal(data.journal());
        this.server = AServer.over(journal);
        this.id = server.crisis("Blackbird");
    }

    @BeforeEach
    void expectComplaints() {
        ROUTES.setLevel(Level.OFF);
    }

    @AfterEach
    void stop() throws IOException {
        ROUTES.setLevel(null);
        server.close();
        data.close();
    }

    @Test
    void a_record_that_was_looked_at_and_is_signed_is_called_intact() {
        Web.Reply page = server.browser("dana").get(Brief.place(id));

        assertThat(page.body())
                .contains(">Intact<")
                .contains("/crisis/" + id + "/1")
                .contains("— muster.test/muster");
    }

    @Test
    void an_entry_that_somebody_changed_is_said_first_and_not_told() {
        journal.lieAbout(2);

        Web.Reply page = server.browser("dana").get(Brief.place(id));
        Web.Reply history = server.as("dana").get("/api/crises/" + id + "/history");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains(">Broken<").doesNotContain("Timeline").contains("Suspected");
        assertThat(page.body().indexOf("Broken")).isLessThan(page.body().indexOf("Suspected"));
        assertThat(history.status()).isEqualTo(500);
        assertThat(history.at("/code")).isEqualTo("record-damaged");
    }
}
