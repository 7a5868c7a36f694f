package hyperlab.app.cases;

import hyperlab.app.UndoHistory;
import hyperlab.app.concurrent.TaskExecutor;
import hyperlab.app.concurrent.StudyRunner;
import hyperlab.app.control.Playback;
import hyperlab.cases.Case;
import hyperlab.cases.CaseScores;
import hyperlab.cases.Judge;
import hyperlab.data.DataSet;
import hyperlab.data.Partition;
import hyperlab.data.Partitions;
import hyperlab.file.Document;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The view model of the Cases lab: the worked cases, the open case, and a user's table that is made into a case. Reruns
 * run on worker threads and can be stopped.
 */
public final class CasesViewModel {
    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors());

    private final UndoHistory undo = new UndoHistory();
    private final Playback playback = new Playback("cases.case");
    private final Shelf shelf;
    private final Rerun rerun;
    private final OwnData own;
    private final StudyRunner<SeedRuns.Result> scaling;
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(this, "page", Page.GALLERY);
    private final ReadOnlyObjectWrapper<@Nullable Opened> opened = new ReadOnlyObjectWrapper<>(this, "opened", null);
    private final ReadOnlyObjectWrapper<@Nullable Glance> glance = new ReadOnlyObjectWrapper<>(this, "glance", null);
    private final TaskExecutor workers;
    private final Executor window;
    private final Consumer<InvalidInputException> refused;

    /** The pages of the lab's stage. */
    public enum Page {
        GALLERY,
        CASE,
        OWN
    }

    /**
     * The open case.
     *
     * @param folder the folder that its paths are relative to; null for the working directory
     */
    public record Opened(Case one, @Nullable Path folder) {}

    /** The data of the open case, and the numbers of rows in its training, validation and test parts. */
    public record Glance(Opened of, DataSet data, int train, int validation, int test) {}

    /**
     * Creates a lab with these cases.
     *
     * @param cases the worked cases, easy ones first; at least one
     * @param workers runs the work
     * @param window delivers the results: the FX thread
     * @param refused receives each rejected input; the previous state is kept
     */
    public CasesViewModel(List<Case> cases, TaskExecutor workers, Executor window, Consumer<InvalidInputException> refused) {
        this.workers = workers;
        this.window = window;
        this.refused = refused;
        shelf = new Shelf(cases);
        rerun = new Rerun(workers, window, refused);
        own = new OwnData(workers, window, refused, this::open);
        scaling = new StudyRunner<>("scaling", workers, window);
        undo.track("cases.undo.query", shelf.query());
        undo.track("cases.undo.task", shelf.task());
        undo.track("cases.undo.tuned", shelf.tuned());
        undo.track("cases.undo.order", shelf.order());
        undo.track("cases.undo.seeds", shelf.seeds());
        undo.track("cases.undo.points", shelf.points());
        undo.track("cases.undo.band", shelf.band());
    }

    // properties

    public UndoHistory undo() {
        return undo;
    }

    /** Unused: the lab has nothing to play back. */
    public Playback playback() {
        return playback;
    }

    public Shelf shelf() {
        return shelf;
    }

    public Rerun rerun() {
        return rerun;
    }

    public OwnData own() {
        return own;
    }

    public ObjectProperty<Page> page() {
        return page;
    }

    /** The open case, or the one that was open last; null before the first. */
    public ReadOnlyObjectProperty<@Nullable Opened> opened() {
        return opened.getReadOnlyProperty();
    }

    /** The data of that case; null until it has been loaded. */
    public ReadOnlyObjectProperty<@Nullable Glance> glance() {
        return glance.getReadOnlyProperty();
    }

    /** Results of the open case without and with standardized features, under the same seeds. */
    ReadOnlyObjectProperty<StudyRunner.StudyStatus<SeedRuns.Result>> scaling() {
        return scaling.found();
    }

    int seeds() {
        return (int) shelf.seeds().get();
    }

    /**
     * The scores to show for a case: those of a rerun if it is running or has at least as many seeds as recorded,
     * otherwise the recorded ones. They contain at most the requested number of seeds.
     */
    CaseScores scores(Case one) {
        CaseScores here = rerun.scores(one);
        return first(
                here.seeds() > 0
                                && (rerun.isRunning()
                                        || here.seeds() >= one.recorded().seeds())
                        ? here
                        : one.recorded());
    }

    private CaseScores first(CaseScores scores) {
        int count = Math.min(seeds(), scores.seeds());
        return new CaseScores(
                scores.before().subList(0, count),
                scores.after().subList(0, count),
                scores.setBack().isEmpty() ? List.of() : scores.setBack().subList(0, count),
                scores.foldsBefore(),
                scores.foldsAfter());
    }

    // commands

    /** Opens a case. */
    public void open(Case one) {
        show(one, null);
    }

    private void show(Case one, @Nullable Path folder) {
        Opened now = new Opened(one, folder);
        if (!now.equals(opened.get())) {
            opened.set(now);
            scaling.setSubject(now);
            glance.set(null);
            look(now);
        }
        page.set(Page.CASE);
    }

    private void look(Opened now) {
        workers.run("glance", () -> {
            try {
                Experiment experiment = now.one().after();
                DataSet data = Partitions.load(experiment.data(), experiment.seed(), now.folder());
                Partition parts = Partitions.part(data, experiment.data(), experiment.seed());
                Glance found = new Glance(
                        now, data, parts.trainRows().length, parts.validationRows().length, parts.testRows().length);
                window.execute(() -> {
                    if (now.equals(opened.get())) {
                        glance.set(found);
                    }
                });
            } catch (InvalidInputException refusal) {
                window.execute(() -> refused.accept(refusal));
            }
        });
    }

    /** Returns to the gallery. Returns false if it is already shown. */
    public boolean back() {
        if (page.get() == Page.GALLERY) {
            return false;
        }
        page.set(Page.GALLERY);
        return true;
    }

    /** Opens a user's table to make it into a case. */
    public void take(Path table) {
        page.set(Page.OWN);
        own.read(table);
    }

    /** Runs all cases again, or stops the rerun. */
    public void runAgain() {
        if (rerun.isRunning()) {
            rerun.stop();
        } else {
            rerun.start(shelf.all(), seeds(), false);
        }
    }

    /** Runs the open case again with its folds, or stops the rerun. */
    public void runOpenedAgain() {
        Opened now = opened.get();
        if (rerun.isRunning()) {
            rerun.stop();
        } else if (now != null) {
            rerun.start(now.one(), now.folder(), seeds());
        }
    }

    /** Trains the tuned experiment without and with standardized features, or stops the training. */
    public void compareScaling() {
        Opened now = opened.get();
        if (scaling.found().get().isRunning()) {
            scaling.stop();
        } else if (now != null) {
            Experiment tuned = now.one().after();
            List<Experiment> both = List.of(
                    tuned.withData(tuned.data().withStandardize(false)),
                    tuned.withData(tuned.data().withStandardize(true)));
            SeedRuns runs = new SeedRuns(
                    both,
                    seeds(),
                    run -> now.one().measure().of(Judge.TEST.of(run)),
                    one -> new TrainingRun(one, Partitions.of(one.data(), one.seed(), now.folder()), null),
                    THREADS,
                    task -> workers.run("scaling", task));
            scaling.start(runs);
        }
    }

    public Document document() {
        Opened now = opened.get();
        return new Document.OfCase(now == null ? shelf.all().get(0) : now.one());
    }

    /**
     * Opens a case from a file. The first worked case without a folder is the default document, which shows the
     * gallery.
     */
    public void open(Document document, @Nullable Path folder) {
        if (document instanceof Document.OfCase of) {
            if (folder == null && of.subject().equals(shelf.all().get(0))) {
                opened.set(null);
                page.set(Page.GALLERY);
            } else {
                show(of.subject(), folder);
            }
        }
    }

    /** Returns whether the file is a CSV file. */
    static boolean isTable(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    /** Stops everything that is running, as when the window is closed. */
    public void park() {
        rerun.stop();
        own.stop();
        scaling.stop();
    }
}
