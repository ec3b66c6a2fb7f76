package muster.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads all entries with their contents in the order in which they arrived: two cursors side by side, each of
/// which goes through its pages once. One thread.
final class Arrivals implements AutoCloseable {
    private final PreparedStatement allEntries;
    private final PreparedStatement allContents;

    Arrivals(Connection connection) throws SQLException {
        allEntries = connection.prepareStatement("SELECT id, stream, seq, leaf, header, body FROM entry ORDER BY id");
        allContents = connection.prepareStatement("SELECT entry, place, text FROM content ORDER BY entry, place");
    }

    interface Into {
        /// @param stream its number
        /// @return whether to go on
        boolean take(long stream, Evidence.Line line) throws SQLException;
    }

    /// @return whether everything was taken and every content belongs to an entry
    boolean read(Into into) throws SQLException {
        try (ResultSet entries = allEntries.executeQuery();
                ResultSet contents = allContents.executeQuery()) {
            boolean more = contents.next();
            long owner = more ? contents.getLong(1) : 0;
            while (entries.next()) {
                long id = entries.getLong(1);
                List<byte @Nullable []> texts = new ArrayList<>(2);
                boolean inPlace = true;
                while (more && owner == id) {
                    inPlace &= contents.getLong(2) == texts.size();
                    texts.add(contents.getBytes(3));
                    more = contents.next();
                    owner = more ? contents.getLong(1) : 0;
                }
                Evidence.Line line = new Evidence.Line(
                        entries.getLong(3),
                        Evidence.leaf(entries, 4),
                        Evidence.bytes(entries, 5),
                        entries.getBytes(6),
                        texts,
                        inPlace);
                if (!into.take(entries.getLong(2), line)) {
                    return false;
                }
            }
            return !more;
        }
    }

    @Override
    public void close() throws SQLException {
        allEntries.close();
        allContents.close();
    }
}
