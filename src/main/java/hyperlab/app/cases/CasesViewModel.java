package hyperlab.app.cases;

import hyperlab.app.Undo;
import hyperlab.app.concurrent.Runner;
import hyperlab.app.concurrent.StudyRun;
import hyperlab.app.control.Playback;
import hyperlab.cases.Case;
import hyperlab.cases.CaseScores;
import hyperlab.cases.Judge;
import hyperlab.data.DataSet;
import hyperlab.data.Partition;
import hyperlab.data.Partitions;
import hyperlab.file.Document;
import hyperlab.rule.Refusal;
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
 * The Cases lab without a window: the shelf of worked cases, one of them opened, or a table of one's own on its way to
 * becoming one. What is run again runs on workers and can be stopped.
 */
public final class CasesViewModel {
    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors());

    private final Undo undo = new Undo();
    private final Playback playback = new Playback("cases.case");
    private final Shelf shelf;
    private final Rerun rerun;
    private final OwnData own;
    private final StudyRun<SeedRuns.Result> scaling;
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(this, "page", Page.GALLERY);
    private final ReadOnlyObjectWrapper<@Nullable Opened> opened = new ReadOnlyObjectWrapper<>(this, "opened", null);
    private final ReadOnlyObjectWrapper<@Nullable Glance> glance = new ReadOnlyObjectWrapper<>(this, "glance", null);
    private final Runner workers;
    private final Executor window;
    private final Consumer<Refusal> refused;

    /** What is on stage. */
    public enum Page {
        GALLERY,
        CASE,
        OWN
    }

    /**
     * The case that is opened.
     *
     * @param folder where its paths start; null for the working directory
     */
    public record Opened(Case one, @Nullable Path folder) {}

    /** The opened case's data: all rows, and how they are parted. */
    public record Glance(Opened of, DataSet data, int train, int validation, int test) {}

    /**
     * A lab with these cases on its shelf.
     *
     * @param cases easy ones first, at least one
     * @param workers where work is done
     * @param window where its results are taken up: the FX thread
     * @param refused told of what will not do, and was left as it was
     */
    public CasesViewModel(List<Case> cases, Runner workers, Executor window, Consumer<Refusal> refused) {
        this.workers = workers;
        this.window = window;
        this.refused = refused;
        shelf = new Shelf(cases);
        rerun = new Rerun(workers, window, refused);
        own = new OwnData(workers, window, refused, this::open);
        scaling = new StudyRun<>("scaling", workers, window);
        undo.track("cases.undo.query", shelf.query());
        undo.track("cases.undo.task", shelf.task());
        undo.track("cases.undo.tuned", shelf.tuned());
        undo.track("cases.undo.order", shelf.order());
        undo.track("cases.undo.seeds", shelf.seeds());
        undo.track("cases.undo.points", shelf.points());
        undo.track("cases.undo.band", shelf.band());
    }

    // properties

    public Undo undo() {
        return undo;
    }

    /** There is nothing to play back. */
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

    /** The case that is opened, or was last; null before one was. */
    public ReadOnlyObjectProperty<@Nullable Opened> opened() {
        return opened.getReadOnlyProperty();
    }

    /** Its data; null until they are read. */
    public ReadOnlyObjectProperty<@Nullable Glance> glance() {
        return glance.getReadOnlyProperty();
    }

    /** The opened case with features as they are and standardized, under the same seeds. */
    ReadOnlyObjectProperty<StudyRun.Found<SeedRuns.Result>> scaling() {
        return scaling.found();
    }

    int seeds() {
        return (int) shelf.seeds().get();
    }

    /** What is shown of a case: what was run here where there is something, else what was recorded; as many seeds as asked. */
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

    /** Opens a case of the shelf, or one that was made here. */
    public void open(Case one) {
        show(one, null);
    }

    private void show(Case one, @Nullable Path folder) {
        Opened now = new Opened(one, folder);
        if (!now.equals(opened.get())) {
            opened.set(now);
            scaling.about(now);
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
            } catch (Refusal refusal) {
                window.execute(() -> refused.accept(refusal));
            }
        });
    }

    /** Back to the shelf; false where one is there already. */
    public boolean back() {
        if (page.get() == Page.GALLERY) {
            return false;
        }
        page.set(Page.GALLERY);
        return true;
    }

    /** Makes a table of one's own into a case. */
    public void take(Path table) {
        page.set(Page.OWN);
        own.read(table);
    }

    /** Runs all cases of the shelf again, or stops doing so. */
    public void runAgain() {
        if (rerun.isRunning()) {
            rerun.stop();
        } else {
            rerun.start(shelf.all(), seeds(), false);
        }
    }

    /** Runs the opened case again with its folds, or stops doing so. */
    public void runOpenedAgain() {
        Opened now = opened.get();
        if (rerun.isRunning()) {
            rerun.stop();
        } else if (now != null) {
            rerun.start(now.one(), now.folder(), seeds());
        }
    }

    /** Trains the tuned experiment with features as they are and standardized, or stops doing so. */
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

    /** Opens a case from a file; the first of the shelf, from nowhere, is how the lab begins. */
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

    /** Whether it is a table of one's own. */
    static boolean isTable(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    /** Stops what runs, as when the window is closed. */
    public void park() {
        rerun.stop();
        own.stop();
        scaling.stop();
    }
}
