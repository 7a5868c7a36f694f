package hyperlab.app;

import hyperlab.app.export.StageCharts;
import hyperlab.export.EmbeddedMetadata;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.RelativePaths;
import hyperlab.file.RunsFormat;
import hyperlab.file.disk.AtomicFile;
import hyperlab.file.runs.SavedRuns;
import hyperlab.lab.ComparesRuns;
import hyperlab.lab.Lab;
import hyperlab.ui.control.chart.ChartCard;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A lab's document with its runs, as it is written to a file: its relative paths are rewritten to start from that
 * file, so that the file or picture can be opened again as long as the files are not moved. FX thread only.
 */
final class WrittenDocument {
    private final Navigation navigation;
    private final DocumentSession session;

    WrittenDocument(Navigation navigation, DocumentSession session) {
        this.navigation = navigation;
        this.session = session;
    }

    /**
     * Takes the document and its runs as they are now. Any thread may call the returned supplier for the text of the
     * file. Which file is associated with the lab does not change.
     */
    Supplier<String> content(Lab lab, Path path) {
        SavedRuns all =
                lab.feature(ComparesRuns.class).map(ComparesRuns::allRuns).orElse(SavedRuns.NONE);
        SavedRuns runs = rebased(lab, all, path);
        Document document = rebased(lab, lab.document(), path);
        return () -> Documents.write(document, runs);
    }

    /**
     * Writes the document on stage.
     *
     * @throws hyperlab.rule.InvalidInputException if the file cannot be written
     */
    void write(Path path) {
        AtomicFile.write(path, content(navigation.currentProperty().get(), path).get());
    }

    /** The metadata to embed in the picture at {@code path}: what produced a chart on stage. */
    EmbeddedMetadata embeddedMetadata(ChartCard card, Path path) {
        Lab lab = navigation.currentProperty().get();
        SavedRuns runs = rebased(lab, StageCharts.comparedRuns(lab, card), path);
        return new EmbeddedMetadata(
                Documents.write(rebased(lab, lab.displayedDocument(card), path)),
                runs.isEmpty() ? "" : RunsFormat.write(runs));
    }

    private SavedRuns rebased(Lab lab, SavedRuns runs, Path path) {
        Path folder = path.toAbsolutePath().getParent();
        return folder == null ? runs : RelativePaths.rebased(runs, folderOf(lab), folder);
    }

    private Document rebased(Lab lab, Document document, Path path) {
        Path folder = path.toAbsolutePath().getParent();
        return folder == null ? document : RelativePaths.rebased(document, folderOf(lab), folder);
    }

    /** The folder that the paths of the lab's document are relative to; null for the working directory. */
    private @Nullable Path folderOf(Lab lab) {
        return session.openDocument(lab).folder();
    }
}
