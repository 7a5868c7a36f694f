package hyperlab.lab.training.stage;

import hyperlab.chart.series.Curve;
import hyperlab.chart.training.BoundaryChartModel;
import hyperlab.chart.training.ConfusionChart;
import hyperlab.chart.training.HistogramChart;
import hyperlab.chart.training.PredictionChart;
import hyperlab.chart.training.WorstPredictionsChart;
import hyperlab.chart.training.network.NetworkDiagram.UnitPosition;
import hyperlab.data.DataSet;
import hyperlab.data.PointSet;
import hyperlab.data.PredictionTask;
import hyperlab.diagnosis.ConfusionMatrix;
import hyperlab.diagnosis.DecisionMap;
import hyperlab.diagnosis.Distribution;
import hyperlab.diagnosis.FittedCurve;
import hyperlab.diagnosis.LayerReport;
import hyperlab.diagnosis.UnitActivity;
import hyperlab.diagnosis.WorstPredictions;
import hyperlab.image.ImageShape;
import hyperlab.lab.training.inspection.LayerInspection.UnitImage;
import hyperlab.lab.training.inspection.NetworkInspection;
import hyperlab.lab.training.inspection.NetworkInspector;
import hyperlab.lab.training.inspection.PlaneChoice;
import hyperlab.lab.training.inspection.PredictionInspection;
import hyperlab.lab.training.inspection.PredictionInspection.PlanePredictions;
import hyperlab.lab.training.run.StageChart;
import hyperlab.text.ColumnNames;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/** Creates the content and captions of the charts from an inspection, in one language. */
public final class InspectionChartModels {
    private static final int MAX_POINTS = 1_000;
    private static final int MAX_CELLS = 8;

    private final NetworkInspection inspection;
    private final DataSet dataSet;
    private final Texts texts;

    public InspectionChartModels(NetworkInspection inspection, Texts texts) {
        this.inspection = inspection;
        this.dataSet = inspection.point().partition().all();
        this.texts = texts;
    }

    /** The subtitle of a chart: the epoch, and which rows it covers. */
    public String subtitle(StageChart chart) {
        int epoch = inspection.point().report().epoch();
        String epochText = texts.get("stage.at", Integer.toString(epoch));
        String rows = Integer.toString(inspection.network().rows());
        return switch (chart) {
            case BOUNDARY, CONFUSION, PREDICTION, FIT -> epochText;
            case NETWORK -> withUnitActivity(withEnsembleNote(epochText));
            case WEIGHTS -> withEnsembleNote(epochText);
            case GRADIENTS, ACTIVATIONS -> withEnsembleNote(texts.get("stage.rows", epochText, rows));
            case MISTAKES -> mistakesSubtitle(epochText);
            case LOSS, ACCURACY, RATE_TEST, SHARPNESS, RATIOS, MEMBERS, CAPACITY, PATHS, STEP, PLAYGROUND -> "";
        };
    }

    /** Points in the plane without a prediction. */
    static BoundaryChartModel points(PointSet points, DecisionMap.Window window) {
        int corners = 4;
        DMatrixRMaj none = new DMatrixRMaj(corners, points.classes());
        none.fill(Double.NaN);
        return new BoundaryChartModel(
                new DecisionMap(window.xLow(), window.xHigh(), window.yLow(), window.yHigh(), 2, 2, none),
                "x",
                "y",
                IntStream.range(0, points.classes()).mapToObj(Integer::toString).toList(),
                points.points().stream()
                        .map(point -> new BoundaryChartModel.Point(point.x(), point.y(), point.label(), false))
                        .toList(),
                List.of(),
                new BoundaryChartModel.Range(0, 1));
    }

    /** Adds the fraction of samples for which the selected unit passes a gradient, if it is known. */
    private String withUnitActivity(String text) {
        UnitPosition chosen = inspection.request().unit();
        List<LayerReport> layers = inspection.network().report().layers();
        if (chosen == null || chosen.column() == 0 || chosen.column() > layers.size()) {
            return text;
        }
        UnitActivity activity = layers.get(chosen.column() - 1).activity();
        return activity == null || chosen.unit() >= activity.units()
                ? text
                : texts.get(
                        "stage.unit.passes",
                        text,
                        Integer.toString(chosen.column()),
                        Integer.toString(chosen.unit() + 1),
                        NumberFormats.format(100 * activity.activeShares()[chosen.unit()], 2));
    }

    private String withEnsembleNote(String text) {
        int networks = inspection.point().experiment().ensemble();
        return networks == 1 ? text : texts.get("chart.firstOf", text, Integer.toString(networks));
    }

    /** A note below a chart; empty for none. */
    public String note(StageChart chart) {
        PlanePredictions planePredictions = inspection.predictions().planePredictions();
        int features = dataSet.features().numCols;
        if (chart == StageChart.FIT) {
            return features == 1 ? "" : texts.get("stage.others");
        }
        if (chart != StageChart.BOUNDARY || planePredictions == null || features == 2) {
            return "";
        }
        return inspection.request().plane().isPrincipal(features)
                ? texts.get(
                        "stage.principal",
                        NumberFormats.format(100 * planePredictions.plane().explainedVarianceRatio(), 2))
                : texts.get("stage.others");
    }

    private String mistakesSubtitle(String epochText) {
        WorstPredictions mistakes = inspection.predictions().worstPredictions();
        if (mistakes == null || dataSet.task() == PredictionTask.REGRESSION) {
            return epochText;
        }
        return texts.get(
                "stage.wrong",
                epochText,
                Integer.toString(mistakes.wrongCount()),
                NumberFormats.count(mistakes.samples()));
    }

    public BoundaryChartModel boundary(PlanePredictions planePredictions) {
        int features = dataSet.features().numCols;
        PlaneChoice plane = inspection.request().plane();
        boolean principal = plane.isPrincipal(features);
        return BoundaryChartModel.of(
                        inspection.point().partition(),
                        planePredictions.map(),
                        planePredictions.plane(),
                        principal
                                ? texts.get("stage.component", "1")
                                : ColumnNames.of(dataSet.featureNames().get(plane.firstOf(features)), texts),
                        principal
                                ? texts.get("stage.component", "2")
                                : ColumnNames.of(dataSet.featureNames().get(plane.secondOf(features)), texts))
                .withMembers(planePredictions.members());
    }

    public HistogramChart.Model histograms(Function<LayerReport, Distribution> of) {
        return new HistogramChart.Model(inspection.network().report().layers().stream()
                .map(layer -> HistogramChart.Row.of(layer.layer(), of.apply(layer)))
                .toList());
    }

    /** The confusion matrix; null if the inspection does not include it. */
    static ConfusionChart.@Nullable Model confusion(NetworkInspection inspection) {
        ConfusionMatrix matrix = inspection.predictions().confusion();
        return matrix == null
                ? null
                : new ConfusionChart.Model(
                        matrix, inspection.point().partition().all().classNames());
    }

    /** The predictions against the targets or along a feature; null if the inspection does not include them. */
    PredictionChart.@Nullable Model prediction(StageChart chart) {
        PredictionInspection inspected = inspection.predictions();
        if (chart == StageChart.FIT) {
            return inspected.fittedCurve() == null ? null : fit(inspected.fittedCurve());
        }
        return inspected.train() == null || inspected.validation() == null
                ? null
                : predictions(inspected.train(), inspected.validation());
    }

    public PredictionChart.Model predictions(DMatrixRMaj train, DMatrixRMaj validation) {
        double[] trainTargets = inspection.point().partition().train().targets();
        double[] validationTargets = inspection.point().partition().validation().targets();
        double low = Math.min(
                Arrays.stream(trainTargets).min().orElse(0),
                Arrays.stream(validationTargets).min().orElse(0));
        double high = Math.max(
                Arrays.stream(trainTargets).max().orElse(1),
                Arrays.stream(validationTargets).max().orElse(1));
        return new PredictionChart.Model(
                thinned(trainTargets, train.data),
                thinned(validationTargets, validation.data),
                Curve.of(new double[] {low, high}, new double[] {low, high}),
                false,
                texts.get("stage.true", targetName()),
                texts.get("stage.predicted", targetName()));
    }

    public PredictionChart.Model fit(FittedCurve fit) {
        int feature = NetworkInspector.feature(
                inspection.request(), inspection.point().partition());
        return new PredictionChart.Model(
                samples(inspection.point().partition().trainRows(), feature),
                samples(inspection.point().partition().validationRows(), feature),
                Curve.of(fit.x(), fit.y()),
                true,
                ColumnNames.of(dataSet.featureNames().get(feature), texts),
                targetName());
    }

    private String targetName() {
        return ColumnNames.of(dataSet.targetName(), texts);
    }

    private Curve samples(int[] rows, int feature) {
        double[] x = Arrays.stream(rows)
                .mapToDouble(row -> dataSet.features().get(row, feature))
                .toArray();
        double[] y =
                Arrays.stream(rows).mapToDouble(row -> dataSet.targets()[row]).toArray();
        return thinned(x, y);
    }

    /** Every k-th point, to limit the number of points. */
    private static Curve thinned(double[] x, double[] y) {
        int stride = (x.length + MAX_POINTS - 1) / MAX_POINTS;
        int count = (x.length + stride - 1) / stride;
        double[] someX = new double[count];
        double[] someY = new double[count];
        Arrays.setAll(someX, k -> x[k * stride]);
        Arrays.setAll(someY, k -> y[k * stride]);
        return Curve.of(someX, someY);
    }

    public WorstPredictionsChart.Model mistakes(WorstPredictions mistakes) {
        ImageShape image = dataSet.image();
        List<WorstPredictionsChart.Row> rows = mistakes.worst().stream()
                .map(mistake -> image == null ? tableRow(mistake) : imageRow(mistake))
                .toList();
        return new WorstPredictionsChart.Model(
                image == null ? tableHeader() : List.of(), rows, image, texts.get("stage.noMistake"));
    }

    private List<String> tableHeader() {
        boolean classes = dataSet.task() == PredictionTask.CLASSIFICATION;
        List<String> head = new ArrayList<>(List.of(
                texts.get("stage.row"),
                targetName(),
                texts.get("stage.taken"),
                texts.get(classes ? "stage.sure" : "stage.off")));
        List<String> features = ColumnNames.of(dataSet.featureNames(), texts);
        head.addAll(features.subList(0, Math.min(MAX_CELLS, features.size())));
        return head;
    }

    private WorstPredictionsChart.Row tableRow(WorstPredictions.Misprediction mistake) {
        int row = inspection.point().partition().validationRows()[mistake.row()];
        List<String> words = new ArrayList<>(List.of(
                Integer.toString(row),
                targetText(mistake.target()),
                targetText(mistake.prediction()),
                errorText(mistake)));
        for (int f = 0; f < Math.min(MAX_CELLS, dataSet.featureNames().size()); f++) {
            words.add(NumberFormats.format(dataSet.features().get(row, f), 3));
        }
        return new WorstPredictionsChart.Row(words, new double[0]);
    }

    private WorstPredictionsChart.Row imageRow(WorstPredictions.Misprediction mistake) {
        int row = inspection.point().partition().validationRows()[mistake.row()];
        int width = dataSet.features().numCols;
        return new WorstPredictionsChart.Row(
                List.of(
                        texts.get("stage.takenFor", targetText(mistake.target()), targetText(mistake.prediction())),
                        errorText(mistake)),
                Arrays.copyOfRange(dataSet.features().data, row * width, (row + 1) * width));
    }

    private String targetText(double value) {
        return dataSet.task() == PredictionTask.CLASSIFICATION
                ? dataSet.classNames().get((int) value)
                : NumberFormats.format(value, 3);
    }

    private String errorText(WorstPredictions.Misprediction mistake) {
        return dataSet.task() == PredictionTask.CLASSIFICATION
                ? NumberFormats.formatFixed(100 * mistake.error(), 1) + "\u00a0%"
                : NumberFormats.format(mistake.error(), 3);
    }

    /** The title above a unit's image. */
    String unitTitle(UnitImage map, int layer, int unit) {
        return texts.get(
                map.showsWeights() ? "stage.unit.weights" : "stage.unit.output",
                Integer.toString(layer),
                Integer.toString(unit + 1));
    }
}
