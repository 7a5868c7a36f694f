package hyperlab.app.training;

import hyperlab.app.training.NetworkLook.UnitMap;
import hyperlab.app.training.PredictionLook.Ground;
import hyperlab.chart.BoundaryPicture;
import hyperlab.chart.Curve;
import hyperlab.chart.HistogramChart;
import hyperlab.chart.MistakesChart;
import hyperlab.chart.NetworkSketch.Place;
import hyperlab.chart.PredictionChart;
import hyperlab.data.DataSet;
import hyperlab.data.Task;
import hyperlab.diagnosis.Distribution;
import hyperlab.diagnosis.FittedCurve;
import hyperlab.diagnosis.LayerReport;
import hyperlab.diagnosis.Mistakes;
import hyperlab.diagnosis.UnitActivity;
import hyperlab.image.ImageShape;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/** Creates the content and captions of the charts from an inspection, in one language. */
final class LookPictures {
    private static final int MOST_POINTS = 1_000;
    private static final int MOST_CELLS = 8;

    private final Look look;
    private final DataSet whole;
    private final Texts texts;

    LookPictures(Look look, Texts texts) {
        this.look = look;
        this.whole = look.when().partition().whole();
        this.texts = texts;
    }

    /** The subtitle of a chart: the epoch, and which rows it covers. */
    String subtitle(StageChart chart) {
        int epoch = look.when().report().epoch();
        String at = texts.get("stage.at", Integer.toString(epoch));
        String rows = Integer.toString(look.network().rows());
        return switch (chart) {
            case BOUNDARY, CONFUSION, PREDICTION, FIT -> at;
            case NETWORK -> unit(firstOf(at));
            case WEIGHTS -> firstOf(at);
            case GRADIENTS, ACTIVATIONS -> firstOf(texts.get("stage.rows", at, rows));
            case MISTAKES -> mistakesSubtitle(at);
            case LOSS, ACCURACY, RATE_TEST, SHARPNESS, RATIOS, MEMBERS, CAPACITY, PATHS, PLAYGROUND -> "";
        };
    }

    /** Adds the fraction of samples for which the selected unit passes a gradient, if it is known. */
    private String unit(String said) {
        Place chosen = look.order().unit();
        List<LayerReport> layers = look.network().report().layers();
        if (chosen == null || chosen.column() == 0 || chosen.column() > layers.size()) {
            return said;
        }
        UnitActivity activity = layers.get(chosen.column() - 1).activity();
        return activity == null || chosen.unit() >= activity.units()
                ? said
                : texts.get(
                        "stage.unit.passes",
                        said,
                        Integer.toString(chosen.column()),
                        Integer.toString(chosen.unit() + 1),
                        NumberFormats.format(100 * activity.passing()[chosen.unit()], 2));
    }

    private String firstOf(String said) {
        int networks = look.when().experiment().ensemble();
        return networks == 1 ? said : texts.get("chart.firstOf", said, Integer.toString(networks));
    }

    /** A note below a chart; empty for none. */
    String note(StageChart chart) {
        Ground ground = look.predictions().ground();
        int features = whole.features().numCols;
        if (chart == StageChart.FIT) {
            return features == 1 ? "" : texts.get("stage.others");
        }
        if (chart != StageChart.BOUNDARY || ground == null || features == 2) {
            return "";
        }
        return look.order().plane().isPrincipal(features)
                ? texts.get("stage.principal", NumberFormats.format(100 * ground.plane().share(), 2))
                : texts.get("stage.others");
    }

    private String mistakesSubtitle(String at) {
        Mistakes mistakes = look.predictions().mistakes();
        if (mistakes == null || whole.task() == Task.REGRESSION) {
            return at;
        }
        return texts.get("stage.wrong", at, Integer.toString(mistakes.wrong()), Integer.toString(mistakes.samples()));
    }

    BoundaryPicture boundary(Ground ground) {
        int features = whole.features().numCols;
        PlaneChoice plane = look.order().plane();
        boolean principal = plane.isPrincipal(features);
        return BoundaryPicture.of(
                        look.when().partition(),
                        ground.map(),
                        ground.plane(),
                        principal
                                ? texts.get("stage.component", "1")
                                : whole.featureNames().get(plane.firstOf(features)),
                        principal
                                ? texts.get("stage.component", "2")
                                : whole.featureNames().get(plane.secondOf(features)))
                .withMembers(ground.members());
    }

    List<HistogramChart.Row> histograms(Function<LayerReport, Distribution> of) {
        return look.network().report().layers().stream()
                .map(layer -> HistogramChart.Row.of(layer.layer(), of.apply(layer)))
                .toList();
    }

    /** The predictions against the targets or along a feature; null if the inspection does not include them. */
    PredictionChart.@Nullable Picture prediction(StageChart chart) {
        PredictionLook seen = look.predictions();
        if (chart == StageChart.FIT) {
            return seen.fit() == null ? null : fit(seen.fit());
        }
        return seen.train() == null || seen.validation() == null ? null : predictions(seen.train(), seen.validation());
    }

    PredictionChart.Picture predictions(DMatrixRMaj train, DMatrixRMaj validation) {
        double[] trained = look.when().partition().train().targets();
        double[] judged = look.when().partition().validation().targets();
        double low = Math.min(
                Arrays.stream(trained).min().orElse(0),
                Arrays.stream(judged).min().orElse(0));
        double high = Math.max(
                Arrays.stream(trained).max().orElse(1),
                Arrays.stream(judged).max().orElse(1));
        return new PredictionChart.Picture(
                some(trained, train.data),
                some(judged, validation.data),
                Curve.of(new double[] {low, high}, new double[] {low, high}),
                false,
                texts.get("stage.true", whole.targetName()),
                texts.get("stage.predicted", whole.targetName()));
    }

    PredictionChart.Picture fit(FittedCurve fit) {
        int feature = Looking.feature(look.order(), look.when().partition());
        return new PredictionChart.Picture(
                samples(look.when().partition().trainRows(), feature),
                samples(look.when().partition().validationRows(), feature),
                Curve.of(fit.x(), fit.y()),
                true,
                whole.featureNames().get(feature),
                whole.targetName());
    }

    private Curve samples(int[] rows, int feature) {
        double[] x = Arrays.stream(rows)
                .mapToDouble(row -> whole.features().get(row, feature))
                .toArray();
        double[] y =
                Arrays.stream(rows).mapToDouble(row -> whole.targets()[row]).toArray();
        return some(x, y);
    }

    /** Every k-th point, to limit the number of points. */
    private static Curve some(double[] x, double[] y) {
        int every = (x.length + MOST_POINTS - 1) / MOST_POINTS;
        int count = (x.length + every - 1) / every;
        double[] someX = new double[count];
        double[] someY = new double[count];
        Arrays.setAll(someX, k -> x[k * every]);
        Arrays.setAll(someY, k -> y[k * every]);
        return Curve.of(someX, someY);
    }

    MistakesChart.Picture mistakes(Mistakes mistakes) {
        ImageShape image = whole.image();
        List<MistakesChart.Row> rows = mistakes.worst().stream()
                .map(mistake -> image == null ? tableRow(mistake) : imageRow(mistake))
                .toList();
        return new MistakesChart.Picture(image == null ? head() : List.of(), rows, image, texts.get("stage.noMistake"));
    }

    private List<String> head() {
        boolean classes = whole.task() == Task.CLASSIFICATION;
        List<String> head = new ArrayList<>(List.of(
                texts.get("stage.row"),
                whole.targetName(),
                texts.get("stage.taken"),
                texts.get(classes ? "stage.sure" : "stage.off")));
        head.addAll(whole.featureNames()
                .subList(0, Math.min(MOST_CELLS, whole.featureNames().size())));
        return head;
    }

    private MistakesChart.Row tableRow(Mistakes.Mistake mistake) {
        int row = look.when().partition().validationRows()[mistake.row()];
        List<String> words = new ArrayList<>(
                List.of(Integer.toString(row), value(mistake.target()), value(mistake.prediction()), size(mistake)));
        for (int f = 0; f < Math.min(MOST_CELLS, whole.featureNames().size()); f++) {
            words.add(NumberFormats.format(whole.features().get(row, f), 3));
        }
        return new MistakesChart.Row(words, new double[0]);
    }

    private MistakesChart.Row imageRow(Mistakes.Mistake mistake) {
        int row = look.when().partition().validationRows()[mistake.row()];
        int width = whole.features().numCols;
        return new MistakesChart.Row(
                List.of(
                        texts.get("stage.takenFor", value(mistake.target()), value(mistake.prediction())),
                        size(mistake)),
                Arrays.copyOfRange(whole.features().data, row * width, (row + 1) * width));
    }

    private String value(double value) {
        return whole.task() == Task.CLASSIFICATION ? whole.classNames().get((int) value) : NumberFormats.format(value, 3);
    }

    private String size(Mistakes.Mistake mistake) {
        return whole.task() == Task.CLASSIFICATION
                ? NumberFormats.formatFixed(100 * mistake.size(), 1) + "\u00a0%"
                : NumberFormats.format(mistake.size(), 3);
    }

    /** The title above a unit's image. */
    String unitTitle(UnitMap map, int layer, int unit) {
        return texts.get(
                map.ofWeights() ? "stage.unit.weights" : "stage.unit.output",
                Integer.toString(layer),
                Integer.toString(unit + 1));
    }
}
