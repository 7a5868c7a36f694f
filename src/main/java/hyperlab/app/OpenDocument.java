package hyperlab.app;

import hyperlab.file.Document;
import hyperlab.lab.HasExtras;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The document that a lab holds, and where it came from.
 *
 * @param document everything needed to restore this state
 * @param folder the base folder of the document's relative paths; null if it never was in a file
 * @param file the file it is saved in; null if it never was saved
 * @param extras what the lab holds in addition to its document ({@link HasExtras#saveExtras}), as of when the session
 *     was saved
 * @param unmodified what the file holds; null if that is not known to be the document
 */
record OpenDocument(
        Document document,
        @Nullable Path folder,
        @Nullable Path file,
        @Nullable Document unmodified,
        String extras) {
    /** A document without unsaved changes: as it was saved, or the lab's initial document. */
    static OpenDocument unmodified(Document document, @Nullable Path folder, @Nullable Path file) {
        return new OpenDocument(document, folder, file, document, "");
    }

    /** Whether there are unsaved changes. A page is only read, so it never has any. */
    boolean isModified() {
        return !document.equals(unmodified) && !(document instanceof Document.OfPage);
    }

    /** A copy with another current document. */
    OpenDocument withDocument(Document newDocument) {
        return new OpenDocument(newDocument, folder, file, unmodified, "");
    }

    OpenDocument asUnsaved() {
        return new OpenDocument(document, folder, file, null, extras);
    }

    OpenDocument withExtras(String newExtras) {
        return new OpenDocument(document, folder, file, unmodified, newExtras);
    }
}
