package hyperlab.app;

import hyperlab.file.Document;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The document that a lab holds, and where it came from.
 *
 * @param document everything needed to restore this state
 * @param folder the base folder of the document's relative paths; null if it never was in a file
 * @param file the file it is saved in; null if it never was saved
 * @param beside what the lab holds in addition to its document ({@link Lab#beside}), as of when the session was saved
 * @param saved what the file holds; null if that is not known to be the document
 */
record Held(
        Document document,
        @Nullable Path folder,
        @Nullable Path file,
        @Nullable Document saved,
        String beside) {
    /** A document without unsaved changes: as it was saved, or the lab's initial document. */
    static Held saved(Document document, @Nullable Path folder, @Nullable Path file) {
        return new Held(document, folder, file, document, "");
    }

    /** Whether there are unsaved changes. A page is only read, so it never has any. */
    boolean isModified() {
        return !document.equals(saved) && !(document instanceof Document.OfPage);
    }

    /** A copy with another current document. */
    Held holding(Document now) {
        return new Held(now, folder, file, saved, "");
    }

    Held neverSaved() {
        return new Held(document, folder, file, null, beside);
    }

    Held withBeside(String newBeside) {
        return new Held(document, folder, file, saved, newBeside);
    }
}
