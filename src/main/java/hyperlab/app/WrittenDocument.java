package hyperlab.app;

import hyperlab.app.export.StageCharts;
import hyperlab.export.EmbeddedMetadata;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.RelativePaths;
import hyperlab.file.RunsFormat;
import hyperlab.file.runs.SavedRuns;
import hyperlab.lab.ComparesRuns;
import hyperlab.lab.Lab;
import hyperlab.ui.control.chart.ChartCard;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The document on stage with its runs, as it is written to a file: its relative paths are rewritten to start from that
 * file, so that the file or picture can be opened again as long as the files are not moved. FX thread only.
 */
final class WrittenDocument {
    private final Navigation navigation;
    private final DocumentSession session;
    private final DocumentFiles store;

    WrittenDocument(Navigation navigation, DocumentSession session, DocumentFiles store) {
        this.navigation = navigation;
        this.session = session;
        this.store = store;
    }

    /**
     * Writes the document. Which file is associated with the lab does not change.
     *
     * @return what was written
     * @throws hyperlab.rule.InvalidInputException if the file cannot be written
     */
    String write(Path path) {
        Lab lab = navigation.currentProperty().get();
        SavedRuns runs =
                lab.feature(ComparesRuns.class).map(ComparesRuns::allRuns).orElse(SavedRuns.NONE);
        return store.write(path, rebased(lab.document(), path), rebased(runs, path));
    }

    /** The metadata to embed in the picture at {@code path}: what produced a chart on stage. */
    EmbeddedMetadata embeddedMetadata(ChartCard card, Path path) {
        Lab lab = navigation.currentProperty().get();
        SavedRuns runs = rebased(StageCharts.comparedRuns(lab, card), path);
        return new EmbeddedMetadata(
                Documents.write(rebased(lab.displayedDocument(card), path)),
                runs.isEmpty() ? "" : RunsFormat.write(runs));
    }

    private SavedRuns rebased(SavedRuns runs, Path path) {
        Path folder = path.toAbsolutePath().getParent();
        return folder == null ? runs : RelativePaths.rebased(runs, folderOnStage(), folder);
    }

    private Document rebased(Document document, Path path) {
        Path folder = path.toAbsolutePath().getParent();
        return folder == null ? document : RelativePaths.rebased(document, folderOnStage(), folder);
    }

    /** The folder that the paths of the document on stage are relative to; null for the working directory. */
    private @Nullable Path folderOnStage() {
        return session.openDocument(navigation.currentProperty().get()).folder();
    }
}
