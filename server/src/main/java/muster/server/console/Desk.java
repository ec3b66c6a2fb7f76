package muster.server.console;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the command line asks of a Muster, running or not. Requests and answers are JSON objects, so that
/// both ways are the same: one door for the operator.
public interface Desk extends AutoCloseable {
    /// What can be asked.
    enum Ask {
        /// Gives a command to the organisation: `type`, `command`, `via`.
        COMMAND,
        /// Cards of a view of the organisation, as far as its general lane shows them: `view`.
        VIEW,
        /// The token text of a session: `session`.
        TOKEN,
        /// The one-time sign-in link of a link id: `link`.
        LINK,
        /// All crises: `id`, `label`, `exercise`, `open` of each, and nothing that is said in them.
        CRISES,
        /// Copies the data directory while it is in use: `to`.
        BACKUP
    }

    /// Answers the request.
    ///
    /// @throws DeskProblem in words for the operator
    JsonNode ask(Ask ask, ObjectNode request);

    @Override
    void close();

    /// What cannot be done, in one sentence.
    final class DeskProblem extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public DeskProblem(String words) {
            super(words);
        }

        public DeskProblem(String words, Throwable cause) {
            super(words, cause);
        }
    }
}
