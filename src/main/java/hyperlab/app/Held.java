package hyperlab.app;

import hyperlab.file.Document;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a lab holds, and where that came from.
 *
 * @param document all that is needed to come back here
 * @param folder where the document's paths start; null where it never was in a file
 * @param file where it is saved; null where it never was
 * @param beside what the lab holds beside its document ({@link Lab#beside}), as it was when the session was kept
 * @param saved what the file holds; null where that is not known to be the document
 */
record Held(
        Document document,
        @Nullable Path folder,
        @Nullable Path file,
        @Nullable Document saved,
        String beside) {
    /** A document that is as it was saved, or as the lab began. */
    static Held saved(Document document, @Nullable Path folder, @Nullable Path file) {
        return new Held(document, folder, file, document, "");
    }

    /** Whether there is something to save: a page is read, not made. */
    boolean isModified() {
        return !document.equals(saved) && !(document instanceof Document.OfPage);
    }

    /** The same with another document on stage. */
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
