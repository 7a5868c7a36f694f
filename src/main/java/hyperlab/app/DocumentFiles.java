package hyperlab.app;

import hyperlab.export.CarriedDocument;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.SafeFile;
import java.nio.file.Path;
import java.util.Locale;

/** Documents in files of their own, and inside the pictures that Hyperlab makes. */
final class DocumentFiles {
    /** What a file holds; a {@link hyperlab.rule.Refusal} says in one line why it cannot be opened. */
    Document read(Path path) {
        if (!path.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            return Documents.read(path);
        }
        return Documents.parse(CarriedDocument.read(path), path.toString());
    }

    /** Replaces the file as a whole, or not at all. */
    void write(Path path, Document document) {
        SafeFile.write(path, Documents.write(document));
    }
}
