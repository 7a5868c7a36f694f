package hyperlab.lab.activation;

import hyperlab.activation.DeadUnitsStudy;
import hyperlab.activation.DeadUnitsStudy.DeadUnitsResult;
import hyperlab.chart.activation.MedianChart;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.MarkerShape;
import hyperlab.finding.Severity;
import hyperlab.text.NumberFormats;
import hyperlab.train.Quantiles;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.control.DoctorSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The charts and texts about dead units. */
record DeadUnitsPresenter(StudyContext context, StudyRunner.StudyStatus<DeadUnitsResult> status) {
    /** The doctor warns when at least this share of units is dead. */
    static final double WARNING_SHARE = 0.1;

    private static final double PERCENT = 100;

    private CurveStyle reluStyle() {
        return CurveStyle.series(ActivationKind.RELU.series()).width(CurveStyle.CHOSEN_WIDTH);
    }

    private CurveStyle leakyStyle() {
        return CurveStyle.series(ActivationKind.LEAKY_RELU.series());
    }

    private String name(ActivationKind kind) {
        return context.text(kind.nameKey());
    }

    private double largestRate() {
        return context.setup().deadUnitTraining().learningRate();
    }

    MedianChart.Model deadModel() {
        return model(
                line(name(ActivationKind.RELU), reluStyle(), DeadUnitsResult::deadShare, PERCENT),
                line(name(ActivationKind.LEAKY_RELU), leakyStyle(), DeadUnitsResult::oneSidedShare, PERCENT),
                "activation.dead.y",
                PERCENT);
    }

    /** The validation accuracy, or the validation loss for regression. */
    MedianChart.Model scoreModel() {
        return isClassification()
                ? model(
                        line(name(ActivationKind.RELU), reluStyle(), DeadUnitsResult::reluAccuracy, PERCENT),
                        line(name(ActivationKind.LEAKY_RELU), leakyStyle(), DeadUnitsResult::leakyAccuracy, PERCENT),
                        "activation.accuracy.y",
                        PERCENT)
                : model(
                        line(name(ActivationKind.RELU), reluStyle(), DeadUnitsResult::reluLoss, 1),
                        line(name(ActivationKind.LEAKY_RELU), leakyStyle(), DeadUnitsResult::leakyLoss, 1),
                        "activation.loss.validation.y",
                        Double.NaN);
    }

    private boolean isClassification() {
        return status.results().stream()
                .allMatch(deaths -> !Double.isNaN(deaths.reluAccuracy().median())
                        || !Double.isNaN(deaths.leakyAccuracy().median())
                        || deaths.reluDiverged() + deaths.leakyDiverged() > 0);
    }

    private MedianChart.Model model(MedianChart.Line relu, MedianChart.Line leaky, String yKey, double highest) {
        return new MedianChart.Model(
                List.of(relu, leaky),
                DeadUnitsStudy.rateAt(largestRate(), 0),
                largestRate(),
                true,
                false,
                context.text("activation.dead.x"),
                context.text(yKey),
                0,
                highest,
                Double.NaN,
                status.results().isEmpty() ? Double.NaN : DeadUnitsStudy.rateAt(largestRate(), context.position()),
                "");
    }

    private MedianChart.Line line(
            String name, CurveStyle style, Function<DeadUnitsResult, Quantiles> part, double scale) {
        double[] rates =
                status.results().stream().mapToDouble(DeadUnitsResult::rate).toArray();
        List<Quantiles> spreads = status.results().stream()
                .map(part)
                .map(spread -> MedianLines.scale(scale, spread))
                .toList();
        MedianChart.Line line = MedianLines.of(spreads.isEmpty() ? "" : name, style, rates, spreads);
        MarkerShape marker = style.marker();
        return new MedianChart.Line(
                line.name(), style.with(marker), line.x(), line.median(), line.lower(), line.upper());
    }

    StudyInsight.InsightContent insight(DeadUnitsRemedy remedy) {
        List<DeadUnitsResult> results = status.results();
        if (results.isEmpty()) {
            return new StudyInsight.InsightContent(
                    "", List.of(), formulas(), context.text("activation.dead.waiting"), List.of());
        }
        DeadUnitsResult current = results.get(Math.min(context.position(), results.size() - 1));
        String rate = NumberFormats.format(current.rate(), 3);
        return new StudyInsight.InsightContent(
                context.text("activation.dead.at", rate),
                List.of(
                        row(
                                ActivationKind.RELU,
                                reluStyle(),
                                current.deadShare(),
                                current.reluAccuracy(),
                                current.reluLoss(),
                                current.reluDiverged()),
                        row(
                                ActivationKind.LEAKY_RELU,
                                leakyStyle(),
                                current.oneSidedShare(),
                                current.leakyAccuracy(),
                                current.leakyLoss(),
                                current.leakyDiverged())),
                formulas(),
                context.text(
                        Double.isNaN(current.oneSidedShare().median())
                                ? "activation.dead.words.alone"
                                : "activation.dead.words",
                        rate,
                        percent(current.deadShare()),
                        percent(current.oneSidedShare()),
                        NumberFormats.format(context.setup().constants().leakySlope(), 3)),
                findings(remedy));
    }

    /** The remedy that the doctor offers. */
    interface DeadUnitsRemedy {
        /** Sets the largest rate of the study to this one and runs it again. */
        void lowerRate(double rate);
    }

    private static List<String> formulas() {
        return List.of(
                "z = w \\cdot x + b \\le 0\\;\\; \\forall x \\;\\;\\Rightarrow\\;\\; f'(z) = 0",
                "\\Delta w = -\\eta \\, f'(z) \\, \\frac{\\partial L}{\\partial f} \\, x = 0");
    }

    private StudyInsight.InsightRow row(
            ActivationKind kind, CurveStyle style, Quantiles share, Quantiles accuracy, Quantiles loss, int diverged) {
        return new StudyInsight.InsightRow(
                style,
                false,
                List.of(
                        name(kind),
                        percent(share),
                        Double.isNaN(accuracy.median()) && !Double.isNaN(loss.median())
                                ? NumberFormats.format(loss.median(), 3)
                                : percent(accuracy),
                        Integer.toString(diverged)));
    }

    private String percent(Quantiles share) {
        return Double.isNaN(share.median())
                ? context.text("activation.none")
                : context.text("activation.percent", NumberFormats.format(PERCENT * share.median(), 3));
    }

    private List<DoctorSection.FindingModel> findings(DeadUnitsRemedy remedy) {
        List<DoctorSection.FindingModel> findings = new ArrayList<>();
        List<DeadUnitsResult> results = status.results();
        Optional<DeadUnitsResult> first = results.stream()
                .filter(deaths -> deaths.deadShare().median() >= WARNING_SHARE)
                .findFirst();
        if (first.isPresent()) {
            DeadUnitsResult deaths = first.get();
            findings.add(context.findingWithRemedy(
                    Severity.WARNING,
                    "activation.dead.die",
                    "activation.dead.lower",
                    () -> remedy.lowerRate(deaths.rate() / 2),
                    NumberFormats.format(deaths.rate(), 3),
                    percent(deaths.deadShare()),
                    percent(deaths.reluAccuracy()),
                    percent(deaths.leakyAccuracy()),
                    Integer.toString(deaths.leakyDiverged()),
                    Integer.toString(context.setup().deadUnitTraining().seeds())));
        } else if (status.state() == StudyRunner.StudyState.DONE) {
            findings.add(
                    context.finding(Severity.GOOD, "activation.dead.live", NumberFormats.format(largestRate(), 3)));
        }
        results.stream()
                .filter(deaths -> deaths.reluDiverged() + deaths.leakyDiverged() > 0)
                .findFirst()
                .ifPresent(deaths -> findings.add(context.finding(
                        Severity.DANGER,
                        "activation.dead.diverge",
                        NumberFormats.format(deaths.rate(), 3),
                        Integer.toString(deaths.reluDiverged()),
                        Integer.toString(deaths.leakyDiverged()),
                        Integer.toString(context.setup().deadUnitTraining().seeds()))));
        return findings;
    }
}
