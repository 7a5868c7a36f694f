package hyperlab.app.descent;

import hyperlab.descent.Descent;
import hyperlab.descent.DescentPath;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.DescentSetup.Racer;
import hyperlab.descent.Objective;
import hyperlab.descent.Regime;
import hyperlab.descent.Stability;
import hyperlab.descent.Walk;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One racer with its walk, computed to the end.
 *
 * @param index its place in the race, from 0
 * @param landed the first step at which x is exactly where the lowest minimum is and the slope is exactly 0
 */
public record RacerWalk(int index, Racer racer, Objective objective, DescentPath path, OptionalInt landed) {
    /** Walks it. */
    static RacerWalk of(Objective objective, DescentSetup setup, int index) {
        Racer racer = setup.racers().get(index);
        DescentPath path = Descent.walk(objective, walk(setup, racer));
        return new RacerWalk(index, racer, objective, path, landing(path, Race.lowestMinimum(objective)));
    }

    /** The walk that a racer of a setup takes. */
    static Walk walk(DescentSetup setup, Racer racer) {
        return new Walk(
                setup.start(),
                racer.learningRate(),
                racer.optimizer(),
                racer.schedule(),
                Walk.Noise.NONE,
                setup.steps());
    }

    /** The same, not drawn. */
    RacerWalk veiled() {
        return new RacerWalk(index, racer.withVisible(false), objective, path, landed);
    }

    private static OptionalInt landing(DescentPath path, OptionalDouble lowest) {
        for (int row = 0; row < path.rows() && lowest.isPresent(); row++) {
            if (path.gradient(row, 0) == 0 && path.value(row) == lowest.getAsDouble()) {
                return OptionalInt.of(row);
            }
        }
        return OptionalInt.empty();
    }

    /** The row to look at when the play head stands at {@code step}: the last one of a walk that diverged before. */
    public int row(int step) {
        return Math.min(step, path.steps());
    }

    public double x(int step) {
        return path.x(row(step));
    }

    public double value(int step) {
        return path.value(row(step));
    }

    public double slope(int step) {
        return path.gradient(row(step), 0);
    }

    /** f″ where it is. */
    public double curvature(int step) {
        return objective.largestCurvature(x(step));
    }

    /** Whether it has left the finite numbers at or before {@code step}. */
    public boolean divergedBy(int step) {
        return path.diverged() && step > path.steps();
    }

    /** The rate of the step that begins there. */
    public double rate(int step) {
        return path.learningRate(row(step));
    }

    /** Whether its rate is told by the curvature: not so for those that bring the gradient to scale. */
    public boolean hasRegimes() {
        return racer.optimizer() instanceof Sgd;
    }

    /** Whether a step is {@code −ηf′} and nothing else. */
    public boolean isPlain() {
        return racer.optimizer() instanceof Sgd sgd && sgd.momentum() == 0;
    }

    /** Whether the rate of every step is the same. */
    public boolean isConstant() {
        return racer.schedule().equals(Schedule.Constant.DEFAULT);
    }

    /** What its rate does at the curvature where it is; empty where the curve bends down or the optimizer adapts. */
    public Optional<Regime> regime(int step) {
        return Stability.regime(rate(step), curvature(step), racer.optimizer());
    }

    /** The borders between the regimes there. */
    public Optional<Stability.Borders> borders(int step) {
        return Stability.borders(curvature(step), racer.optimizer());
    }

    /** 1 − ηλ at the curvature where it is: what a plain step on a parabola multiplies x by. */
    public double factor(int step) {
        return 1 - rate(step) * curvature(step);
    }

    /** The step that begins at {@code step}, in the numbers of the path; empty at its end. */
    public Optional<Narration> narration(int step) {
        if (step >= path.steps()) {
            return Optional.empty();
        }
        double rate = path.learningRate(step);
        double move = path.x(step + 1) - path.x(step);
        return Optional.of(new Narration(
                Narration.Kind.of(racer.optimizer()),
                step,
                path.gradient(step, 0),
                isPlain() ? path.gradient(step, 0) : -move / rate,
                rate,
                move,
                path.x(step),
                path.x(step + 1),
                path.value(step),
                path.value(step + 1)));
    }
}
