package hyperlab.lab.activation;

import hyperlab.activation.MaxoutCurve;
import hyperlab.activation.MaxoutStudy.MaxoutFit;
import hyperlab.activation.PreluSlopeStudy.EpochSlopes;
import hyperlab.chart.activation.FunctionChart;
import hyperlab.chart.activation.MaxoutChart;
import hyperlab.chart.activation.MedianChart;
import hyperlab.chart.style.CurveStyle;
import hyperlab.finding.Severity;
import hyperlab.nn.Activation;
import hyperlab.text.NumberFormats;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.control.DoctorSection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The charts and texts about learned slopes and pieces. */
record LearnedPresenter(
        StudyContext context, StudyRunner.StudyStatus<EpochSlopes> slopes, StudyRunner.StudyStatus<MaxoutFit> fits) {
    /** A curve counts as not learned if the mean squared error is above this. */
    private static final double NOT_LEARNED_ERROR = 0.5;

    /** The x values of a PReLU curve: left end, kink and right end. */
    private static final double[] PRELU_X = {-2, 0, 2};

    private int layers() {
        return context.setup().slopeTraining().hidden().size();
    }

    MedianChart.Model slopeModel() {
        List<EpochSlopes> results = slopes.results();
        List<MedianChart.Line> lines = new ArrayList<>();
        for (int layer = 0; layer < layers() && !results.isEmpty(); layer++) {
            int layerIndex = layer;
            lines.add(MedianLines.byEpoch(
                    context.text("activation.learned.layer", Integer.toString(layer + 1)),
                    CurveStyle.series(layer),
                    results.stream().map(each -> each.slopes().get(layerIndex)).toList()));
        }
        return new MedianChart.Model(
                lines,
                0,
                context.setup().slopeTraining().epochs(),
                false,
                false,
                context.text("chart.epoch"),
                context.text("activation.learned.slope.y"),
                0,
                1,
                context.setup().constants().preluSlope(),
                results.isEmpty() ? Double.NaN : context.position(),
                "");
    }

    /**
     * The function of each layer at the playhead's epoch, with the median slope. Layers whose slope has diverged are
     * omitted.
     */
    FunctionChart.Model shapeModel() {
        List<EpochSlopes> results = slopes.results();
        List<FunctionChart.Line> lines = new ArrayList<>();
        for (int layer = 0; layer < layers() && !results.isEmpty(); layer++) {
            double slope = results.get(epoch()).slopes().get(layer).median();
            if (!Double.isFinite(slope)) {
                continue;
            }
            Activation learned = new Activation.Prelu(slope);
            lines.add(new FunctionChart.Line(
                    layer,
                    context.text("activation.learned.layer", Integer.toString(layer + 1)),
                    PRELU_X.clone(),
                    DoubleStream.of(PRELU_X).map(learned::value).toArray(),
                    Double.NaN,
                    false));
        }
        return new FunctionChart.Model(
                lines, PRELU_X[0], PRELU_X[2], PRELU_X[0], PRELU_X[2], Double.NaN, List.of(), 0, "", List.of());
    }

    private int epoch() {
        return Math.min(context.position(), Math.max(0, slopes.results().size() - 1));
    }

    /** The Maxout unit at the playhead's epoch. */
    MaxoutChart.Model maxoutModel() {
        MaxoutCurve curve = context.setup().maxoutCurve();
        MaxoutFit fit = fit();
        List<DoubleUnaryOperator> pieces = IntStream.range(0, fit.slopes().size())
                .mapToObj(piece -> (DoubleUnaryOperator) x -> fit.line(piece, x))
                .toList();
        return new MaxoutChart.Model(
                MaxoutCurve.X_LIMIT,
                curve::valueAt,
                context.text("activation.curve." + curve.fileName()),
                pieces,
                fit::output,
                context.text("activation.learned.envelope"));
    }

    private MaxoutFit fit() {
        List<MaxoutFit> results = fits.results();
        return results.get(Math.min(context.position(), results.size() - 1));
    }

    StudyInsight.InsightContent insight(Runnable nextSeed) {
        List<StudyInsight.InsightRow> rows = new ArrayList<>();
        List<EpochSlopes> results = slopes.results();
        int epoch = epoch();
        for (int layer = 0; layer < layers() && !results.isEmpty(); layer++) {
            double start = results.get(0).slopes().get(layer).median();
            double now = results.get(epoch).slopes().get(layer).median();
            rows.add(new StudyInsight.InsightRow(
                    CurveStyle.series(layer),
                    false,
                    List.of(
                            context.text("activation.learned.layer", Integer.toString(layer + 1)),
                            NumberFormats.formatFixed(start, 3),
                            NumberFormats.formatFixed(now, 3))));
        }
        String text = results.isEmpty()
                ? context.text("activation.learned.waiting")
                : context.text(
                        "activation.learned.words",
                        NumberFormats.format(results.get(epoch).loss().median(), 3),
                        fits.results().isEmpty() ? "0" : Integer.toString(fit().countUsedLines(MaxoutCurve.X_LIMIT)),
                        Integer.toString(context.setup().constants().maxoutPieces()),
                        fits.results().isEmpty() ? "0" : NumberFormats.format(2 * fit().loss(), 3));
        return new StudyInsight.InsightContent(
                results.isEmpty() ? "" : context.text("activation.atEpoch", Integer.toString(epoch)),
                rows,
                List.of(
                        "f(x) = \\max(0, x) + a\\,\\min(0, x)",
                        "\\frac{\\partial L}{\\partial a} = \\sum_{x \\le 0} \\frac{\\partial L}{\\partial f}\\,x",
                        "y = v \\max_{1 \\le j \\le "
                                + context.setup().constants().maxoutPieces() + "} (w_j x + b_j) + c"),
                text,
                fits.results().isEmpty() ? List.of() : findings(nextSeed));
    }

    private List<DoctorSection.FindingModel> findings(Runnable nextSeed) {
        List<MaxoutFit> results = fits.results();
        MaxoutFit last = results.get(results.size() - 1);
        String pieces = Integer.toString(last.slopes().size());
        String loss = NumberFormats.format(2 * last.loss(), 3);
        if (last.diverged()) {
            return List.of(context.findingWithRemedy(
                    Severity.DANGER, "activation.learned.astray", "activation.nextSeed", nextSeed, pieces));
        }
        if (context.setup().maxoutCurve() == MaxoutCurve.SINE) {
            return List.of(context.finding(Severity.NOTE, "activation.learned.notConvex", pieces, loss));
        }
        if (2 * last.loss() > NOT_LEARNED_ERROR || last.weight() < 0) {
            return List.of(context.findingWithRemedy(
                    Severity.WARNING,
                    last.weight() < 0 ? "activation.learned.upsideDown" : "activation.learned.notMet",
                    "activation.nextSeed",
                    nextSeed,
                    NumberFormats.format(last.weight(), 3),
                    loss));
        }
        return List.of(context.finding(
                Severity.GOOD,
                "activation.learned.fits",
                Integer.toString(last.countUsedLines(MaxoutCurve.X_LIMIT)),
                pieces,
                loss));
    }

    /** The chart's subtitle, with the number of pieces that the fit uses. */
    String maxoutSubtitle() {
        if (fits.results().isEmpty()) {
            return context.progress(fits, "");
        }
        return context.text(
                "activation.learned.maxout.how",
                Integer.toString(fit().epoch()),
                Integer.toString(fit().countUsedLines(MaxoutCurve.X_LIMIT)),
                Integer.toString(fit().slopes().size()));
    }
}
