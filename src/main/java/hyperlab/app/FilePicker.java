package hyperlab.app;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the person for a file; a test answers in the person's place. */
public interface FilePicker {
    /** An existing file of a kind; empty when the person changed their mind. */
    Optional<Path> open(Kind kind);

    /** A file to write; empty when the person changed their mind. */
    Optional<Path> save(Kind kind, String suggestedName);

    /** Kinds of files, each with the message key of its name. */
    enum Kind {
        /** Whatever can be opened: an experiment or a picture that carries one. */
        DOCUMENT("shell.files.document", "*.hyperlab.json", "*.png"),
        EXPERIMENT("shell.files.experiment", "*.hyperlab.json"),
        PICTURE("shell.files.picture", "*.png"),
        TABLE("shell.files.table", "*.csv");

        private final String nameKey;
        private final String[] patterns;

        Kind(String nameKey, String... patterns) {
            this.nameKey = nameKey;
            this.patterns = patterns;
        }

        public String nameKey() {
            return nameKey;
        }

        public String[] patterns() {
            return patterns.clone();
        }
    }
}
