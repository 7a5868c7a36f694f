package hyperlab.lab.activation;

import hyperlab.activation.DepthSettings;
import hyperlab.activation.DepthSettings.DepthComparison;
import hyperlab.activation.DepthSettings.WeightInitialization;
import hyperlab.activation.DepthStudy.DepthLineResult;
import hyperlab.chart.activation.MedianChart;
import hyperlab.chart.style.CurveStyle;
import hyperlab.finding.Severity;
import hyperlab.nn.ActivationShape;
import hyperlab.text.NumberFormats;
import hyperlab.train.Quantiles;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.control.DoctorSection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The charts and texts about the signal through many layers. */
record DepthPresenter(StudyContext context, StudyRunner.StudyStatus<DepthLineResult> status) {
    /**
     * The gradient counts as vanished if the first layer receives less than this share of it, and as exploded if it
     * receives more than the inverse.
     */
    static final double VANISHING_SHARE = 1e-3;

    /** The remedies that the doctor offers. */
    interface DepthRemedies {
        /** Replaces a function with ReLU. */
        void replaceWithRelu(ActivationKind from);

        /** Initializes the weights in the way that suits each function. */
        void useAutomaticInitialization();
    }

    private List<DepthLineResult> flows() {
        return status.results();
    }

    private DepthSettings settings() {
        return context.setup().depth();
    }

    private boolean comparesInitializations() {
        return settings().comparison() == DepthComparison.INITIALIZATIONS;
    }

    private CurveStyle style(DepthLineResult flow) {
        CurveStyle style = comparesInitializations()
                ? CurveStyle.series(flows().indexOf(flow) + 1)
                : StudyContext.style(flow.line().function());
        boolean chosen = flows().indexOf(flow) == 0 && !comparesInitializations();
        return style.width(chosen ? CurveStyle.CHOSEN_WIDTH : CurveStyle.WIDTH);
    }

    private String initializationName(DepthLineResult flow) {
        WeightInitialization start = flow.line().initialization();
        if (start == WeightInitialization.AUTO) {
            start = flow.line().function().isRectifier() ? WeightInitialization.HE : WeightInitialization.XAVIER;
        }
        String word = context.text("activation.start." + start.fileName());
        return start == WeightInitialization.UNIFORM
                ? word + " ±" + NumberFormats.format(settings().range(), 3)
                : word;
    }

    private String name(DepthLineResult flow) {
        return comparesInitializations()
                ? initializationName(flow)
                : context.name(flow.line().function()) + ", " + initializationName(flow);
    }

    /** The name shown in the table and in a narrow chart. It omits the initialization when functions are compared. */
    private String shortName(DepthLineResult flow) {
        if (!comparesInitializations()) {
            return context.name(flow.line().function());
        }
        return flow.line().initialization() == WeightInitialization.UNIFORM
                ? "±" + NumberFormats.format(settings().range(), 3)
                : initializationName(flow);
    }

    /** Plotted against the number of layers back from the output, so that all lines start together on the left. */
    MedianChart.Model backward() {
        int layers = settings().layers();
        return model(
                flow -> line(flow, back -> flow.backward().get(layers - 1 - back), 0),
                0,
                context.text("activation.depth.back.x"),
                context.text("activation.depth.back.y"),
                1);
    }

    /** How to read {@link #backward}, or how far the study is. */
    String backwardSubtitle() {
        return context.progress(
                status,
                context.text(
                        "activation.depth.back.how", Integer.toString(settings().seeds())));
    }

    /** Plotted against the layer number. */
    MedianChart.Model forward() {
        return model(
                flow -> line(flow, layer -> flow.forward().get(layer), 1),
                1,
                context.text("activation.depth.forward.x"),
                context.text("activation.depth.forward.y"),
                Double.NaN);
    }

    private MedianChart.Model model(
            Function<DepthLineResult, MedianChart.Line> line, int first, String xTitle, String yTitle, double level) {
        int last = settings().layers() - 1 + first;
        return new MedianChart.Model(
                flows().stream().map(line).toList(),
                first,
                last,
                false,
                true,
                xTitle,
                yTitle,
                0.1,
                10,
                level,
                flows().isEmpty() ? Double.NaN : context.position() + first,
                "");
    }

    private MedianChart.Line line(DepthLineResult flow, IntFunction<Quantiles> at, int first) {
        int layers = settings().layers();
        List<Quantiles> spreads = IntStream.range(0, layers).mapToObj(at).toList();
        return MedianLines.of(
                        name(flow),
                        style(flow),
                        IntStream.range(0, layers).mapToDouble(k -> k + first).toArray(),
                        spreads)
                .withShortName(shortName(flow));
    }

    StudyInsight.InsightContent insight(DepthRemedies remedies) {
        int layers = settings().layers();
        int k = Math.min(context.position(), layers - 1);
        List<StudyInsight.InsightRow> rows = flows().stream()
                .map(flow -> new StudyInsight.InsightRow(
                        style(flow),
                        flows().indexOf(flow) == 0 && !comparesInitializations(),
                        List.of(
                                shortName(flow),
                                NumberFormats.format(flow.forward().get(k).median(), 2),
                                NumberFormats.format(
                                        flow.backward().get(layers - 1 - k).median(), 2),
                                "×" + NumberFormats.format(flow.factor().median(), 3))))
                .toList();
        return new StudyInsight.InsightContent(
                context.text("activation.depth.at", Integer.toString(k + 1), Integer.toString(k)),
                rows,
                List.of(
                        "\\frac{\\partial L}{\\partial z_1} = \\left(\\prod_{l=1}^{N-1} f'(z_l) \\odot W_{l+1}^{\\top}\\right)"
                                + " \\frac{\\partial L}{\\partial z_N}",
                        "\\mathrm{Var}\\,W:\\; \\frac{2}{n_{in}+n_{out}}\\;(\\mathrm{Xavier}),\\quad \\frac{2}{n_{in}}\\;(\\mathrm{He})"),
                explanation(),
                findings(remedies));
    }

    private String explanation() {
        if (flows().isEmpty()) {
            return context.text("activation.depth.waiting");
        }
        DepthLineResult first = flows().get(0);
        return context.text(
                comparesInitializations() ? "activation.depth.words.starts" : "activation.depth.words",
                context.name(first.line().function()),
                NumberFormats.format(first.factor().median(), 3),
                Integer.toString(settings().layers() - 1),
                NumberFormats.format(first.backward().get(0).median(), 2),
                Integer.toString(settings().width()),
                NumberFormats.format(ActivationShape.largestSlope(first.line().function()), 3));
    }

    private List<DoctorSection.FindingModel> findings(DepthRemedies remedies) {
        List<DoctorSection.FindingModel> findings = new ArrayList<>();
        List<DepthLineResult> byGradient = flows().stream()
                .sorted(Comparator.comparingDouble(DepthPresenter::firstLayerGradient))
                .toList();
        if (byGradient.isEmpty() || (status.isRunning() && status.share() < 0.5)) {
            return findings;
        }
        DepthLineResult smallest = byGradient.get(0);
        if (firstLayerGradient(smallest) < VANISHING_SHARE) {
            ActivationKind kind = ActivationKind.of(smallest.line().function());
            boolean unsuitableInitialization =
                    !comparesInitializations() && settings().initialization() != WeightInitialization.AUTO;
            boolean replace = !comparesInitializations()
                    && !unsuitableInitialization
                    && !smallest.line().function().isRectifier();
            findings.add(context.findingWithRemedy(
                    Severity.WARNING,
                    "activation.depth.vanishes",
                    unsuitableInitialization ? "activation.depth.toAuto" : replace ? "activation.depth.toRelu" : "",
                    unsuitableInitialization
                            ? remedies::useAutomaticInitialization
                            : () -> remedies.replaceWithRelu(kind),
                    arguments(smallest)));
        }
        DepthLineResult largest = byGradient.get(byGradient.size() - 1);
        if (firstLayerGradient(largest) > 1 / VANISHING_SHARE) {
            boolean unsuitableInitialization =
                    !comparesInitializations() && settings().initialization() != WeightInitialization.AUTO;
            findings.add(context.findingWithRemedy(
                    Severity.DANGER,
                    "activation.depth.explodes",
                    unsuitableInitialization ? "activation.depth.toAuto" : "",
                    remedies::useAutomaticInitialization,
                    arguments(largest)));
        }
        byGradient.stream()
                .min(Comparator.comparingDouble(flow -> Math.abs(Math.log(firstLayerGradient(flow)))))
                .filter(flow ->
                        firstLayerGradient(flow) >= VANISHING_SHARE && firstLayerGradient(flow) <= 1 / VANISHING_SHARE)
                .ifPresent(flow ->
                        findings.add(context.finding(Severity.GOOD, "activation.depth.keeps", arguments(flow))));
        return findings;
    }

    private Object[] arguments(DepthLineResult flow) {
        return new Object[] {
            name(flow),
            Integer.toString(settings().layers() - 1),
            NumberFormats.format(firstLayerGradient(flow), 2),
            NumberFormats.format(flow.factor().median(), 3)
        };
    }

    /** The median share of the gradient that reaches the first layer. */
    private static double firstLayerGradient(DepthLineResult flow) {
        return flow.backward().get(0).median();
    }
}
