package hyperlab.app.activation;

import hyperlab.activation.ActivationSetup;
import hyperlab.activation.DeadStudy;
import hyperlab.activation.Topic;
import hyperlab.app.Undo;
import hyperlab.app.concurrent.Runner;
import hyperlab.app.concurrent.StudyRun;
import hyperlab.app.control.Playback;
import hyperlab.rule.Refusal;
import hyperlab.text.Numbers;
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
 * The Activation lab without a window: one topic at a time is looked at, and the timeline is that topic's. Functions follow
 * at once from what is set; what networks show is found out on workers, is shown as it comes, and is forgotten as soon as
 * something else is set. The signal through layers is short, so it is sent anew by itself whenever it is looked at.
 */
public final class ActivationViewModel {
    private final Undo undo = new Undo();
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
     * A lab that begins with the functions.
     *
     * @param workers where studies run
     * @param window where what they find is taken up: the FX thread
     * @param threads at most so many trainings are under way at once
     * @param refused told of what will not do, and was left as it was
     */
    public ActivationViewModel(Runner workers, Executor window, int threads, Consumer<Refusal> refused) {
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

    public Undo undo() {
        return undo;
    }

    public Playback playback() {
        return playback;
    }

    /** The functions and what is read of them. */
    public CurvesViewModel curves() {
        return curves;
    }

    public StudySettings settings() {
        return settings;
    }

    public Studies studies() {
        return studies;
    }

    /** What is looked at. */
    public ObjectProperty<Topic> topic() {
        return topic;
    }

    /** Goes up whenever there is something else to show. */
    public ReadOnlyLongProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /** All that is set. */
    public ActivationSetup setup() {
        return settings.whole()
                .get()
                .withSelection(curves.selection(), curves.constants())
                .withSaturation(curves.saturationPercent().get() / 100)
                .withTopic(topic.get());
    }

    // commands

    /** Turns to the topic so many further on, beginning again after the last. */
    void turn(int by) {
        Topic[] all = Topic.values();
        int place = Arrays.asList(all).indexOf(topic.get());
        topic.set(all[Math.floorMod(place + by, all.length)]);
    }

    /** Begins what the topic is about anew. */
    public void run() {
        positions.remove(topic.get());
        if (topic.get() != Topic.SHAPE) {
            follow(() -> playback.position().set(0));
        }
        studies.run(topic.get(), setup());
    }

    /** Takes the next random seed and runs the topic again. */
    void nextSeed() {
        settings.seed().set(settings.seed().get() + 1);
        run();
    }

    /** Stops whatever runs; what it has found stays. */
    public void stop() {
        studies.stop();
    }

    /** Comes back to a setup and forgets what could be undone. */
    public void open(ActivationSetup saved) {
        undo.forgetThrough(() -> {
            settings.whole().set(saved);
            curves.open(saved);
            topic.set(saved.topic());
        });
        positions.clear();
        turn();
    }

    /** Told when the lab comes on stage or leaves it, where nothing goes on. */
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

    /** What is found within a moment is found without being asked for. */
    private void runByItself() {
        Topic now = topic.get();
        boolean byItself = now == Topic.DEPTH || (now == Topic.SHAPE && !studies.isBusy());
        StudyRun.State state = studies.of(now).found().get().state();
        if (shown && byItself && (state == StudyRun.State.NONE || state == StudyRun.State.STOPPED)) {
            studies.run(now, setup());
        }
    }

    private void found() {
        timeline();
        changed();
    }

    /** Another topic: its timeline, where it stood. */
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
        IntFunction<String> names = place -> Numbers.show(curves.probeAt(place));
        if (!(playback.names().get() instanceof ProbeNames shownNames) || shownNames.reach() != reach) {
            playback.names().set(new ProbeNames(reach, names));
        }
    }

    /** Each place of the timeline is called by its x; named anew only as these change. */
    private record ProbeNames(double reach, IntFunction<String> names) implements IntFunction<String> {
        @Override
        public String apply(int place) {
            return names.apply(place);
        }
    }

    private String rateName(int place) {
        return Numbers.show(DeadStudy.rate(settings.whole().get().dead().learningRate(), place), 3);
    }

    /** As long as what is asked for, done as far as is known; the play head goes along where it stood at the end. */
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

    /** To play what is not there yet is to run it. */
    private void begin(boolean playing) {
        if (playing
                && topic.get() != Topic.SHAPE
                && studies.of(topic.get()).found().get().state() == StudyRun.State.NONE) {
            playback.playing().set(false);
            run();
        }
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }

    /** Lets one of two follow the other, not both each other. */
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
