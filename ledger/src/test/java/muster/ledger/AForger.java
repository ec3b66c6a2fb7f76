package muster.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import muster.kernel.CanonicalJson;
import muster.kernel.Digest;
import muster.kernel.StreamId;
import tools.jackson.databind.node.ObjectNode;

/// Rewrites entries as somebody does who has the database and, if he is given one, the signing key: every
/// digest fits again, the leaf hash is changed along, and the checkpoint is signed anew.
final class AForger {
    private final ARecord record;
    private final CheckpointSigner signer;

    AForger(ARecord record, CheckpointSigner signer) {
        this.record = record;
        this.signer = signer;
    }

    /// Changes header and body of an entry and everything above them.
    void rewrite(StreamId stream, long seq, Consumer<ObjectNode> header, Consumer<ObjectNode> body)
            throws SQLException {
        long id = record.id(stream);
        record.change(connection -> {
            ObjectNode oldHeader;
            ObjectNode oldBody;
            String salt;
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT header, body FROM entry WHERE stream = ? AND seq = ?")) {
                query.setLong(1, id);
                query.setLong(2, seq);
                try (ResultSet found = query.executeQuery()) {
                    found.next();
                    oldHeader = (ObjectNode) CanonicalJson.parse(found.getBytes(1));
                    var pair = CanonicalJson.parse(found.getBytes(2));
                    salt = pair.get(0).asString();
                    oldBody = (ObjectNode) pair.get(1);
                }
            }
            body.accept(oldBody);
            byte[] newBody = CanonicalJson.bytes(oldBody.arrayNode().add(salt).add(oldBody));
            oldHeader.put("body", Digest.of(newBody));
            header.accept(oldHeader);
            byte[] newHeader = CanonicalJson.bytes(oldHeader);
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE entry SET header = ?, body = ?, leaf = ? WHERE stream = ? AND seq = ?")) {
                update.setBytes(1, newHeader);
                update.setBytes(2, newBody);
                update.setBytes(3, Merkle.leaf(newHeader).bytes());
                update.setLong(4, id);
                update.setLong(5, seq);
                update.executeUpdate();
            }
        });
    }

    void rewriteBody(StreamId stream, long seq, Consumer<ObjectNode> body) throws SQLException {
        rewrite(stream, seq, header -> {}, body);
    }

    void rewriteHeader(StreamId stream, long seq, Consumer<ObjectNode> header) throws SQLException {
        rewrite(stream, seq, header, body -> {});
    }

    /// Signs what is there now.
    void sign(StreamId stream) throws SQLException {
        String origin = record.origin(stream);
        long id = record.id(stream);
        record.change(connection -> {
            Frontier frontier = Frontier.empty();
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT header FROM entry WHERE stream = ? ORDER BY seq")) {
                query.setLong(1, id);
                try (ResultSet found = query.executeQuery()) {
                    while (found.next()) {
                        frontier = frontier.append(Merkle.leaf(found.getBytes(1)));
                    }
                }
            }
            put(connection, id, signer.sign(Checkpoint.of(origin, frontier.size(), frontier.root())));
        });
    }

    private static void put(Connection connection, long id, String checkpoint) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE stream SET checkpoint = ? WHERE id = ?")) {
            update.setString(1, checkpoint);
            update.setLong(2, id);
            update.executeUpdate();
        }
    }
}
