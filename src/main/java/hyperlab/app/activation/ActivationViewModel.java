package hyperlab.app.activation;

import hyperlab.activation.ActivationSetup;
import hyperlab.activation.DeadStudy;
import hyperlab.activation.Topic;
import hyperlab.app.UndoHistory;
import hyperlab.app.concurrent.TaskExecutor;
import hyperlab.app.concurrent.StudyRunner;
import hyperlab.app.control.Playback;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.NumberFormats;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The view model of the Activation lab. One topic is shown at a time, and the timeline belongs to that topic. Function
 * curves follow the settings immediately. Studies of networks run on worker threads, show their results as they arrive,
 * and discard them as soon as a setting that they depend on changes. The depth study is short, so it runs automatically
 * whenever its topic is shown.
 */
public final class ActivationViewModel {
    private final UndoHistory undo = new UndoHistory();
    private final Playback playback = new Playback("activation.unit");
    private final CurvesViewModel curves = new CurvesViewModel(undo);
    private final StudySettings settings;
    private final Studies studies;
    private final ObjectProperty<Topic> topic = new SimpleObjectProperty<>(this, "topic", Topic.SHAPE);
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper(this, "changes");
    private final Map<Topic, Integer> positions = new EnumMap<>(Topic.class);
    private boolean shown;
    private boolean following;

    /**
     * Creates a lab that starts with the topic {@code SHAPE}.
     *
     * @param workers runs the studies
     * @param window delivers the results of studies: the FX thread
     * @param threads the maximum number of networks trained at the same time
     * @param refused receives each rejected input; the setting keeps its previous value
     */
    public ActivationViewModel(TaskExecutor workers, Executor window, int threads, Consumer<InvalidInputException> refused) {
        settings = new StudySettings(ActivationSetup.DEFAULT, undo, refused);
        studies = new Studies(workers, window, threads);
        studies.about(setup());
        studies.onChange(this::found);
        curves.picture().addListener((observed, before, now) -> curvesChanged());
        settings.whole().state().addListener((observed, before, now) -> settled());
        topic.addListener((observed, before, now) -> {
            positions.put(before, playback.position().get());
            turn();
        });
        playback.position().addListener((observed, before, now) -> follow(this::toPlace));
        playback.playing().addListener((observed, before, now) -> begin(now));
        turn();
    }

    // properties

    public UndoHistory undo() {
        return undo;
    }

    public Playback playback() {
        return playback;
    }

    /** The functions and their values at the probe. */
    public CurvesViewModel curves() {
        return curves;
    }

    public StudySettings settings() {
        return settings;
    }

    public Studies studies() {
        return studies;
    }

    /** The topic that is shown. */
    public ObjectProperty<Topic> topic() {
        return topic;
    }

    /** A counter that is incremented whenever the content to show has changed. */
    public ReadOnlyLongProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /** Returns all current settings. */
    public ActivationSetup setup() {
        return settings.whole()
                .get()
                .withSelection(curves.selection(), curves.constants())
                .withSaturation(curves.saturationPercent().get() / 100)
                .withTopic(topic.get());
    }

    // commands

    /** Moves forward by {@code by} topics (backward if negative), wrapping around at both ends. */
    void turn(int by) {
        Topic[] all = Topic.values();
        int place = Arrays.asList(all).indexOf(topic.get());
        topic.set(all[Math.floorMod(place + by, all.length)]);
    }

    /** Runs the study of the current topic again. */
    public void run() {
        positions.remove(topic.get());
        if (topic.get() != Topic.SHAPE) {
            follow(() -> playback.position().set(0));
        }
        studies.run(topic.get(), setup());
    }

    /** Increments the random seed and runs the topic again. */
    void nextSeed() {
        settings.seed().set(settings.seed().get() + 1);
        run();
    }

    /** Stops all running studies. Their results so far are kept. */
    public void stop() {
        studies.stop();
    }

    /** Restores a setup and clears the undo history. */
    public void open(ActivationSetup saved) {
        undo.applyAndClear(() -> {
            settings.whole().set(saved);
            curves.open(saved);
            topic.set(saved.topic());
        });
        positions.clear();
        turn();
    }

    /** Called when the lab is shown or hidden. While it is hidden, nothing runs. */
    public void shown(boolean onStage) {
        shown = onStage;
        if (onStage) {
            runByItself();
        } else {
            playback.playing().set(false);
            stop();
        }
    }

    private void curvesChanged() {
        if (topic.get() == Topic.SHAPE) {
            nameProbe();
            follow(() -> playback.position().set(curves.probePlace()));
        }
        settled();
    }

    private void settled() {
        studies.about(setup());
        runByItself();
        timeline();
        changed();
    }

    /** Studies that take only a moment run without being asked for. */
    private void runByItself() {
        Topic now = topic.get();
        boolean byItself = now == Topic.DEPTH || (now == Topic.SHAPE && !studies.isBusy());
        StudyRunner.StudyState state = studies.of(now).found().get().state();
        if (shown && byItself && (state == StudyRunner.StudyState.NONE || state == StudyRunner.StudyState.STOPPED)) {
            studies.run(now, setup());
        }
    }

    private void found() {
        timeline();
        changed();
    }

    /** Switches the timeline to the new topic and restores its position. */
    private void turn() {
        playback.playing().set(false);
        Topic now = topic.get();
        follow(() -> {
            playback.unitKey()
                    .set(
                            switch (now) {
                                case SHAPE -> "activation.unit";
                                case DEPTH -> "activation.layer";
                                case DEAD -> "activation.rate";
                                default -> "shell.epoch";
                            });
            playback.length().set(0);
            playback.done().set(0);
            if (now == Topic.SHAPE) {
                nameProbe();
            } else if (now == Topic.DEAD) {
                playback.names().set(this::rateName);
            } else {
                playback.names().set(Integer::toString);
            }
            playback.position().set(0);
        });
        runByItself();
        timeline();
        follow(() -> playback.seek(
                now == Topic.SHAPE
                        ? curves.probePlace()
                        : positions.getOrDefault(now, playback.done().get())));
        changed();
    }

    private void nameProbe() {
        double reach = curves.reach().get();
        IntFunction<String> names = place -> NumberFormats.format(curves.probeAt(place));
        if (!(playback.names().get() instanceof ProbeNames shownNames) || shownNames.reach() != reach) {
            playback.names().set(new ProbeNames(reach, names));
        }
    }

    /** The name of each timeline position is its x. The names are replaced only when the x range changes. */
    private record ProbeNames(double reach, IntFunction<String> names) implements IntFunction<String> {
        @Override
        public String apply(int place) {
            return names.apply(place);
        }
    }

    private String rateName(int place) {
        return NumberFormats.format(DeadStudy.rate(settings.whole().get().dead().learningRate(), place), 3);
    }

    /**
     * Updates the timeline: its length follows the settings, and the part that is done follows the results so far. A
     * playhead that was at the end stays at the end.
     */
    private void timeline() {
        int length = studies.length(topic.get(), settings.whole().get());
        int done = Math.min(length, studies.done(topic.get()));
        follow(() -> {
            boolean atEnd = playback.position().get() >= playback.done().get();
            playback.length().set(length);
            playback.done().set(done);
            playback.seek(
                    atEnd && topic.get() != Topic.SHAPE
                            ? done
                            : playback.position().get());
        });
    }

    private void toPlace() {
        if (topic.get() == Topic.SHAPE) {
            curves.probe().set(curves.probeAt(playback.position().get()));
        }
        changed();
    }

    /** Pressing play before the topic has any results runs it. */
    private void begin(boolean playing) {
        if (playing
                && topic.get() != Topic.SHAPE
                && studies.of(topic.get()).found().get().state() == StudyRunner.StudyState.NONE) {
            playback.playing().set(false);
            run();
        }
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }

    /**
     * Runs {@code change} unless another change is in progress, so that two bound values do not update each other in a
     * loop.
     */
    private void follow(Runnable change) {
        if (!following) {
            following = true;
            try {
                change.run();
            } finally {
                following = false;
            }
        }
    }
}
