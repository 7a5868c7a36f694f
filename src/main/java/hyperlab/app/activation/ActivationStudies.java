package hyperlab.app.activation;

import hyperlab.activation.ActivationSetup;
import hyperlab.activation.DeadStudy;
import hyperlab.activation.DepthStudy;
import hyperlab.activation.LinearStudy;
import hyperlab.activation.MaxoutStudy;
import hyperlab.activation.RaceStudy;
import hyperlab.activation.SlopeStudy;
import hyperlab.activation.Topic;
import hyperlab.app.concurrent.TaskExecutor;
import hyperlab.app.concurrent.StudyRunner;
import hyperlab.diagnosis.ActivationCost;
import hyperlab.nn.Activation;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/**
 * The lab's studies of networks, one run of each for the current settings. A study that trains networks stops all other
 * studies first. FX thread only.
 */
public final class ActivationStudies {
    private static final int COST_ROUNDS = 15;
    private static final double COST_SECONDS = 0.0003;

    private final TaskExecutor workers;
    private final int threads;
    private final StudyRunner<DepthStudy.Flow> depth;
    private final StudyRunner<SlopeStudy.Slopes> slopes;
    private final StudyRunner<MaxoutStudy.Fit> maxout;
    private final StudyRunner<DeadStudy.Deaths> dead;
    private final StudyRunner<RaceStudy.Lane> race;
    private final StudyRunner<LinearStudy.Moment> linear;
    private final StudyRunner<ActivationCost.Cost> cost;

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

    public StudyRunner<DepthStudy.Flow> depth() {
        return depth;
    }

    public StudyRunner<SlopeStudy.Slopes> slopes() {
        return slopes;
    }

    public StudyRunner<MaxoutStudy.Fit> maxout() {
        return maxout;
    }

    public StudyRunner<DeadStudy.Deaths> dead() {
        return dead;
    }

    public StudyRunner<RaceStudy.Lane> race() {
        return race;
    }

    public StudyRunner<LinearStudy.Moment> linear() {
        return linear;
    }

    /** The cost of each function, measured on this machine. */
    public StudyRunner<ActivationCost.Cost> cost() {
        return cost;
    }

    /** Returns the study that determines a topic's timeline. */
    public StudyRunner<?> study(Topic topic) {
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
    int timelineLength(Topic topic, ActivationSetup setup) {
        return switch (topic) {
            case SHAPE -> CurvesViewModel.PROBE_STEPS;
            case DEPTH -> setup.depth().layers() - 1;
            case LEARNED -> setup.learned().epochs();
            case DEAD -> DeadStudy.RATES - 1;
            case RACE -> setup.race().epochs();
            case LINEAR -> setup.linear().epochs();
        };
    }

    /** Returns how far along the timeline there are results. */
    int completedLength(Topic topic) {
        return switch (topic) {
            case SHAPE -> CurvesViewModel.PROBE_STEPS;
            case DEPTH ->
                depth.found().get().results().stream()
                        .mapToInt(flow -> flow.backward().size() - 1)
                        .findFirst()
                        .orElse(0);
            case RACE ->
                race.found().get().results().stream()
                        .mapToInt(RaceStudy.Lane::epochs)
                        .findFirst()
                        .orElse(0);
            case LEARNED, DEAD, LINEAR ->
                Math.max(0, study(topic).found().get().results().size() - 1);
        };
    }

    /** Calls {@code listener} whenever a study has a result, starts or ends. */
    void onChange(Runnable listener) {
        all().forEach(run -> run.found().addListener((observed, before, now) -> listener.run()));
    }

    /**
     * Runs the study of a topic again. If it trains networks, all other studies are stopped so that they do not slow it
     * down.
     */
    void run(Topic topic, ActivationSetup setup) {
        if (topic != Topic.SHAPE && topic != Topic.DEPTH) {
            stop();
        }
        Executor trainingExecutor = work -> workers.run("trainings", work);
        double preluSlope = setup.constants().preluSlope();
        double leakySlope = setup.constants().leakySlope();
        switch (topic) {
            case SHAPE -> cost.start(new ActivationCost(functions(setup), COST_ROUNDS, COST_SECONDS));
            case DEPTH ->
                depth.start(new DepthStudy(
                        setup.depth().lines(setup.selection().activations()), setup.depth(), setup.seed()));
            case LEARNED -> {
                maxout.start(new MaxoutStudy(
                        setup.curve(),
                        setup.constants().maxoutPieces(),
                        MaxoutStudy.RATE,
                        setup.learned().epochs(),
                        setup.seed()));
                slopes.start(new SlopeStudy(setup.learned(), preluSlope, setup.seed(), threads, trainingExecutor));
            }
            case DEAD -> dead.start(new DeadStudy(setup.dead(), leakySlope, setup.seed(), threads, trainingExecutor));
            case RACE ->
                race.start(new RaceStudy(setup.race(), setup.constants().seven(), setup.seed(), threads, trainingExecutor));
            case LINEAR -> linear.start(new LinearStudy(setup.linear(), new Activation.Relu(), setup.seed()));
        }
    }

    private static List<Activation> functions(ActivationSetup setup) {
        return Arrays.stream(ActivationKind.values())
                .map(kind -> kind.withConstants(setup.constants()))
                .toList();
    }

    /** Stops all running studies. Their results so far are kept. */
    void stop() {
        all().forEach(StudyRunner::stop);
    }

    /** Discards results that were computed with different settings. */
    void discardStaleResults(ActivationSetup setup) {
        long seed = setup.seed();
        depth.setSubject(List.of(setup.depth().lines(setup.selection().activations()), setup.depth(), seed));
        slopes.setSubject(List.of(setup.learned(), setup.constants().preluSlope(), seed));
        maxout.setSubject(List.of(
                setup.curve(), setup.constants().maxoutPieces(), setup.learned().epochs(), seed));
        dead.setSubject(List.of(setup.dead(), setup.constants().leakySlope(), seed));
        race.setSubject(List.of(setup.race(), setup.constants(), seed));
        linear.setSubject(List.of(setup.linear(), seed));
        cost.setSubject(setup.constants().maxoutPieces());
    }

    /** Returns whether any study is running. */
    boolean isBusy() {
        return all().stream().anyMatch(run -> run.found().get().isRunning());
    }

    /** Returns whether a study of the topic is running. */
    public boolean isRunning(Topic topic) {
        return Stream.of(study(topic), topic == Topic.LEARNED ? maxout : study(topic))
                .anyMatch(run -> run.found().get().isRunning());
    }
}
