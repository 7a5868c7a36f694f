package hyperlab.lab.learningrate;

import hyperlab.batch.PathDistribution;
import hyperlab.batch.VarianceEstimate;
import hyperlab.descent.DescentRunSettings;
import hyperlab.lab.learningrate.race.NoisyDescents;
import hyperlab.optim.Sgd;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.ui.control.FormulaView;
import java.util.Objects;
import java.util.OptionalDouble;

/** The localized text about the gradient noise. */
public final class NoiseText {
    private final Texts texts;

    public NoiseText(Texts texts) {
        this.texts = texts;
    }

    static String format(double number) {
        return Double.isFinite(number) ? NumberFormats.format(number, 3) : number > 0 ? "∞" : "–";
    }

    /** Explains the chart of the paths. */
    String explainPaths(NoisyDescents.NoisyDescentResults results) {
        PathDistribution cloud = results.clouds().get(0);
        return texts.get(
                "learning-rate.noise.stage.walks.how",
                Integer.toString(Math.min(NoiseChartModels.MAX_DRAWN, cloud.pathCount())),
                Integer.toString(cloud.pathCount()));
    }

    String explainVariance(NoisyDescents.NoisyDescentResults results) {
        return texts.get(
                results.expected().isPresent()
                        ? "learning-rate.noise.stage.variance.how"
                        : "learning-rate.noise.stage.variance.how.measured");
    }

    String explainBatchSizes(NoisyDescents.NoisyDescentResults results) {
        return texts.get(
                results.expected().isPresent()
                        ? "learning-rate.noise.stage.batches.how"
                        : "learning-rate.noise.stage.batches.how.measured");
    }

    /** Describes the error of a gradient and how far the paths have spread. */
    public String describeSpread(NoisyDescents.NoisyDescentResults results, int step) {
        PathDistribution cloud = results.clouds().get(0);
        DescentRunSettings.GradientErrorSettings noise =
                Objects.requireNonNull(results.study()).settings().noise();
        int row = cloud.rowAtOrBefore(step);
        VarianceEstimate measured = cloud.variance(row);
        String text = texts.get(
                "learning-rate.noise.seen",
                format(Math.sqrt(noise.variance())),
                Integer.toString(cloud.pathCount()),
                Integer.toString(cloud.step(row)),
                format(measured.value()),
                format(measured.lower()),
                format(measured.upper()));
        String prediction = results.expectedVariance(cloud.batchSize(), cloud.step(row))
                .map(variance -> texts.get("learning-rate.noise.seen.predicted", format(variance)))
                .orElseGet(() -> texts.get("learning-rate.noise.seen.measured"));
        String divergedText = cloud.divergedCount() == 0
                ? ""
                : " " + texts.get("learning-rate.noise.seen.diverged", Integer.toString(cloud.divergedCount()));
        return text + " " + prediction + divergedText;
    }

    /** Describes the stationary variance and its reason; empty if no prediction is available. */
    public String describeStationaryVariance(NoisyDescents.NoisyDescentResults results) {
        double floor = NoiseChartModels.stationaryVariance(results);
        if (results.expected().isEmpty()) {
            return "";
        }
        return Double.isFinite(floor)
                ? texts.get("learning-rate.noise.seen.floor", format(floor), format(Math.sqrt(floor)))
                : texts.get("learning-rate.noise.seen.noFloor");
    }

    /**
     * The formula for the stationary variance of plain gradient descent on a curve, with its numbers; empty in other
     * cases.
     */
    public static String formula(NoisyDescents.NoisyDescentResults results) {
        double floor = NoiseChartModels.stationaryVariance(results);
        if (results.study() == null || !Double.isFinite(floor)) {
            return "";
        }
        DescentRunSettings settings = results.study().settings();
        OptionalDouble curvature = results.study().objective().dimensions() == 1
                ? OptionalDouble.of(results.study()
                        .objective()
                        .largestCurvature(settings.start().get(0)))
                : OptionalDouble.empty();
        if (!(settings.optimizer() instanceof Sgd sgd) || sgd.momentum() > 0 || curvature.isEmpty()) {
            return "";
        }
        String rate = FormulaView.number(settings.learningRate());
        String c = FormulaView.number(curvature.getAsDouble());
        String batch = Integer.toString(settings.noise().batchSize());
        return "\\begin{array}{l} \\mathrm{Var}\\,x \\to \\frac{\\eta S^2}{B\\,c\\,(2-\\eta c)} \\\\ = \\frac{" + rate
                + " \\cdot " + FormulaView.number(settings.noise().deviation()) + "^2}{" + batch + " \\cdot " + c
                + "\\,(2 - " + rate + " \\cdot "
                + c + ")} = " + FormulaView.number(floor) + " \\end{array}";
    }
}
