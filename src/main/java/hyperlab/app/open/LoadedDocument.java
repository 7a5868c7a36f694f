package hyperlab.app.open;

import hyperlab.file.Document;
import hyperlab.file.figure.FigureState;
import hyperlab.lab.HasExtras;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a file.
 *
 * @param extras what the lab restores in addition to the document ({@link HasExtras#restoreExtras}); empty if nothing
 * @param version the version of the file ({@link hyperlab.app.disk.FileVersions#of}); null if it is no document of its
 *     own
 * @param figure what the figure showed and how; null if the file is no figure or does not say it
 * @param table how a table was understood; null if the file is no table
 */
public record LoadedDocument(
        Document document,
        String extras,
        @Nullable String version,
        @Nullable FigureState figure,
        @Nullable InferredTable table) {
    public LoadedDocument(Document document) {
        this(document, "", null, null, null);
    }
}
