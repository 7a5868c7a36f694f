package hyperlab.app.activation;

import hyperlab.activation.RaceStudy.Lane;
import hyperlab.app.concurrent.StudyRunner;
import hyperlab.app.control.DoctorSection;
import hyperlab.app.control.FindingCard;
import hyperlab.chart.MedianChart;
import hyperlab.text.NumberFormats;
import hyperlab.train.Spread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The charts and texts about the race of seven functions. */
record RaceWords(Studied studied, StudyRunner.StudyStatus<Lane> found) {
    /** A network has learned next to nothing if its loss is still above this share of the loss of guessing. */
    private static final double STUCK = 0.98;

    private static final int FEWEST_EPOCHS = 5;
    private static final double PERCENT = 100;

    private List<Lane> lanes() {
        return found.results();
    }

    private int epoch() {
        return lanes().isEmpty()
                ? 0
                : Math.min(studied.position(), lanes().get(0).epochs());
    }

    MedianChart.Picture lossPicture() {
        return picture(Lane::trainLoss, 1, true, "activation.loss.train.y", Double.NaN, Double.NaN, guess());
    }

    private double guess() {
        return lanes().isEmpty() ? Double.NaN : lanes().get(0).guess();
    }

    /** The validation accuracy, or the validation loss for regression. */
    MedianChart.Picture scorePicture() {
        return ofClasses()
                ? picture(Lane::accuracy, PERCENT, false, "activation.accuracy.y", 0, PERCENT, Double.NaN)
                : picture(
                        Lane::validationLoss,
                        1,
                        true,
                        "activation.loss.validation.y",
                        Double.NaN,
                        Double.NaN,
                        Double.NaN);
    }

    private boolean ofClasses() {
        return lanes().stream()
                .allMatch(lane -> !Double.isNaN(lane.accuracy().get(0).median()));
    }

    private MedianChart.Picture picture(
            Function<Lane, List<Spread>> part,
            double unit,
            boolean log,
            String yKey,
            double lowest,
            double highest,
            double level) {
        return new MedianChart.Picture(
                lanes().stream()
                        .map(lane -> Lines.byEpoch(
                                studied.name(lane.function()),
                                Studied.look(lane.function()),
                                part.apply(lane).stream()
                                        .map(spread -> Lines.times(unit, spread))
                                        .toList()))
                        .toList(),
                0,
                studied.setup().race().epochs(),
                false,
                log,
                studied.get("chart.epoch"),
                studied.get(yKey),
                lowest,
                highest,
                level,
                lanes().isEmpty() ? Double.NaN : epoch(),
                "");
    }

    StudyInsight.Said said(Runnable toDepth) {
        List<Lane> order = new ArrayList<>(lanes());
        order.sort(
                Comparator.comparingDouble(lane -> lane.trainLoss().get(epoch()).median()));
        List<StudyInsight.Row> rows = order.stream()
                .map(lane -> new StudyInsight.Row(
                        Studied.look(lane.function()),
                        false,
                        List.of(
                                studied.name(lane.function()),
                                NumberFormats.format(lane.trainLoss().get(epoch()).median(), 3),
                                score(lane))))
                .toList();
        return new StudyInsight.Said(
                lanes().isEmpty() ? "" : studied.get("activation.atEpoch", Integer.toString(epoch())),
                rows,
                List.of(),
                order.isEmpty()
                        ? studied.get("activation.race.waiting")
                        : studied.get(
                                "activation.race.words",
                                studied.name(order.get(0).function()),
                                studied.name(order.get(order.size() - 1).function()),
                                Integer.toString(studied.setup().race().seeds()),
                                NumberFormats.format(guess(), 4)),
                findings(toDepth));
    }

    private String score(Lane lane) {
        Spread accuracy = lane.accuracy().get(epoch());
        return Double.isNaN(accuracy.median())
                ? NumberFormats.format(lane.validationLoss().get(epoch()).median(), 3)
                : studied.get("activation.percent", NumberFormats.format(PERCENT * accuracy.median(), 3));
    }

    private List<DoctorSection.FindingModel> findings(Runnable toDepth) {
        List<DoctorSection.FindingModel> findings = new ArrayList<>();
        int last = lanes().isEmpty() ? 0 : lanes().get(0).epochs();
        if (last < FEWEST_EPOCHS) {
            return findings;
        }
        List<Lane> stuck = lanes().stream()
                .filter(lane -> lane.trainLoss().get(last).median() > STUCK * lane.guess())
                .toList();
        if (!stuck.isEmpty()) {
            findings.add(studied.mend(
                    FindingCard.Severity.WARNING,
                    "activation.race.stuck",
                    "activation.race.toDepth",
                    toDepth,
                    stuck.stream().map(lane -> studied.name(lane.function())).collect(Collectors.joining(", ")),
                    NumberFormats.format(guess(), 4),
                    Integer.toString(last),
                    Integer.toString(studied.setup().race().hidden().size())));
        }
        lanes().stream()
                .filter(lane -> lane.diverged().get(last) > 0)
                .findFirst()
                .ifPresent(lane -> findings.add(studied.say(
                        FindingCard.Severity.DANGER,
                        "activation.race.diverged",
                        studied.name(lane.function()),
                        Integer.toString(lane.diverged().get(last)))));
        Lane best = lanes().stream()
                .min(Comparator.comparingDouble(
                        lane -> lane.trainLoss().get(last).median()))
                .orElseThrow();
        findings.add(studied.say(
                FindingCard.Severity.GOOD,
                "activation.race.best",
                studied.name(best.function()),
                NumberFormats.format(best.trainLoss().get(last).median(), 3),
                Integer.toString(last)));
        return findings;
    }
}
