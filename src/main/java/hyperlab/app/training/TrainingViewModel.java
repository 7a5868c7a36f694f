package hyperlab.app.training;

import hyperlab.app.Undo;
import hyperlab.app.concurrent.Latest;
import hyperlab.app.concurrent.Runner;
import hyperlab.app.control.Playback;
import hyperlab.file.RunSource;
import hyperlab.train.BatchSize;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The Training lab: an experiment, the run that was started with it, and the run before. The learning rate and the batch
 * size reach the run at its next step; everything else waits for a restart, or simply holds while no step is made yet.
 */
final class TrainingViewModel {
    private static final int TEN_A_SECOND = 3;
    private static final double MOST_OWED_SECONDS = 0.1;

    private final Undo undo = new Undo();
    private final ExperimentSettings settings = new ExperimentSettings(undo);
    private final OwnTable table = new OwnTable(settings);
    private final Playback playback = new Playback("shell.epoch");
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper(this, "opening", true);
    private final ReadOnlyObjectWrapper<List<Difference>> waiting = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Picture> picture;

    private final Runner workers;
    private final Executor pulses;
    private final AtomicReference<@Nullable LiveRun> toOpen = new AtomicReference<>();
    private LiveRun run;
    private Progress progress = Progress.NONE;
    private long orderAtWork;
    private double owed;
    private @Nullable LiveRun earlier;
    private @Nullable Previous previous;
    private Experiment taken = Experiment.DEFAULT;
    private boolean closed;
    private boolean taking;

    TrainingViewModel(Runner workers, Executor pulses) {
        this.workers = workers;
        this.pulses = pulses;
        run = newRun();
        taken = run.experiment();
        picture = new ReadOnlyObjectWrapper<>(pictureOfNow());
        playback.speed().set(TEN_A_SECOND);
        playback.length().set(settings.epochs().get());
        playback.drivenBy(new Drive());
        playback.playing().addListener((observed, before, after) -> playingChanged());
        playback.speed().addListener((observed, before, after) -> playingChanged());
        playback.position().addListener((observed, before, after) -> moved());
        settings.experiment().addListener((observed, before, after) -> experimentChanged());
        open(run);
    }

    // properties

    ExperimentSettings settings() {
        return settings;
    }

    /** The table of one's own that is the source, where there is one. */
    OwnTable table() {
        return table;
    }

    Undo undo() {
        return undo;
    }

    Playback playback() {
        return playback;
    }

    ReadOnlyObjectProperty<Picture> picture() {
        return picture.getReadOnlyProperty();
    }

    /** Whether the data of the run are still being read; the picture may then still be that of the run before. */
    ReadOnlyBooleanProperty opening() {
        return opening.getReadOnlyProperty();
    }

    /** The settings that the run on stage does not have and will not take up before a restart. */
    ReadOnlyObjectProperty<List<Difference>> waiting() {
        return waiting.getReadOnlyProperty();
    }

    /** What is to be seen on stage, in words. */
    List<Words> observations() {
        return Observations.of(picture.get(), run.history());
    }

    // commands

    /** Starts over with the settings of now; the run until here stays as the one before, if it made a step. */
    void restart() {
        LiveRun ended = progress.step() > 0 ? run : null;
        if (ended != null) {
            earlier = ended;
        }
        startOver();
        if (ended != null) {
            workers.run("training-release", ended::release);
        }
    }

    /** One optimizer step; ends playing. */
    void stepOnce() {
        playback.playing().set(false);
        if (orderAtWork == 0 && progress.outcome() == null) {
            order(Integer.MAX_VALUE, progress.step() + 1);
        }
    }

    /** Time has passed while epochs come at so many a second. */
    void pulse(double seconds) {
        double speed = playback.unitsPerSecond();
        if (!playback.playing().get() || Double.isInfinite(speed)) {
            owed = 0;
            return;
        }
        owed = Math.min(owed + seconds * speed, 1 + MOST_OWED_SECONDS * speed);
        if (owed >= 1 && orderAtWork == 0) {
            int whole = (int) owed;
            owed -= whole;
            order(progress.epoch() + whole, Long.MAX_VALUE);
        }
    }

    /** Everything that decides the run, with the settings that have no control here. */
    Experiment experiment() {
        return settings.experiment().get();
    }

    /** Sets all at once, forgets what was undone and the run before. */
    void open(Experiment experiment, @Nullable Path newFolder) {
        playback.playing().set(false);
        table.folder(newFolder);
        earlier = null;
        undo.forgetThrough(() -> settings.experiment().set(experiment));
        startOver();
    }

    /** Ends whatever runs, for good. */
    void close() {
        closed = true;
        playback.playing().set(false);
        run.order();
    }

    private final class Drive implements Playback.Driver {
        @Override
        public void stepForward() {
            if (orderAtWork == 0) {
                order(progress.epoch() + 1, Long.MAX_VALUE);
            }
        }

        @Override
        public void reset() {
            restart();
        }
    }

    private void playingChanged() {
        if (orderAtWork != 0) {
            run.order();
            orderAtWork = 0;
        }
        owed = 0;
        if (!playback.playing().get()) {
            return;
        }
        if (progress.outcome() != null || progress.refusal() != null) {
            restart();
        }
        playback.position().set(playback.done().get());
        if (Double.isInfinite(playback.unitsPerSecond())) {
            order(Integer.MAX_VALUE, Long.MAX_VALUE);
        }
    }

    private void experimentChanged() {
        if (progress.step() == 0 && orderAtWork == 0) {
            startOver();
            return;
        }
        if (progress.outcome() == null) {
            double rate = settings.learningRate().get();
            BatchSize size = settings.batchSize().get();
            run.learningRate(rate);
            run.batchSize(size);
            taken = run.experiment()
                    .withTraining(
                            run.experiment().training().withLearningRate(rate).withBatchSize(size));
        }
        waiting.set(settings.differences(taken, experiment()));
    }

    private void startOver() {
        run.order();
        orderAtWork = 0;
        owed = 0;
        boolean begun = progress.step() > 0;
        opening.set(true);
        run = newRun();
        taken = run.experiment();
        LiveRun before = earlier;
        previous = before == null ? null : before(before);
        progress = Progress.NONE;
        waiting.set(List.of());
        playback.length().set(experiment().training().epochs());
        playback.done().set(0);
        playback.position().set(0);
        if (begun) {
            show();
        }
        open(run);
    }

    private LiveRun newRun() {
        AtomicReference<LiveRun> own = new AtomicReference<>();
        Latest<Progress> news = new Latest<>(pulses, newest -> {
            if (own.get() == run) {
                take(newest);
            }
        });
        LiveRun made = new LiveRun(settings.experiment().get(), new RunSource(table.folder())::open, news::offer);
        own.set(made);
        return made;
    }

    /** Reads the data ahead of the first step; of runs that follow one another fast, the newest alone. */
    private void open(LiveRun wanted) {
        if (!closed && toOpen.getAndSet(wanted) == null) {
            workers.run("training-data", () -> {
                LiveRun next = toOpen.get();
                while (next != null) {
                    next.open();
                    next = toOpen.compareAndSet(next, null) ? null : toOpen.get();
                }
            });
        }
    }

    private void order(int toEpoch, long toStep) {
        if (closed) {
            return;
        }
        LiveRun ordered = run;
        long order = ordered.order();
        orderAtWork = order;
        workers.run("training", () -> ordered.work(order, toEpoch, toStep));
    }

    private void take(Progress newest) {
        boolean follows = playback.position().get() == playback.done().get();
        taking = true;
        progress = newest;
        opening.set(run.facts() == null && newest.refusal() == null);
        if (newest.idle() && newest.order() == orderAtWork) {
            orderAtWork = 0;
        }
        playback.done().set(newest.epoch());
        if (follows) {
            playback.position().set(newest.epoch());
        }
        taking = false;
        show();
        if (newest.outcome() != null || newest.refusal() != null) {
            playback.playing().set(false);
        }
    }

    private void moved() {
        if (!taking && run.history().newest() != null) {
            show();
        }
    }

    private void show() {
        picture.set(pictureOfNow());
    }

    private @Nullable Reading reading() {
        int epoch = playback.position().get();
        EpochReport head = run.history().at(epoch);
        EpochReport best = run.history().best();
        return head == null || best == null
                ? null
                : new Reading(
                        head, best, earlier == null ? null : earlier.history().at(epoch));
    }

    private Previous before(LiveRun before) {
        return new Previous(
                before.experiment(),
                before.history().curves(),
                !before.marks().isEmpty(),
                settings.differences(before.experiment(), run.experiment()));
    }

    private Picture pictureOfNow() {
        return new Picture(
                taken,
                run.history().curves(),
                run.marks(),
                run.facts(),
                reading(),
                previous,
                progress.step(),
                progress.place(),
                progress.outcome(),
                progress.refusal());
    }
}
