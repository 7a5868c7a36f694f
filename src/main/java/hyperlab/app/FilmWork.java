package hyperlab.app;

import hyperlab.app.concurrent.StudyRun;
import hyperlab.app.control.ChartFilm;
import hyperlab.export.Filming;
import hyperlab.file.SafeFile;
import hyperlab.rule.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Makes one GIF of a training run at a time on a worker, with title, progress and cancellation. FX thread only. */
final class FilmWork {
    /** The progress once everything except writing is done. */
    private static final double NEARLY = 0.99;

    private final LabContext context;
    private final StudyRun<Path> work;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");

    FilmWork(LabContext context) {
        this.context = context;
        work = new StudyRun<>("film", context.workers(), context.pulses());
        work.found().addListener((observed, before, now) -> {
            if (now.state() == StudyRun.State.DONE) {
                context.notices()
                        .done(context.messages()
                                .get(
                                        "shell.exported",
                                        title.get(),
                                        now.results().get(0).toString()));
            }
        });
    }

    // properties

    /** The progress. */
    ReadOnlyObjectProperty<StudyRun.Found<Path>> found() {
        return work.found();
    }

    /** The chart's title. */
    ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    // commands

    /** Starts making a GIF of the chart with this title. */
    void start(String newTitle, ChartFilm film, Filming filming, Path path) {
        title.set(newTitle);
        work.start((listener, cancelled) -> {
            Optional<byte[]> gif = film.gif(filming, share -> listener.found(List.of(), NEARLY * share), cancelled);
            if (gif.isPresent() && !cancelled.getAsBoolean()) {
                write(path, gif.get(), () -> listener.found(List.of(path), 1));
            }
        });
    }

    /** Cancels the export; nothing is written. */
    void cancel() {
        work.stop();
    }

    private void write(Path path, byte[] gif, Runnable written) {
        try {
            SafeFile.write(path, gif);
            written.run();
        } catch (Refusal refusal) {
            context.pulses().execute(() -> context.refused("shell.notExported", refusal));
        }
    }
}
