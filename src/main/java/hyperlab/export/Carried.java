package hyperlab.export;

/**
 * What a figure carries inside.
 *
 * @param document what made it ({@link hyperlab.file.Documents}), as JSON
 * @param runs what else it shows ({@link hyperlab.file.RunsFormat}), as JSON; empty for nothing
 */
public record Carried(String document, String runs) {
    /** A document alone. */
    public Carried(String document) {
        this(document, "");
    }
}
