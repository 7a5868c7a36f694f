package hyperlab.app;

import hyperlab.file.Document;
import hyperlab.lab.HasExtras;

/**
 * The contents of a file.
 *
 * @param extras what the lab restores in addition to the document ({@link HasExtras#restoreExtras}); empty if nothing
 */
record LoadedDocument(Document document, String extras) {
    LoadedDocument(Document document) {
        this(document, "");
    }
}
