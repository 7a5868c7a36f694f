package hyperlab.app;

import hyperlab.file.Document;

/**
 * What a file holds.
 *
 * @param beside what its lab is to hold beside the document ({@link Lab#bringBack}); empty for nothing
 */
record Opened(Document document, String beside) {
    Opened(Document document) {
        this(document, "");
    }
}
