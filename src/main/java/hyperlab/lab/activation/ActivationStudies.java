package hyperlab.lab.activation;

import hyperlab.activation.ActivationLabSettings;
import hyperlab.activation.ActivationRaceStudy;
import hyperlab.activation.ActivationTopic;
import hyperlab.activation.DeadUnitsStudy;
import hyperlab.activation.DepthStudy;
import hyperlab.activation.LinearStudy;
import hyperlab.activation.MaxoutStudy;
import hyperlab.activation.PreluSlopeStudy;
import hyperlab.diagnosis.ActivationBenchmark;
import hyperlab.nn.Activation;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.concurrent.TaskExecutor;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/**
 * The lab's studies of networks, one run of each for the current settings. A study that trains networks stops all other
 * studies first. FX thread only.
 */
public final class ActivationStudies {
    private final TaskExecutor workers;
    private final int threads;
    private final StudyRunner<DepthStudy.DepthLineResult> depth;
    private final StudyRunner<PreluSlopeStudy.EpochSlopes> slopes;
    private final StudyRunner<MaxoutStudy.MaxoutFit> maxout;
    private final StudyRunner<DeadUnitsStudy.DeadUnitsResult> dead;
    private final StudyRunner<ActivationRaceStudy.FunctionCurves> race;
    private final StudyRunner<LinearStudy.LinearSnapshot> linear;
    private final StudyRunner<ActivationBenchmark.ActivationTiming> cost;

    /** @param threads the maximum number of networks trained at the same time */
    ActivationStudies(TaskExecutor workers, Executor fxExecutor, int threads) {
        this.workers = workers;
        this.threads = threads;
        depth = new StudyRunner<>("depth", workers, fxExecutor);
        slopes = new StudyRunner<>("slopes", workers, fxExecutor);
        maxout = new StudyRunner<>("maxout", workers, fxExecutor);
        dead = new StudyRunner<>("dead", workers, fxExecutor);
        race = new StudyRunner<>("race", workers, fxExecutor);
        linear = new StudyRunner<>("linear", workers, fxExecutor);
        cost = new StudyRunner<>("cost", workers, fxExecutor);
    }

    public StudyRunner<DepthStudy.DepthLineResult> depth() {
        return depth;
    }

    public StudyRunner<PreluSlopeStudy.EpochSlopes> slopes() {
        return slopes;
    }

    public StudyRunner<MaxoutStudy.MaxoutFit> maxout() {
        return maxout;
    }

    public StudyRunner<DeadUnitsStudy.DeadUnitsResult> dead() {
        return dead;
    }

    public StudyRunner<ActivationRaceStudy.FunctionCurves> race() {
        return race;
    }

    public StudyRunner<LinearStudy.LinearSnapshot> linear() {
        return linear;
    }

    /** The cost of each function, measured on this machine. */
    public StudyRunner<ActivationBenchmark.ActivationTiming> cost() {
        return cost;
    }

    /** Returns the study that determines a topic's timeline. */
    public StudyRunner<?> study(ActivationTopic topic) {
        return switch (topic) {
            case SHAPE -> cost;
            case DEPTH -> depth;
            case LEARNED -> slopes;
            case DEAD -> dead;
            case RACE -> race;
            case LINEAR -> linear;
        };
    }

    private List<StudyRunner<?>> all() {
        return List.of(depth, slopes, maxout, dead, race, linear, cost);
    }

    /** Returns the length of a topic's timeline with these settings. */
    int timelineLength(ActivationTopic topic, ActivationLabSettings setup) {
        return switch (topic) {
            case SHAPE -> CurvesViewModel.PROBE_STEPS;
            case DEPTH -> setup.depth().layers() - 1;
            case LEARNED -> setup.slopeTraining().epochs();
            case DEAD -> DeadUnitsStudy.RATE_COUNT - 1;
            case RACE -> setup.raceTraining().epochs();
            case LINEAR -> setup.linearTraining().epochs();
        };
    }

    /** Returns how far along the timeline there are results. */
    int completedLength(ActivationTopic topic) {
        return switch (topic) {
            case SHAPE -> CurvesViewModel.PROBE_STEPS;
            case DEPTH ->
                depth.statusProperty().get().results().stream()
                        .mapToInt(flow -> flow.backward().size() - 1)
                        .findFirst()
                        .orElse(0);
            case RACE ->
                race.statusProperty().get().results().stream()
                        .mapToInt(ActivationRaceStudy.FunctionCurves::epochs)
                        .findFirst()
                        .orElse(0);
            case LEARNED, DEAD, LINEAR ->
                Math.max(0, study(topic).statusProperty().get().results().size() - 1);
        };
    }

    /** Calls {@code listener} whenever a study has a result, starts or ends. */
    void onChange(Runnable listener) {
        all().forEach(run -> run.statusProperty().addListener((observed, before, now) -> listener.run()));
    }

    /**
     * Runs the study of a topic again. If it trains networks, all other studies are stopped so that they do not slow it
     * down.
     */
    void run(ActivationTopic topic, ActivationLabSettings setup) {
        if (topic != ActivationTopic.SHAPE && topic != ActivationTopic.DEPTH) {
            stop();
        }
        Executor trainingExecutor = work -> workers.run("trainings", work);
        double preluSlope = setup.constants().preluSlope();
        double leakySlope = setup.constants().leakySlope();
        switch (topic) {
            case SHAPE ->
                cost.start(
                        MeasuredCosts.again(functions(setup), setup.constants().maxoutPieces()));
            case DEPTH ->
                depth.start(new DepthStudy(
                        setup.depth().lines(setup.selection().activations()), setup.depth(), setup.seed()));
            case LEARNED -> {
                maxout.start(new MaxoutStudy(
                        setup.maxoutCurve(),
                        setup.constants().maxoutPieces(),
                        MaxoutStudy.DEFAULT_LEARNING_RATE,
                        setup.slopeTraining().epochs(),
                        setup.seed()));
                slopes.start(new PreluSlopeStudy(
                        setup.slopeTraining(), preluSlope, setup.seed(), threads, trainingExecutor));
            }
            case DEAD ->
                dead.start(new DeadUnitsStudy(
                        setup.deadUnitTraining(), leakySlope, setup.seed(), threads, trainingExecutor));
            case RACE ->
                race.start(new ActivationRaceStudy(
                        setup.raceTraining(),
                        setup.constants().sevenFunctions(),
                        setup.seed(),
                        threads,
                        trainingExecutor));
            case LINEAR -> linear.start(new LinearStudy(setup.linearTraining(), new Activation.Relu(), setup.seed()));
        }
    }

    /** Shows the costs that were measured last, or measures them. */
    void showCosts(ActivationLabSettings setup) {
        cost.start(MeasuredCosts.once(functions(setup), setup.constants().maxoutPieces()));
    }

    private static List<Activation> functions(ActivationLabSettings setup) {
        return Arrays.stream(ActivationKind.values())
                .map(kind -> kind.withConstants(setup.constants()))
                .toList();
    }

    /** Stops all running studies. Their results so far are kept. */
    void stop() {
        all().forEach(StudyRunner::stop);
    }

    /** Discards results that were computed with different settings. */
    void discardStaleResults(ActivationLabSettings setup) {
        long seed = setup.seed();
        depth.setSubject(List.of(setup.depth().lines(setup.selection().activations()), setup.depth(), seed));
        slopes.setSubject(List.of(setup.slopeTraining(), setup.constants().preluSlope(), seed));
        maxout.setSubject(List.of(
                setup.maxoutCurve(),
                setup.constants().maxoutPieces(),
                setup.slopeTraining().epochs(),
                seed));
        dead.setSubject(List.of(setup.deadUnitTraining(), setup.constants().leakySlope(), seed));
        race.setSubject(List.of(setup.raceTraining(), setup.constants(), seed));
        linear.setSubject(List.of(setup.linearTraining(), seed));
        cost.setSubject(setup.constants().maxoutPieces());
    }

    /** Returns whether any study is running. */
    boolean isBusy() {
        return all().stream().anyMatch(run -> run.statusProperty().get().isRunning());
    }

    /** Returns whether a study of the topic is running. */
    public boolean isRunning(ActivationTopic topic) {
        return Stream.of(study(topic), topic == ActivationTopic.LEARNED ? maxout : study(topic))
                .anyMatch(run -> run.statusProperty().get().isRunning());
    }
}
