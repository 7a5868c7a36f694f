package hyperlab.lab.training.stage;

import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.Dash;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.ThemeColor;
import hyperlab.chart.training.DiagnosticChart;
import hyperlab.chart.training.DiagnosticChart.Line;
import hyperlab.chart.training.EvidenceRange;
import hyperlab.diagnosis.LayerReport;
import hyperlab.diagnosis.LearningRateRangeTest;
import hyperlab.diagnosis.Sharpness;
import hyperlab.finding.Severity;
import hyperlab.lab.training.inspection.MeasurementHistory;
import hyperlab.lab.training.inspection.MemberLosses;
import hyperlab.lab.training.inspection.NetworkInspection;
import hyperlab.lab.training.inspection.RangeTestViewModel;
import hyperlab.lab.training.run.EpochAxis;
import hyperlab.nn.WeightLayer;
import hyperlab.optim.Sgd;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import java.util.ArrayList;
import java.util.List;

/** Creates the content of the measurement charts and their notes, in one language. */
public final class MeasurementChartModels {
    public static final double REFERENCE_RATIO = 1e-3;

    private MeasurementChartModels() {}

    public static DiagnosticChart.Model rates(RangeTestViewModel.RangeTestState state, Texts texts) {
        List<LearningRateRangeTest.RangeTestPoint> points = state.points();
        double[] rates = points.stream()
                .mapToDouble(LearningRateRangeTest.RangeTestPoint::rate)
                .toArray();
        Curve raw = Curve.of(
                rates,
                points.stream()
                        .mapToDouble(LearningRateRangeTest.RangeTestPoint::loss)
                        .toArray());
        Curve smoothed = Curve.of(
                rates,
                points.stream()
                        .mapToDouble(LearningRateRangeTest.RangeTestPoint::smoothed)
                        .toArray());
        LearningRateRangeTest.RateInterval suggestion = state.suggestion();
        return new DiagnosticChart.Model(
                List.of(
                        new Line(raw, CurveStyle.line(ThemeColor.series(0), 1).faint(), ""),
                        new Line(smoothed, CurveStyle.line(ThemeColor.series(0), CurveStyle.WIDTH), "")),
                1,
                suggestion == null
                        ? null
                        : new EvidenceRange(
                                suggestion.from(), suggestion.to(), texts.get("stage.rate_test.try"), Severity.GOOD),
                texts.get("stage.rate_test.x"),
                texts.get("stage.rate_test.y"));
    }

    public static String rateNote(RangeTestViewModel.RangeTestState state, Texts texts) {
        LearningRateRangeTest.RateInterval suggestion = state.suggestion();
        if (suggestion != null) {
            return texts.get(
                    "stage.rate_test.found",
                    NumberFormats.format(suggestion.from(), 3),
                    NumberFormats.format(suggestion.to(), 3));
        }
        return texts.get(state.test() == null ? "stage.rate_test.why" : "stage.rate_test.nothing");
    }

    public static DiagnosticChart.Model sharpness(
            MeasurementHistory measurements, NetworkInspection inspection, Texts texts) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                measurements.stabilityLimits(),
                CurveStyle.line(ThemeColor.series(1), CurveStyle.WIDTH)
                        .with(Dash.VALIDATION)
                        .with(MarkerShape.SQUARE)
                        .radius(2),
                border(inspection.point().experiment(), texts)));
        lines.add(new Line(measurements.sharpness(), CurveStyle.series(0).radius(2), "λ"));
        return new DiagnosticChart.Model(
                lines,
                axisEnd(measurements, inspection),
                null,
                texts.get("chart.epoch"),
                texts.get("stage.sharpness.y"));
    }

    /** The formula of the stability limit; empty for adaptive optimizers. */
    private static String border(Experiment experiment, Texts texts) {
        if (!(experiment.training().optimizer() instanceof Sgd sgd)) {
            return "";
        }
        return texts.get(
                sgd.momentum() == 0
                        ? "stage.sharpness.border"
                        : sgd.nesterov() ? "stage.sharpness.border.nesterov" : "stage.sharpness.border.momentum");
    }

    /** Compares the latest sharpness with the stability limit, and explains the result. */
    public static String sharpnessNote(NetworkInspection inspection, Texts texts) {
        Sharpness sharpness = inspection.network().measurements().sharpness();
        if (sharpness == null || Double.isNaN(sharpness.value())) {
            return texts.get("stage.sharpness.why");
        }
        Experiment experiment = inspection.point().experiment();
        double limit = MeasurementHistory.stabilityLimit(
                experiment, inspection.point().report().epoch());
        String value = NumberFormats.format(sharpness.value(), 3);
        if (Double.isNaN(limit)) {
            return texts.get("stage.sharpness.adaptive", value);
        }
        int rows = inspection.point().partition().train().samples();
        boolean full = experiment.training().batchSize().effective(rows) == rows;
        return texts.get(
                sharpness.value() > limit ? "stage.sharpness.beyond" : "stage.sharpness.within",
                value,
                border(experiment, texts),
                NumberFormats.format(limit, 3),
                texts.get(full ? "stage.sharpness.full" : "stage.sharpness.mini"));
    }

    public static DiagnosticChart.Model ratios(
            MeasurementHistory measurements, NetworkInspection inspection, Texts texts) {
        List<Line> lines = new ArrayList<>();
        double epochs = axisEnd(measurements, inspection);
        lines.add(new Line(
                Curve.of(new double[] {0, epochs}, new double[] {REFERENCE_RATIO, REFERENCE_RATIO}),
                CurveStyle.reference(ChartTheme::muted),
                ""));
        List<LayerReport> layers = inspection.network().report().layers();
        for (int k = 0; k < layers.size(); k++) {
            lines.add(new Line(
                    measurements.ratio(k),
                    CurveStyle.series(k).radius(2),
                    layerName(layers.get(k).layer(), texts)));
        }
        return new DiagnosticChart.Model(lines, epochs, null, texts.get("chart.epoch"), texts.get("stage.ratios.y"));
    }

    private static double axisEnd(MeasurementHistory measurements, NetworkInspection inspection) {
        double lastEpoch = Math.max(
                measurements.lastPosition(), inspection.point().report().epoch());
        return EpochAxis.end(inspection.point().experiment().training().epochs(), lastEpoch);
    }

    /**
     * A thin curve for each member and a thick one for their mean; with dropout, also a curve for the network with all
     * its units.
     */
    public static DiagnosticChart.Model members(
            MeasurementHistory measurements, NetworkInspection inspection, Texts texts) {
        MemberLosses current = inspection.network().measurements().members();
        List<Line> lines = new ArrayList<>();
        for (int k = 0; current != null && k < current.members().size(); k++) {
            int member = k;
            Curve curve = measurements.members(lastEpoch ->
                    member < lastEpoch.members().size() ? lastEpoch.members().get(member) : Double.NaN);
            lines.add(new Line(
                    curve,
                    CurveStyle.line(ChartTheme::axis, 1)
                            .with(MarkerShape.CIRCLE)
                            .radius(1),
                    ""));
        }
        if (current != null && current.isDropout()) {
            lines.add(new Line(
                    measurements.members(MemberLosses::dropoutOff),
                    CurveStyle.line(ThemeColor.series(1), CurveStyle.WIDTH)
                            .with(Dash.VALIDATION)
                            .with(MarkerShape.SQUARE)
                            .radius(2),
                    texts.get("stage.members.off")));
        }
        if (current != null) {
            lines.add(new Line(
                    measurements.members(MemberLosses::mean),
                    CurveStyle.line(ThemeColor.series(0), CurveStyle.WIDTH)
                            .with(MarkerShape.CIRCLE)
                            .radius(2),
                    texts.get("stage.members.mean")));
        }
        return new DiagnosticChart.Model(
                lines, axisEnd(measurements, inspection), null, texts.get("chart.epoch"), texts.get("stage.members.y"));
    }

    public static String membersNote(NetworkInspection inspection, Texts texts) {
        MemberLosses current = inspection.network().measurements().members();
        if (current == null) {
            return texts.get("stage.members.none");
        }
        double min = current.members().stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(Double.NaN);
        double max = current.members().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(Double.NaN);
        String count = Integer.toString(current.members().size());
        String mean = NumberFormats.format(current.mean(), 3);
        String from = NumberFormats.format(min, 3);
        String to = NumberFormats.format(max, 3);
        return current.isDropout()
                ? texts.get("stage.members.masks", count, from, to, mean, NumberFormats.format(current.dropoutOff(), 3))
                : texts.get("stage.members.ensemble", count, from, to, mean);
    }

    private static String layerName(WeightLayer layer, Texts texts) {
        String number = Integer.toString(layer.number());
        return switch (layer.kind()) {
            case CONVOLUTION -> texts.get("chart.convolution", number);
            case HIDDEN -> texts.get("chart.hiddenLayer", number);
            case OUTPUT -> texts.get("chart.outputLayer");
        };
    }
}
