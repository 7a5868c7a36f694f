package hyperlab.export;

/**
 * The metadata embedded in a figure.
 *
 * @param document the document that made the figure ({@link hyperlab.file.Documents}), as JSON
 * @param runs other runs that the figure shows ({@link hyperlab.file.RunsFormat}), as JSON; empty if there are none
 */
public record EmbeddedMetadata(String document, String runs) {
    /** Metadata with a document only. */
    public EmbeddedMetadata(String document) {
        this(document, "");
    }
}
