package hyperlab.app.activation;

import hyperlab.activation.DepthSettings;
import hyperlab.activation.DepthSettings.Compare;
import hyperlab.activation.DepthSettings.Start;
import hyperlab.activation.DepthStudy.Flow;
import hyperlab.app.concurrent.StudyRunner;
import hyperlab.app.control.DoctorSection;
import hyperlab.app.control.FindingCard;
import hyperlab.chart.CurveLook;
import hyperlab.chart.MedianChart;
import hyperlab.text.NumberFormats;
import hyperlab.train.Spread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The charts and texts about the signal through many layers. */
record DepthWords(Studied studied, StudyRunner.StudyStatus<Flow> found) {
    /**
     * The gradient counts as vanished if the first layer receives less than this share of it, and as exploded if it
     * receives more than the inverse.
     */
    static final double VANISHED = 1e-3;

    /** The remedies that the doctor offers. */
    interface Remedies {
        /** Replaces a function with ReLU. */
        void toRelu(ActivationKind from);

        /** Initializes the weights in the way that suits each function. */
        void toAuto();
    }

    private List<Flow> flows() {
        return found.results();
    }

    private DepthSettings settings() {
        return studied.setup().depth();
    }

    private boolean ofStarts() {
        return settings().compare() == Compare.STARTS;
    }

    private CurveLook look(Flow flow) {
        CurveLook look = ofStarts()
                ? CurveLook.series(flows().indexOf(flow) + 1)
                : Studied.look(flow.line().function());
        boolean chosen = flows().indexOf(flow) == 0 && !ofStarts();
        return look.width(chosen ? CurveLook.CHOSEN_WIDTH : CurveLook.WIDTH);
    }

    private String start(Flow flow) {
        Start start = flow.line().start();
        if (start == Start.AUTO) {
            start = flow.line().function().isRectifier() ? Start.HE : Start.XAVIER;
        }
        String word = studied.get("activation.start." + start.fileName());
        return start == Start.UNIFORM ? word + " ±" + NumberFormats.format(settings().range(), 3) : word;
    }

    private String name(Flow flow) {
        return ofStarts() ? start(flow) : studied.name(flow.line().function()) + ", " + start(flow);
    }

    /** The name shown in the table. It omits the initialization when functions are compared. */
    private String shortName(Flow flow) {
        if (!ofStarts()) {
            return studied.name(flow.line().function());
        }
        return flow.line().start() == Start.UNIFORM
                ? "±" + NumberFormats.format(settings().range(), 3)
                : start(flow);
    }

    /** Plotted against the number of layers back from the output, so that all lines start together on the left. */
    MedianChart.Picture backward() {
        int layers = settings().layers();
        return picture(
                flow -> line(flow, back -> flow.backward().get(layers - 1 - back), 0),
                0,
                studied.get("activation.depth.back.x"),
                studied.get("activation.depth.back.y"),
                1);
    }

    /** Plotted against the layer number. */
    MedianChart.Picture forward() {
        return picture(
                flow -> line(flow, layer -> flow.forward().get(layer), 1),
                1,
                studied.get("activation.depth.forward.x"),
                studied.get("activation.depth.forward.y"),
                Double.NaN);
    }

    private MedianChart.Picture picture(
            Function<Flow, MedianChart.Line> line, int first, String xTitle, String yTitle, double level) {
        int last = settings().layers() - 1 + first;
        return new MedianChart.Picture(
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
                flows().isEmpty() ? Double.NaN : studied.position() + first,
                "");
    }

    private MedianChart.Line line(Flow flow, IntFunction<Spread> at, int first) {
        int layers = settings().layers();
        List<Spread> spreads = IntStream.range(0, layers).mapToObj(at).toList();
        return Lines.of(
                name(flow),
                look(flow),
                IntStream.range(0, layers).mapToDouble(k -> k + first).toArray(),
                spreads);
    }

    StudyInsight.Said said(Remedies remedies) {
        int layers = settings().layers();
        int k = Math.min(studied.position(), layers - 1);
        List<StudyInsight.Row> rows = flows().stream()
                .map(flow -> new StudyInsight.Row(
                        look(flow),
                        flows().indexOf(flow) == 0 && !ofStarts(),
                        List.of(
                                shortName(flow),
                                NumberFormats.format(flow.forward().get(k).median(), 2),
                                NumberFormats.format(flow.backward().get(layers - 1 - k).median(), 2),
                                "×" + NumberFormats.format(flow.factor().median(), 3))))
                .toList();
        return new StudyInsight.Said(
                studied.get("activation.depth.at", Integer.toString(k)),
                rows,
                List.of(
                        "\\frac{\\partial L}{\\partial z_1} = \\left(\\prod_{l=1}^{N-1} f'(z_l) \\odot W_{l+1}^{\\top}\\right)"
                                + " \\frac{\\partial L}{\\partial z_N}",
                        "\\mathrm{Var}\\,W:\\; \\frac{2}{n_{in}+n_{out}}\\;(\\mathrm{Xavier}),\\quad \\frac{2}{n_{in}}\\;(\\mathrm{He})"),
                words(),
                findings(remedies));
    }

    private String words() {
        if (flows().isEmpty()) {
            return studied.get("activation.depth.waiting");
        }
        Flow first = flows().get(0);
        return studied.get(
                ofStarts() ? "activation.depth.words.starts" : "activation.depth.words",
                studied.name(first.line().function()),
                NumberFormats.format(first.factor().median(), 3),
                Integer.toString(settings().layers() - 1),
                NumberFormats.format(first.backward().get(0).median(), 2),
                Integer.toString(settings().width()));
    }

    private List<DoctorSection.FindingModel> findings(Remedies remedies) {
        List<DoctorSection.FindingModel> findings = new ArrayList<>();
        List<Flow> least = flows().stream()
                .sorted(Comparator.comparingDouble(DepthWords::reaching))
                .toList();
        if (least.isEmpty() || (found.isRunning() && found.share() < 0.5)) {
            return findings;
        }
        Flow smallest = least.get(0);
        if (reaching(smallest) < VANISHED) {
            ActivationKind kind = ActivationKind.of(smallest.line().function());
            boolean wrongStart = !ofStarts() && settings().start() != Start.AUTO;
            boolean swap =
                    !ofStarts() && !wrongStart && !smallest.line().function().isRectifier();
            findings.add(studied.mend(
                    FindingCard.Severity.WARNING,
                    "activation.depth.vanishes",
                    wrongStart ? "activation.depth.toAuto" : swap ? "activation.depth.toRelu" : "",
                    wrongStart ? remedies::toAuto : () -> remedies.toRelu(kind),
                    arguments(smallest)));
        }
        Flow largest = least.get(least.size() - 1);
        if (reaching(largest) > 1 / VANISHED) {
            boolean wrongStart = !ofStarts() && settings().start() != Start.AUTO;
            findings.add(studied.mend(
                    FindingCard.Severity.DANGER,
                    "activation.depth.explodes",
                    wrongStart ? "activation.depth.toAuto" : "",
                    remedies::toAuto,
                    arguments(largest)));
        }
        least.stream()
                .min(Comparator.comparingDouble(flow -> Math.abs(Math.log(reaching(flow)))))
                .filter(flow -> reaching(flow) >= VANISHED && reaching(flow) <= 1 / VANISHED)
                .ifPresent(flow ->
                        findings.add(studied.say(FindingCard.Severity.GOOD, "activation.depth.keeps", arguments(flow))));
        return findings;
    }

    private Object[] arguments(Flow flow) {
        return new Object[] {
            name(flow),
            Integer.toString(settings().layers() - 1),
            NumberFormats.format(reaching(flow), 2),
            NumberFormats.format(flow.factor().median(), 3)
        };
    }

    /** The median share of the gradient that reaches the first layer. */
    private static double reaching(Flow flow) {
        return flow.backward().get(0).median();
    }
}
