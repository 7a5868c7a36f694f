package hyperlab.app;

import hyperlab.file.Document;

/**
 * The contents of a file.
 *
 * @param beside what the lab restores in addition to the document ({@link Lab#bringBack}); empty if nothing
 */
record Opened(Document document, String beside) {
    Opened(Document document) {
        this(document, "");
    }
}
