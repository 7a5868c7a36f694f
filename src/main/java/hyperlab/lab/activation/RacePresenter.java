package hyperlab.lab.activation;

import hyperlab.activation.ActivationRaceStudy.FunctionCurves;
import hyperlab.chart.activation.MedianChart;
import hyperlab.finding.Severity;
import hyperlab.nn.Activation;
import hyperlab.nn.ActivationShape;
import hyperlab.text.NumberFormats;
import hyperlab.train.Quantiles;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.control.DoctorSection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The charts and texts about the race of seven functions. */
record RacePresenter(StudyContext context, StudyRunner.StudyStatus<FunctionCurves> status) {
    /** A network has learned next to nothing if its loss is still above this share of the loss of guessing. */
    private static final double STUCK_SHARE = 0.98;

    private static final double SLOPE_TOLERANCE = 1e-6;
    private static final int MIN_EPOCHS = 5;
    private static final double PERCENT = 100;

    private List<FunctionCurves> lanes() {
        return status.results();
    }

    private int epoch() {
        return lanes().isEmpty()
                ? 0
                : Math.min(context.position(), lanes().get(0).epochs());
    }

    MedianChart.Model lossModel() {
        return model(
                FunctionCurves::trainLoss, 1, true, "activation.loss.train.y", Double.NaN, Double.NaN, guessingLoss());
    }

    private double guessingLoss() {
        return lanes().isEmpty() ? Double.NaN : lanes().get(0).baselineLoss();
    }

    /** The validation accuracy, or the validation loss for regression. */
    MedianChart.Model scoreModel() {
        return isClassification()
                ? model(FunctionCurves::accuracy, PERCENT, false, "activation.accuracy.y", 0, PERCENT, Double.NaN)
                : model(
                        FunctionCurves::validationLoss,
                        1,
                        true,
                        "activation.loss.validation.y",
                        Double.NaN,
                        Double.NaN,
                        Double.NaN);
    }

    private boolean isClassification() {
        return lanes().stream()
                .allMatch(lane -> !Double.isNaN(lane.accuracy().get(0).median()));
    }

    private MedianChart.Model model(
            Function<FunctionCurves, List<Quantiles>> part,
            double scale,
            boolean log,
            String yKey,
            double lowest,
            double highest,
            double level) {
        return new MedianChart.Model(
                lanes().stream()
                        .map(lane -> MedianLines.byEpoch(
                                context.name(lane.function()),
                                StudyContext.style(lane.function()),
                                part.apply(lane).stream()
                                        .map(spread -> MedianLines.scale(scale, spread))
                                        .toList()))
                        .toList(),
                0,
                context.setup().raceTraining().epochs(),
                false,
                log,
                context.text("chart.epoch"),
                context.text(yKey),
                lowest,
                highest,
                level,
                lanes().isEmpty() ? Double.NaN : epoch(),
                "");
    }

    StudyInsight.InsightContent insight(Runnable openDepthTopic) {
        List<FunctionCurves> order = new ArrayList<>(lanes());
        order.sort(
                Comparator.comparingDouble(lane -> lane.trainLoss().get(epoch()).median()));
        List<StudyInsight.InsightRow> rows = order.stream()
                .map(lane -> new StudyInsight.InsightRow(
                        StudyContext.style(lane.function()),
                        false,
                        List.of(
                                context.name(lane.function()),
                                NumberFormats.format(
                                        lane.trainLoss().get(epoch()).median(), 3),
                                score(lane))))
                .toList();
        return new StudyInsight.InsightContent(
                lanes().isEmpty() ? "" : context.text("activation.atEpoch", Integer.toString(epoch())),
                rows,
                List.of(),
                order.isEmpty()
                        ? context.text("activation.race.waiting")
                        : context.text(
                                "activation.race.words",
                                context.name(order.get(0).function()),
                                context.name(order.get(order.size() - 1).function()),
                                Integer.toString(context.setup().raceTraining().seeds()),
                                NumberFormats.format(guessingLoss(), 4)),
                findings(openDepthTopic));
    }

    private String score(FunctionCurves lane) {
        Quantiles accuracy = lane.accuracy().get(epoch());
        return Double.isNaN(accuracy.median())
                ? NumberFormats.format(lane.validationLoss().get(epoch()).median(), 3)
                : context.text("activation.percent", NumberFormats.format(PERCENT * accuracy.median(), 3));
    }

    /** How much the function itself shrinks the gradient. */
    private String slopeText(Activation function, int hiddenLayers) {
        double largest = ActivationShape.largestSlope(function);
        return context.text(
                largest < 1 - SLOPE_TOLERANCE ? "activation.race.stuck.shrinks" : "activation.race.stuck.passes",
                context.name(function),
                NumberFormats.format(largest, 3),
                Integer.toString(hiddenLayers),
                NumberFormats.format(Math.pow(largest, hiddenLayers), 2));
    }

    private List<DoctorSection.FindingModel> findings(Runnable openDepthTopic) {
        List<DoctorSection.FindingModel> findings = new ArrayList<>();
        int last = lanes().isEmpty() ? 0 : lanes().get(0).epochs();
        if (last < MIN_EPOCHS) {
            return findings;
        }
        int hiddenLayers = context.setup().raceTraining().hidden().size();
        List<FunctionCurves> stuck = lanes().stream()
                .filter(lane -> lane.trainLoss().get(last).median() > STUCK_SHARE * lane.baselineLoss())
                .toList();
        if (!stuck.isEmpty()) {
            findings.add(context.findingWithRemedy(
                    Severity.WARNING,
                    "activation.race.stuck",
                    "activation.race.toDepth",
                    openDepthTopic,
                    stuck.stream().map(lane -> context.name(lane.function())).collect(Collectors.joining(", ")),
                    NumberFormats.format(guessingLoss(), 4),
                    Integer.toString(last),
                    NumberFormats.format(PERCENT * STUCK_SHARE, 3),
                    stuck.stream()
                            .map(lane -> slopeText(lane.function(), hiddenLayers))
                            .collect(Collectors.joining(" "))));
        }
        lanes().stream()
                .filter(lane -> lane.diverged().get(last) > 0)
                .findFirst()
                .ifPresent(lane -> findings.add(context.finding(
                        Severity.DANGER,
                        "activation.race.diverged",
                        context.name(lane.function()),
                        Integer.toString(lane.diverged().get(last)))));
        FunctionCurves best = lanes().stream()
                .min(Comparator.comparingDouble(
                        lane -> lane.trainLoss().get(last).median()))
                .orElseThrow();
        findings.add(context.finding(
                Severity.GOOD,
                "activation.race.best",
                context.name(best.function()),
                NumberFormats.format(best.trainLoss().get(last).median(), 3),
                Integer.toString(last)));
        return findings;
    }
}
