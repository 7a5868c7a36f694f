package hyperlab.app.export;

import hyperlab.export.TrainingGif;
import hyperlab.file.disk.AtomicFile;
import hyperlab.lab.LabContext;
import hyperlab.rule.InvalidInputException;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.control.chart.GifSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Makes one GIF of a training run at a time on a worker, with title, progress and cancellation. FX thread only. */
public final class GifExportTask {
    /** The progress once everything except writing is done. */
    private static final double SHARE_BEFORE_WRITING = 0.99;

    private final LabContext context;
    private final StudyRunner<Path> work;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");

    GifExportTask(LabContext context) {
        this.context = context;
        work = new StudyRunner<>("film", context.workers(), context.pulses());
        work.statusProperty().addListener((observed, before, now) -> {
            if (now.state() == StudyRunner.StudyState.DONE) {
                context.notices().succeeded(ExportFiles.FAILED);
                context.notices()
                        .showSuccess(texts -> texts.get(
                                "shell.exported",
                                title.get(),
                                now.results().get(0).toString()));
            }
        });
    }

    // properties

    /** The progress. */
    public ReadOnlyObjectProperty<StudyRunner.StudyStatus<Path>> statusProperty() {
        return work.statusProperty();
    }

    /** The chart's title. */
    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    // commands

    /** Starts making a GIF of the chart with this title. */
    void export(String newTitle, GifSource source, TrainingGif gif, Path path) {
        title.set(newTitle);
        work.start((listener, cancelled) -> {
            Optional<byte[]> bytes = source.gif(
                    gif, share -> listener.resultsChanged(List.of(), SHARE_BEFORE_WRITING * share), cancelled);
            if (bytes.isPresent() && !cancelled.getAsBoolean()) {
                write(path, bytes.get(), () -> listener.resultsChanged(List.of(path), 1));
            }
        });
    }

    /** Cancels the export; nothing is written. */
    void cancel() {
        work.stop();
    }

    private void write(Path path, byte[] bytes, Runnable onWritten) {
        try {
            AtomicFile.write(path, bytes);
            onWritten.run();
        } catch (InvalidInputException error) {
            context.pulses().execute(() -> context.showError(ExportFiles.FAILED, error));
        }
    }
}
