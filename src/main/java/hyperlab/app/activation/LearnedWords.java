package hyperlab.app.activation;

import hyperlab.activation.MaxoutCurve;
import hyperlab.activation.MaxoutStudy.Fit;
import hyperlab.activation.SlopeStudy.Slopes;
import hyperlab.app.concurrent.StudyRunner;
import hyperlab.app.control.DoctorSection;
import hyperlab.app.control.FindingCard;
import hyperlab.chart.CurveLook;
import hyperlab.chart.FunctionChart;
import hyperlab.chart.MaxoutChart;
import hyperlab.chart.MedianChart;
import hyperlab.nn.Activation;
import hyperlab.text.NumberFormats;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The charts and texts about learned slopes and pieces. */
record LearnedWords(Studied studied, StudyRunner.StudyStatus<Slopes> slopes, StudyRunner.StudyStatus<Fit> fits) {
    /** A curve counts as not learned if the mean squared error is above this. */
    private static final double UNLEARNED = 0.5;

    /** The x values of a PReLU curve: left end, kink and right end. */
    private static final double[] ENDS = {-2, 0, 2};

    private int layers() {
        return studied.setup().learned().hidden().size();
    }

    MedianChart.Picture slopePicture() {
        List<Slopes> found = slopes.results();
        List<MedianChart.Line> lines = new ArrayList<>();
        for (int layer = 0; layer < layers() && !found.isEmpty(); layer++) {
            int at = layer;
            lines.add(Lines.byEpoch(
                    studied.get("activation.learned.layer", Integer.toString(layer + 1)),
                    CurveLook.series(layer),
                    found.stream().map(each -> each.slopes().get(at)).toList()));
        }
        return new MedianChart.Picture(
                lines,
                0,
                studied.setup().learned().epochs(),
                false,
                false,
                studied.get("chart.epoch"),
                studied.get("activation.learned.slope.y"),
                0,
                1,
                studied.setup().constants().preluSlope(),
                found.isEmpty() ? Double.NaN : studied.position(),
                "");
    }

    /**
     * The function of each layer at the playhead's epoch, with the median slope. Layers whose slope has diverged are
     * omitted.
     */
    FunctionChart.Picture shapePicture() {
        List<Slopes> found = slopes.results();
        List<FunctionChart.Line> lines = new ArrayList<>();
        for (int layer = 0; layer < layers() && !found.isEmpty(); layer++) {
            double slope = found.get(epoch()).slopes().get(layer).median();
            if (!Double.isFinite(slope)) {
                continue;
            }
            Activation learned = new Activation.Prelu(slope);
            lines.add(new FunctionChart.Line(
                    layer,
                    studied.get("activation.learned.layer", Integer.toString(layer + 1)),
                    ENDS.clone(),
                    DoubleStream.of(ENDS).map(learned::value).toArray(),
                    Double.NaN,
                    false));
        }
        return new FunctionChart.Picture(
                lines, ENDS[0], ENDS[2], ENDS[0], ENDS[2], Double.NaN, List.of(), 0, "", List.of());
    }

    private int epoch() {
        return Math.min(studied.position(), Math.max(0, slopes.results().size() - 1));
    }

    /** The Maxout unit at the playhead's epoch. */
    MaxoutChart.Picture maxoutPicture() {
        MaxoutCurve curve = studied.setup().curve();
        Fit fit = fit();
        List<DoubleUnaryOperator> pieces = IntStream.range(0, fit.slopes().size())
                .mapToObj(piece -> (DoubleUnaryOperator) x -> fit.line(piece, x))
                .toList();
        return new MaxoutChart.Picture(
                MaxoutCurve.REACH,
                curve::at,
                studied.get("activation.curve." + curve.fileName()),
                pieces,
                fit::output,
                studied.get("activation.learned.envelope"));
    }

    private Fit fit() {
        List<Fit> found = fits.results();
        return found.get(Math.min(studied.position(), found.size() - 1));
    }

    StudyInsight.Said said(Runnable nextSeed) {
        List<StudyInsight.Row> rows = new ArrayList<>();
        List<Slopes> found = slopes.results();
        int epoch = epoch();
        for (int layer = 0; layer < layers() && !found.isEmpty(); layer++) {
            double start = found.get(0).slopes().get(layer).median();
            double now = found.get(epoch).slopes().get(layer).median();
            rows.add(new StudyInsight.Row(
                    CurveLook.series(layer),
                    false,
                    List.of(
                            studied.get("activation.learned.layer", Integer.toString(layer + 1)),
                            NumberFormats.formatFixed(start, 3),
                            NumberFormats.formatFixed(now, 3))));
        }
        String words = found.isEmpty()
                ? studied.get("activation.learned.waiting")
                : studied.get(
                        "activation.learned.words",
                        NumberFormats.format(found.get(epoch).loss().median(), 3),
                        fits.results().isEmpty() ? "0" : Integer.toString(fit().used(MaxoutCurve.REACH)),
                        Integer.toString(studied.setup().constants().maxoutPieces()),
                        fits.results().isEmpty() ? "0" : NumberFormats.format(2 * fit().loss(), 3));
        return new StudyInsight.Said(
                found.isEmpty() ? "" : studied.get("activation.atEpoch", Integer.toString(epoch)),
                rows,
                List.of(
                        "f(x) = \\max(0, x) + a\\,\\min(0, x)",
                        "\\frac{\\partial L}{\\partial a} = \\sum_{x \\le 0} \\frac{\\partial L}{\\partial f}\\,x",
                        "y = v \\max_{1 \\le j \\le "
                                + studied.setup().constants().maxoutPieces() + "} (w_j x + b_j) + c"),
                words,
                fits.results().isEmpty() ? List.of() : findings(nextSeed));
    }

    private List<DoctorSection.FindingModel> findings(Runnable nextSeed) {
        List<Fit> found = fits.results();
        Fit last = found.get(found.size() - 1);
        String pieces = Integer.toString(last.slopes().size());
        String loss = NumberFormats.format(2 * last.loss(), 3);
        if (last.diverged()) {
            return List.of(studied.mend(
                    FindingCard.Severity.DANGER, "activation.learned.astray", "activation.nextSeed", nextSeed, pieces));
        }
        if (studied.setup().curve() == MaxoutCurve.SINE) {
            return List.of(studied.say(FindingCard.Severity.NOTE, "activation.learned.notConvex", pieces, loss));
        }
        if (last.weight() < 0 || 2 * last.loss() > UNLEARNED) {
            return List.of(studied.mend(
                    FindingCard.Severity.WARNING,
                    "activation.learned.upsideDown",
                    "activation.nextSeed",
                    nextSeed,
                    NumberFormats.format(last.weight(), 3),
                    loss));
        }
        return List.of(studied.say(
                FindingCard.Severity.GOOD,
                "activation.learned.fits",
                Integer.toString(last.used(MaxoutCurve.REACH)),
                pieces,
                loss));
    }

    /** The chart's subtitle, with the number of pieces that the fit uses. */
    String maxoutHow() {
        if (fits.results().isEmpty()) {
            return studied.progress(fits, "");
        }
        return studied.get(
                "activation.learned.maxout.how",
                Integer.toString(fit().epoch()),
                Integer.toString(fit().used(MaxoutCurve.REACH)),
                Integer.toString(fit().slopes().size()));
    }
}
