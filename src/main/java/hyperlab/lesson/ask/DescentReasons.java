package hyperlab.lesson.ask;

import static hyperlab.lesson.ask.QuestionBuilder.show;

import hyperlab.descent.CurvatureProfile;
import hyperlab.descent.DescentBehavior;
import hyperlab.descent.DescentRunSettings;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.Stability;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Sgd;
import hyperlab.text.Texts;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Explains what a descent does, by the curvature at its start where that determines the regime. */
final class DescentReasons {
    private final ObjectiveFunction objective;
    private final DescentRunSettings settings;
    private final DescentBehavior outcome;
    private final Texts texts;

    DescentReasons(ObjectiveFunction objective, DescentRunSettings settings, DescentBehavior outcome, Texts texts) {
        this.objective = objective;
        this.settings = settings;
        this.outcome = outcome;
        this.texts = texts;
    }

    private String style() {
        return outcome.regime().name().toLowerCase(Locale.ROOT);
    }

    String explain() {
        double[] start =
                settings.start().stream().mapToDouble(Double::doubleValue).toArray();
        double curvature = objective.largestCurvature(start);
        Optional<Stability.RegimeBorders> borders = Stability.borders(curvature, settings.optimizer());
        if (borders.isEmpty() || !settings.schedule().isConstant()) {
            return describePath(settings.optimizer());
        }
        boolean parabola = CurvatureProfile.isParabola(objective);
        boolean plain = settings.optimizer() instanceof Sgd sgd && sgd.momentum() == 0;
        if (parabola && plain) {
            return texts.get(
                    "learning-rate.ask.why." + style(),
                    show(1 / curvature),
                    show(borders.get().divergeFrom()),
                    show(1 - settings.learningRate() * curvature));
        }
        String limit = texts.get(
                plain ? "learning-rate.ask.why.limit" : "learning-rate.ask.why.limit.momentum",
                show(curvature),
                show(borders.get().divergeFrom()),
                show(settings.learningRate()));
        if (parabola) {
            return limit;
        }
        String curvatureChanges =
                hasConstantCurvature(curvature) ? "" : " " + texts.get("learning-rate.ask.why.changes");
        return limit + curvatureChanges + " " + describePath(settings.optimizer());
    }

    /** Whether the curvature is the same at the center, corners and edge midpoints of the window. */
    private boolean hasConstantCurvature(double curvature) {
        ObjectiveFunction.PlotWindow window = objective.window();
        double[] xs = {window.xLow(), (window.xLow() + window.xHigh()) / 2, window.xHigh()};
        double[] ys = {window.yLow(), (window.yLow() + window.yHigh()) / 2, window.yHigh()};
        return Arrays.stream(xs)
                .allMatch(x -> objective.dimensions() == 1
                        ? objective.largestCurvature(x) == curvature
                        : Arrays.stream(ys).allMatch(y -> objective.largestCurvature(x, y) == curvature));
    }

    /** Describes the path itself. */
    private String describePath(Optimizer optimizer) {
        String description = texts.get("learning-rate.ask.seen." + style(), Integer.toString(outcome.reversals()));
        return optimizer instanceof Sgd
                ? description
                : texts.get("learning-rate.ask.why.adaptive", texts.get("component.optimizer." + optimizer.name()))
                        + " " + description;
    }
}
