package hyperlab.lab.learningrate;

import hyperlab.descent.DescentEvidence;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.DescentSetup.Racer;
import hyperlab.file.Document;
import hyperlab.finding.Finding;
import hyperlab.finding.Remedy;
import hyperlab.lab.LabViewModel;
import hyperlab.lab.learningrate.race.DefaultSetups;
import hyperlab.lab.learningrate.race.DescentRace;
import hyperlab.lab.learningrate.race.FunctionChoices;
import hyperlab.lab.learningrate.race.NoisyDescents;
import hyperlab.lab.learningrate.race.RaceSnapshot;
import hyperlab.lab.learningrate.race.RaceState;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.ui.concurrent.LatestTask;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The view model of the Learning rate lab. A change in {@link #settings()} recomputes the race, and {@link #viewStateProperty()}
 * is the state at the playback position.
 */
public final class LearningRateViewModel extends LabViewModel<RaceState, RaceSnapshot> {
    static final int START_POSITION = 5;

    private final LearningRateSettings settings = new LearningRateSettings(settingsState(), undo());
    private final LatestTask<RaceRequest, DescentRace> races;
    private final NoisyDescents noisyDescents;
    private final RandomRates randomRates = new RandomRates();
    private final Map<Integer, VariedRate> variedRates = new LinkedHashMap<>();
    private DescentRace race;

    /**
     * A rate of a racer that was varied for a question.
     *
     * @param chosen the rate that the user had chosen
     * @param varied the random rate
     */
    private record VariedRate(double chosen, double varied) {}

    /**
     * Creates the lab with its first race.
     *
     * @param worker runs long computations
     * @param window receives their results: the FX thread
     */
    public LearningRateViewModel(Executor worker, Executor window) {
        super("shell.step", RaceState.of(DefaultSetups.DEFAULT), error -> {});
        race = DescentRace.of(settings.setup());
        setViewState(new RaceSnapshot(race, START_POSITION, 0));
        races = new LatestTask<>(worker, window, RaceRequest::compute, this::showRace).directIf(RaceRequest::isFast);
        noisyDescents = new NoisyDescents((name, work) -> worker.execute(work), window);
        showRace(race);
        settingsState().stateProperty().addListener((observed, before, after) -> stateChanged(before, after));
        playback().positionProperty().addListener((observed, before, after) -> refresh());
        playback().seek(START_POSITION);
    }

    /** A race to compute, and the current race, whose unchanged paths are reused. */
    private record RaceRequest(DescentSetup setup, DescentRace before) {
        DescentRace compute() {
            return DescentRace.of(setup, before);
        }

        boolean isFast() {
            return DescentRace.isFast(setup, before);
        }
    }

    // properties

    public LearningRateSettings settings() {
        return settings;
    }

    /** The repeated noisy paths of the selected racer, computed while noise is on. */
    public NoisyDescents noisyDescents() {
        return noisyDescents;
    }

    public DescentSetup setup() {
        return settings.setup();
    }

    // commands

    /** Selects the racer that the controls edit. */
    public void select(int index) {
        settings.select(index);
    }

    /** Adds a racer with an unused rate or optimizer and selects it. Does nothing at six racers. */
    public void addRacer() {
        if (setup().racers().size() < DescentSetup.MAX_RACERS) {
            settings.addRacer(DefaultSetups.additionalRacer(race));
        }
    }

    /** Removes a racer. Does nothing if it is the only one. */
    public void removeRacer(int index) {
        if (setup().racers().size() > 1) {
            settings.removeRacer(index);
        }
    }

    public void setVisible(int index, boolean visible) {
        settings.setVisible(index, visible);
    }

    /**
     * Applies the doctor's suggested rate to the finding's racer, as one undo step. Does nothing without a suggestion.
     */
    public void applyRemedy(Finding<DescentEvidence, Double> finding) {
        Remedy<Double> remedy = finding.remedy();
        if (remedy != null) {
            settings.setLearningRate(finding.evidence().descent(), remedy.change());
        }
    }

    /** Gives the selected racer a random rate, until {@link #restoreLearningRates}. This is no undo step. */
    public void varyLearningRate() {
        int index = selectedRacer();
        double before = setup().racers().get(index).learningRate();
        VariedRate earlier = variedRates.get(index);
        double chosen = earlier == null || earlier.varied() != before ? before : earlier.chosen();
        double varied = randomRates.next(race.runs().get(index));
        variedRates.put(index, new VariedRate(chosen, varied));
        undo().applyAndKeep(() -> settings.setLearningRate(index, varied));
    }

    /** Gives the racers the rates back that they had before they were varied, except where they were changed since. */
    public void restoreLearningRates() {
        undo().applyAndKeep(() -> variedRates.forEach((index, rates) -> {
            List<Racer> racers = setup().racers();
            if (index < racers.size() && racers.get(index).learningRate() == rates.varied()) {
                settings.setLearningRate(index, rates.chosen());
            }
        }));
        variedRates.clear();
    }

    /** The index of the selected racer. */
    public int selectedRacer() {
        return Math.min(settings.selectedProperty().get(), race.runs().size() - 1);
    }

    @Override
    public Document document() {
        return new Document.OfDescent(setup());
    }

    /** @throws InvalidInputException if the document does not belong to this lab or its start is invalid */
    @Override
    public void open(Document document, @Nullable Path folder) {
        if (!(document instanceof Document.OfDescent of)) {
            throw new InvalidInputException("format", Rule.OTHER_FORMAT);
        }
        DescentSetup opened = FunctionChoices.withDefaultConstants(of.setup());
        DescentRace.of(opened.withSteps(1));
        settings.restore(opened);
        playback().toStart();
    }

    @Override
    public void resume() {
        noisyDescents.resume();
    }

    @Override
    public void pause() {
        super.pause();
        noisyDescents.stop();
    }

    private void stateChanged(RaceState before, RaceState after) {
        noisyDescents.update(after.setup(), after.selected());
        if (before.setup().equals(after.setup())) {
            refresh();
        } else {
            races.submit(new RaceRequest(after.setup(), race));
        }
    }

    private void showRace(DescentRace walked) {
        race = walked;
        int length = walked.setup().steps();
        playback().lengthProperty().set(length);
        playback().completedProperty().set(length);
        playback().seek(playback().positionProperty().get());
        refresh();
    }

    private void refresh() {
        setViewState(new RaceSnapshot(race, playback().positionProperty().get(), selectedRacer()));
    }
}
