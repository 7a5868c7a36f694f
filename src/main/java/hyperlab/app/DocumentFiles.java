package hyperlab.app;

import hyperlab.export.CarriedDocument;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.SafeFile;
import hyperlab.rule.Refusal;
import java.nio.file.Path;
import java.util.Locale;

/** Documents in files of their own, and inside the pictures that Hyperlab makes. */
final class DocumentFiles {
    /** What a file holds; a {@link Refusal} says in one line why it cannot be opened. */
    Document read(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            throw new Refusal(path.toString(), "is a table: the Training lab opens it, under Data");
        }
        if (!name.endsWith(".png")) {
            return Documents.read(path);
        }
        return Documents.parse(CarriedDocument.read(path), path.toString());
    }

    /** Replaces the file as a whole, or not at all. */
    void write(Path path, Document document) {
        SafeFile.write(path, Documents.write(document));
    }
}
