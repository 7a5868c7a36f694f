package hyperlab.lab.activation;

import hyperlab.activation.LinearStudy.LinearSnapshot;
import hyperlab.activation.LinearStudy.NetworkFit;
import hyperlab.chart.training.BoundaryChartModel;
import hyperlab.diagnosis.LinearCollapse;
import hyperlab.finding.Severity;
import hyperlab.text.NumberFormats;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.control.DoctorSection;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The charts and texts about linear layers, which collapse into one. */
record LinearPresenter(StudyContext context, StudyRunner.StudyStatus<LinearSnapshot> status) {
    private static final double PERCENT = 100;
    private static final int DIGITS = 4;
    private static final int OUTPUT_DIGITS = 8;
    /** Differences above this are more than rounding errors. */
    private static final double MAX_ROUNDING_ERROR = 1e-9;

    /** The networks at the playhead's epoch; null before there are results. */
    @Nullable
    LinearSnapshot snapshot() {
        List<LinearSnapshot> snapshots = status.results();
        return snapshots.isEmpty() ? null : snapshots.get(Math.min(context.position(), snapshots.size() - 1));
    }

    BoundaryChartModel model(LinearSnapshot snapshot, Function<LinearSnapshot, NetworkFit> fitOf) {
        return BoundaryChartModel.of(snapshot.partition(), fitOf.apply(snapshot).map());
    }

    /** The validation accuracy of a network. */
    String subtitle(@Nullable LinearSnapshot snapshot, Function<LinearSnapshot, NetworkFit> fitOf) {
        return snapshot == null
                ? context.progress(status, "")
                : context.text("activation.linear.how", accuracy(fitOf.apply(snapshot)));
    }

    private String accuracy(NetworkFit fit) {
        return NumberFormats.format(PERCENT * fit.report().validationAccuracy(), 3);
    }

    private String layers() {
        return Integer.toString(context.setup().linearTraining().hidden().size() + 1);
    }

    /** The product of the weight matrices with its current values, in LaTeX. */
    String matrix(LinearSnapshot snapshot) {
        LinearCollapse collapse = snapshot.collapse();
        int n = collapse.sizes().size() - 1;
        String product = IntStream.iterate(n, k -> k > 0, k -> k - 1)
                .mapToObj(k -> "W_{" + k + "}")
                .collect(Collectors.joining());
        String rows = Arrays.stream(collapse.weights())
                .map(row -> Arrays.stream(row).mapToObj(LinearPresenter::number).collect(Collectors.joining(" & ")))
                .collect(Collectors.joining(" \\\\ "));
        String bias =
                Arrays.stream(collapse.bias()).mapToObj(LinearPresenter::number).collect(Collectors.joining(" \\\\ "));
        return "W = " + product + " = \\begin{pmatrix} " + rows + " \\end{pmatrix},\\quad b = \\begin{pmatrix} " + bias
                + " \\end{pmatrix}";
    }

    /** The shapes of the matrices, for example 2×8 · 8×8 · 8×2 = 2×2. */
    String shapes(LinearSnapshot snapshot) {
        List<Integer> sizes = snapshot.collapse().sizes();
        int n = sizes.size() - 1;
        String factors = IntStream.iterate(n, k -> k > 0, k -> k - 1)
                .mapToObj(k -> sizes.get(k) + "×" + sizes.get(k - 1))
                .collect(Collectors.joining(" · "));
        return factors + " = " + sizes.get(n) + "×" + sizes.get(0);
    }

    /** The outputs of the network and of the product, and the largest difference between them. */
    String difference(LinearSnapshot snapshot) {
        return context.text(
                snapshot.comparison().maxDifference() < MAX_ROUNDING_ERROR
                        ? "activation.linear.difference"
                        : "activation.linear.difference.large",
                shapes(snapshot),
                NumberFormats.format(snapshot.comparison().maxDifference(), 2),
                Integer.toString(snapshot.partition().train().samples()),
                numbers(snapshot.comparison().network()),
                numbers(snapshot.comparison().product()));
    }

    private static String numbers(List<Double> row) {
        return row.stream()
                .map(value -> NumberFormats.format(value, OUTPUT_DIGITS))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String number(double value) {
        return new BigDecimal(value).round(new MathContext(DIGITS)).toPlainString();
    }

    StudyInsight.InsightContent insight() {
        LinearSnapshot now = snapshot();
        String linear = context.text(ActivationKind.LINEAR.nameKey());
        String formula = "W_2(W_1x + b_1) + b_2 = \\underbrace{W_2W_1}_{W}\\,x + \\underbrace{W_2b_1 + b_2}_{b}";
        if (now == null) {
            return new StudyInsight.InsightContent(
                    "", List.of(), List.of(formula), context.text("activation.linear.waiting"), List.of());
        }
        return new StudyInsight.InsightContent(
                context.text(
                        "activation.atEpoch",
                        Integer.toString(now.deep().report().epoch())),
                List.of(
                        row(context.text("activation.linear.deep", layers()), now.deep()),
                        row(context.text("activation.linear.single"), now.single()),
                        row(context.text("activation.linear.bent", layers()), now.nonlinear())),
                List.of(formula),
                context.text("activation.linear.words", layers(), linear),
                findings(now));
    }

    private StudyInsight.InsightRow row(String name, NetworkFit fit) {
        return new StudyInsight.InsightRow(
                null,
                false,
                List.of(
                        name,
                        NumberFormats.format(fit.report().trainLoss(), 3),
                        context.text("activation.percent", accuracy(fit))));
    }

    private List<DoctorSection.FindingModel> findings(LinearSnapshot now) {
        if (now.deep().diverged() || now.nonlinear().diverged()) {
            return List.of(context.finding(Severity.DANGER, "activation.linear.astray"));
        }
        return List.of(
                context.finding(
                        now.comparison().maxDifference() < MAX_ROUNDING_ERROR ? Severity.NOTE : Severity.WARNING,
                        "activation.linear.one",
                        layers(),
                        NumberFormats.format(now.comparison().maxDifference(), 2)),
                now.nonlinear().report().validationAccuracy()
                                > now.deep().report().validationAccuracy()
                        ? context.finding(
                                Severity.GOOD,
                                "activation.linear.bend",
                                accuracy(now.nonlinear()),
                                accuracy(now.deep()))
                        : context.finding(
                                Severity.NOTE,
                                "activation.linear.noGain",
                                accuracy(now.nonlinear()),
                                accuracy(now.deep())));
    }
}
