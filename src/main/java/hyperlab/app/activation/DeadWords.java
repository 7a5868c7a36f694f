package hyperlab.app.activation;

import hyperlab.activation.DeadStudy;
import hyperlab.activation.DeadStudy.Deaths;
import hyperlab.app.concurrent.StudyRunner;
import hyperlab.app.control.DoctorSection;
import hyperlab.app.control.FindingCard;
import hyperlab.chart.CurveLook;
import hyperlab.chart.Marker;
import hyperlab.chart.MedianChart;
import hyperlab.text.NumberFormats;
import hyperlab.train.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The charts and texts about dead units. */
record DeadWords(Studied studied, StudyRunner.StudyStatus<Deaths> found) {
    /** The doctor warns when at least this share of units is dead. */
    private static final double MANY = 0.1;

    private static final double PERCENT = 100;

    private CurveLook relu() {
        return CurveLook.series(ActivationKind.RELU.series()).width(CurveLook.CHOSEN_WIDTH);
    }

    private CurveLook leaky() {
        return CurveLook.series(ActivationKind.LEAKY_RELU.series());
    }

    private String name(ActivationKind kind) {
        return studied.get("activation.name." + kind.id());
    }

    private double largest() {
        return studied.setup().dead().learningRate();
    }

    MedianChart.Picture deadPicture() {
        return picture(
                line(name(ActivationKind.RELU), relu(), Deaths::dead, PERCENT),
                line(name(ActivationKind.LEAKY_RELU), leaky(), Deaths::oneSided, PERCENT),
                "activation.dead.y",
                PERCENT);
    }

    /** The validation accuracy, or the validation loss for regression. */
    MedianChart.Picture scorePicture() {
        return ofClasses()
                ? picture(
                        line(name(ActivationKind.RELU), relu(), Deaths::reluAccuracy, PERCENT),
                        line(name(ActivationKind.LEAKY_RELU), leaky(), Deaths::leakyAccuracy, PERCENT),
                        "activation.accuracy.y",
                        PERCENT)
                : picture(
                        line(name(ActivationKind.RELU), relu(), Deaths::reluLoss, 1),
                        line(name(ActivationKind.LEAKY_RELU), leaky(), Deaths::leakyLoss, 1),
                        "activation.loss.validation.y",
                        Double.NaN);
    }

    private boolean ofClasses() {
        return found.results().stream()
                .allMatch(deaths -> !Double.isNaN(deaths.reluAccuracy().median())
                        || !Double.isNaN(deaths.leakyAccuracy().median())
                        || deaths.reluDiverged() + deaths.leakyDiverged() > 0);
    }

    private MedianChart.Picture picture(MedianChart.Line relu, MedianChart.Line leaky, String yKey, double highest) {
        return new MedianChart.Picture(
                List.of(relu, leaky),
                DeadStudy.rate(largest(), 0),
                largest(),
                true,
                false,
                studied.get("activation.dead.x"),
                studied.get(yKey),
                0,
                highest,
                Double.NaN,
                found.results().isEmpty() ? Double.NaN : DeadStudy.rate(largest(), studied.position()),
                "");
    }

    private MedianChart.Line line(String name, CurveLook look, Function<Deaths, Spread> part, double unit) {
        double[] rates = found.results().stream().mapToDouble(Deaths::rate).toArray();
        List<Spread> spreads = found.results().stream()
                .map(part)
                .map(spread -> Lines.times(unit, spread))
                .toList();
        MedianChart.Line line = Lines.of(spreads.isEmpty() ? "" : name, look, rates, spreads);
        Marker marker = look.marker();
        return new MedianChart.Line(
                line.name(), look.with(marker), line.x(), line.median(), line.lower(), line.upper());
    }

    StudyInsight.Said said(DeadRemedy remedy) {
        List<Deaths> results = found.results();
        if (results.isEmpty()) {
            return new StudyInsight.Said("", List.of(), formulas(), studied.get("activation.dead.waiting"), List.of());
        }
        Deaths at = results.get(Math.min(studied.position(), results.size() - 1));
        String rate = NumberFormats.format(at.rate(), 3);
        return new StudyInsight.Said(
                studied.get("activation.dead.at", rate),
                List.of(
                        row(
                                ActivationKind.RELU,
                                relu(),
                                at.dead(),
                                at.reluAccuracy(),
                                at.reluLoss(),
                                at.reluDiverged()),
                        row(
                                ActivationKind.LEAKY_RELU,
                                leaky(),
                                at.oneSided(),
                                at.leakyAccuracy(),
                                at.leakyLoss(),
                                at.leakyDiverged())),
                formulas(),
                studied.get(
                        Double.isNaN(at.oneSided().median()) ? "activation.dead.words.alone" : "activation.dead.words",
                        rate,
                        percent(at.dead()),
                        percent(at.oneSided()),
                        NumberFormats.format(studied.setup().constants().leakySlope(), 3)),
                findings(remedy));
    }

    /** The remedy that the doctor offers. */
    interface DeadRemedy {
        /** Sets the largest rate of the study to this one and runs it again. */
        void lower(double rate);
    }

    private static List<String> formulas() {
        return List.of(
                "z = w \\cdot x + b \\le 0\\;\\; \\forall x \\;\\;\\Rightarrow\\;\\; f'(z) = 0",
                "\\Delta w = -\\eta \\, f'(z) \\, \\frac{\\partial L}{\\partial f} \\, x = 0");
    }

    private StudyInsight.Row row(
            ActivationKind kind, CurveLook look, Spread share, Spread accuracy, Spread loss, int diverged) {
        return new StudyInsight.Row(
                look,
                false,
                List.of(
                        name(kind),
                        percent(share),
                        Double.isNaN(accuracy.median()) && !Double.isNaN(loss.median())
                                ? NumberFormats.format(loss.median(), 3)
                                : percent(accuracy),
                        Integer.toString(diverged)));
    }

    private String percent(Spread share) {
        return Double.isNaN(share.median())
                ? studied.get("activation.none")
                : studied.get("activation.percent", NumberFormats.format(PERCENT * share.median(), 3));
    }

    private List<DoctorSection.FindingModel> findings(DeadRemedy remedy) {
        List<DoctorSection.FindingModel> findings = new ArrayList<>();
        List<Deaths> results = found.results();
        Optional<Deaths> first = results.stream()
                .filter(deaths -> deaths.dead().median() >= MANY)
                .findFirst();
        if (first.isPresent()) {
            Deaths deaths = first.get();
            findings.add(studied.mend(
                    FindingCard.Severity.WARNING,
                    "activation.dead.die",
                    "activation.dead.lower",
                    () -> remedy.lower(deaths.rate() / 2),
                    NumberFormats.format(deaths.rate(), 3),
                    percent(deaths.dead()),
                    percent(deaths.reluAccuracy()),
                    percent(deaths.leakyAccuracy()),
                    Integer.toString(deaths.leakyDiverged()),
                    Integer.toString(studied.setup().dead().seeds())));
        } else if (found.state() == StudyRunner.StudyState.DONE) {
            findings.add(studied.say(FindingCard.Severity.GOOD, "activation.dead.live", NumberFormats.format(largest(), 3)));
        }
        results.stream()
                .filter(deaths -> deaths.reluDiverged() + deaths.leakyDiverged() > 0)
                .findFirst()
                .ifPresent(deaths -> findings.add(studied.say(
                        FindingCard.Severity.DANGER,
                        "activation.dead.diverge",
                        NumberFormats.format(deaths.rate(), 3),
                        Integer.toString(deaths.reluDiverged()),
                        Integer.toString(deaths.leakyDiverged()),
                        Integer.toString(studied.setup().dead().seeds()))));
        return findings;
    }
}
