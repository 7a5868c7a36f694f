package hyperlab.lab.activation;

import hyperlab.activation.ActivationLabSettings;
import hyperlab.activation.ActivationTopic;
import hyperlab.activation.DeadUnitsStudy;
import hyperlab.file.Document;
import hyperlab.lab.LabViewModel;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.NumberFormats;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.concurrent.TaskExecutor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The view model of the Activation lab. One topic is shown at a time, and the timeline belongs to that topic. Function
 * curves follow the settings immediately. Studies of networks run on worker threads, show their results as they arrive,
 * and discard them as soon as a setting that they depend on changes. The depth study is short, so it runs automatically
 * whenever one of the two topics that show it is shown.
 */
public final class ActivationViewModel extends LabViewModel<ActivationLabSettings, ActivationViewState> {
    private final CurvesViewModel curves = new CurvesViewModel(undo());
    private final ActivationStudySettings settings;
    private final ActivationStudies studies;
    private final ObjectProperty<ActivationTopic> topic =
            new SimpleObjectProperty<>(this, "topic", ActivationTopic.SHAPE);
    private final Map<ActivationTopic, Integer> positions = new EnumMap<>(ActivationTopic.class);
    private boolean visible;
    private boolean updating;

    /**
     * Creates a lab that starts with the topic {@code SHAPE}.
     *
     * @param workers runs the studies
     * @param fxExecutor delivers the results of studies: the FX thread
     * @param threads the maximum number of networks trained at the same time
     * @param onInvalidInput receives each rejected input; the setting keeps its previous value
     */
    public ActivationViewModel(
            TaskExecutor workers, Executor fxExecutor, int threads, Consumer<InvalidInputException> onInvalidInput) {
        super("activation.unit", ActivationLabSettings.DEFAULT, onInvalidInput);
        settings = new ActivationStudySettings(settingsState());
        setViewState(new ActivationViewState(ActivationTopic.SHAPE, 0, 0));
        studies = new ActivationStudies(workers, fxExecutor, threads);
        studies.discardStaleResults(setup());
        studies.onChange(this::resultsChanged);
        curves.viewStateProperty().addListener((observed, before, now) -> curvesChanged());
        settingsState().stateProperty().addListener((observed, before, now) -> settingsChanged());
        topic.addListener((observed, before, now) -> {
            positions.put(before, playback().positionProperty().get());
            switchTopic();
        });
        playback().positionProperty().addListener((observed, before, now) -> runWithoutFeedback(this::positionChanged));
        playback().playingProperty().addListener((observed, before, now) -> playingChanged(now));
        switchTopic();
    }

    // properties

    /** The functions and their values at the probe. */
    public CurvesViewModel curves() {
        return curves;
    }

    public ActivationStudySettings settings() {
        return settings;
    }

    public ActivationStudies studies() {
        return studies;
    }

    /** The topic that is shown. */
    public ObjectProperty<ActivationTopic> topicProperty() {
        return topic;
    }

    /** Returns all current settings. */
    public ActivationLabSettings setup() {
        return settingsState()
                .get()
                .withSelection(curves.selection(), curves.constants())
                .withSaturation(curves.saturationPercentProperty().get() / 100)
                .withTopic(topic.get());
    }

    // commands

    /** Moves forward by {@code by} topics (backward if negative), wrapping around at both ends. */
    void switchTopic(int offset) {
        ActivationTopic[] all = ActivationTopic.values();
        int index = Arrays.asList(all).indexOf(topic.get());
        topic.set(all[Math.floorMod(index + offset, all.length)]);
    }

    /** Runs the study of the current topic again. */
    public void run() {
        positions.remove(topic.get());
        if (topic.get() != ActivationTopic.SHAPE) {
            runWithoutFeedback(() -> playback().positionProperty().set(0));
        }
        studies.run(topic.get(), setup());
    }

    /** Increments the random seed and runs the topic again. */
    void nextSeed() {
        settings.seedProperty().set(settings.seedProperty().get() + 1);
        run();
    }

    /** Stops all running studies. Their results so far are kept. */
    public void stop() {
        studies.stop();
    }

    @Override
    public Document document() {
        return new Document.OfActivations(setup());
    }

    @Override
    public void open(Document document, @Nullable Path folder) {
        if (document instanceof Document.OfActivations activations) {
            open(activations.setup());
        }
    }

    /** Restores a setup and clears the undo history. */
    public void open(ActivationLabSettings saved) {
        undo().applyAndClear(() -> {
            settingsState().set(saved);
            curves.open(saved);
            topic.set(saved.topic());
        });
        positions.clear();
        switchTopic();
    }

    @Override
    public void resume() {
        visible = true;
        runAutomatically();
    }

    /** While the lab is not on stage, nothing runs. */
    @Override
    public void pause() {
        visible = false;
        super.pause();
        stop();
    }

    private void curvesChanged() {
        if (topic.get() == ActivationTopic.SHAPE) {
            updateProbeLabels();
            runWithoutFeedback(() -> playback().positionProperty().set(curves.probePosition()));
        }
        settingsChanged();
    }

    private void settingsChanged() {
        studies.discardStaleResults(setup());
        runAutomatically();
        updateTimeline();
        notifyChanged();
    }

    /**
     * Studies that take only a moment run without being asked for: the depth study, and with the functions then their
     * costs, which are measured while nothing else runs.
     */
    private void runAutomatically() {
        ActivationTopic now = topic.get();
        if (!visible || (now != ActivationTopic.DEPTH && now != ActivationTopic.SHAPE)) {
            return;
        }
        if (isWaiting(ActivationTopic.DEPTH)) {
            studies.run(ActivationTopic.DEPTH, setup());
        } else if (now == ActivationTopic.SHAPE && isWaiting(ActivationTopic.SHAPE) && !studies.isBusy()) {
            studies.showCosts(setup());
        }
    }

    private boolean isWaiting(ActivationTopic study) {
        StudyRunner.StudyState state =
                studies.study(study).statusProperty().get().state();
        return state == StudyRunner.StudyState.NONE || state == StudyRunner.StudyState.STOPPED;
    }

    private void resultsChanged() {
        boolean drawn = studies.depth().statusProperty().get().state() == StudyRunner.StudyState.DONE;
        boolean unmeasured = studies.cost().statusProperty().get().state() == StudyRunner.StudyState.NONE;
        if (drawn && unmeasured) {
            runAutomatically();
        }
        updateTimeline();
        notifyChanged();
    }

    /** Switches the timeline to the new topic and restores its position. */
    private void switchTopic() {
        playback().playingProperty().set(false);
        ActivationTopic now = topic.get();
        runWithoutFeedback(() -> {
            playback()
                    .unitKeyProperty()
                    .set(
                            switch (now) {
                                case SHAPE -> "activation.unit";
                                case DEPTH -> "activation.layer";
                                case DEAD -> "activation.rate";
                                case LEARNED, RACE, LINEAR -> "shell.epoch";
                            });
            playback().lengthProperty().set(0);
            playback().completedProperty().set(0);
            if (now == ActivationTopic.SHAPE) {
                updateProbeLabels();
            } else if (now == ActivationTopic.DEAD) {
                playback().labelsProperty().set(this::rateLabel);
            } else {
                playback().labelsProperty().set(Integer::toString);
            }
            playback().positionProperty().set(0);
        });
        runAutomatically();
        updateTimeline();
        runWithoutFeedback(() -> playback()
                .seek(
                        now == ActivationTopic.SHAPE
                                ? curves.probePosition()
                                : positions.getOrDefault(
                                        now, playback().completedProperty().get())));
        notifyChanged();
    }

    private void updateProbeLabels() {
        double reach = curves.reachProperty().get();
        IntFunction<String> names = index -> NumberFormats.format(curves.probeAt(index));
        if (!(playback().labelsProperty().get() instanceof ProbeLabels shownLabels) || shownLabels.reach() != reach) {
            playback().labelsProperty().set(new ProbeLabels(reach, names));
        }
    }

    /** The name of each timeline position is its x. The names are replaced only when the x range changes. */
    private record ProbeLabels(double reach, IntFunction<String> names) implements IntFunction<String> {
        @Override
        public String apply(int index) {
            return names.apply(index);
        }
    }

    private String rateLabel(int index) {
        return NumberFormats.format(
                DeadUnitsStudy.rateAt(settingsState().get().deadUnitTraining().learningRate(), index), 3);
    }

    /**
     * Updates the timeline: its length follows the settings, and the part that is done follows the results so far. A
     * playhead that was at the end stays at the end.
     */
    private void updateTimeline() {
        int length = studies.timelineLength(topic.get(), settingsState().get());
        int done = Math.min(length, studies.completedLength(topic.get()));
        runWithoutFeedback(() -> {
            boolean atEnd = playback().positionProperty().get()
                    >= playback().completedProperty().get();
            playback().lengthProperty().set(length);
            playback().completedProperty().set(done);
            playback()
                    .seek(
                            atEnd && topic.get() != ActivationTopic.SHAPE
                                    ? done
                                    : playback().positionProperty().get());
        });
    }

    private void positionChanged() {
        if (topic.get() == ActivationTopic.SHAPE) {
            curves.probeProperty()
                    .set(curves.probeAt(playback().positionProperty().get()));
        }
        notifyChanged();
    }

    /** Pressing play before the topic has any results runs it. */
    private void playingChanged(boolean playing) {
        if (playing
                && topic.get() != ActivationTopic.SHAPE
                && studies.study(topic.get()).statusProperty().get().state() == StudyRunner.StudyState.NONE) {
            playback().playingProperty().set(false);
            run();
        }
    }

    private void notifyChanged() {
        setViewState(new ActivationViewState(
                topic.get(), playback().positionProperty().get(), viewState().revision() + 1));
    }

    /**
     * Runs {@code change} unless another change is in progress, so that two bound values do not update each other in a
     * loop.
     */
    private void runWithoutFeedback(Runnable change) {
        if (!updating) {
            updating = true;
            try {
                change.run();
            } finally {
                updating = false;
            }
        }
    }
}
