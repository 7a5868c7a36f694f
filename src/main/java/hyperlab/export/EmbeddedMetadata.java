package hyperlab.export;

/**
 * The metadata embedded in a figure.
 *
 * @param document the document that made the figure ({@link hyperlab.file.Documents}), as JSON
 * @param runs other runs that the figure shows ({@link hyperlab.file.RunsFormat}), as JSON; empty if there are none
 * @param figure what the figure shows and how ({@link hyperlab.file.figure.FigureStateFormat}), as JSON; empty if it is
 *     not known
 */
public record EmbeddedMetadata(String document, String runs, String figure) {
    /** Metadata with a document only. */
    public EmbeddedMetadata(String document) {
        this(document, "", "");
    }

    /** Metadata with a document and runs. */
    public EmbeddedMetadata(String document, String runs) {
        this(document, runs, "");
    }

    /** A copy with what the figure shows. */
    public EmbeddedMetadata withFigure(String newFigure) {
        return new EmbeddedMetadata(document, runs, newFigure);
    }
}
