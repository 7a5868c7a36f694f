package hyperlab.app.activation;

import hyperlab.activation.DepthSettings;
import hyperlab.activation.DepthSettings.Compare;
import hyperlab.activation.DepthSettings.Start;
import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.ChartCard;
import hyperlab.app.control.Hints;
import hyperlab.app.control.NumberRule;
import hyperlab.app.control.Section;
import hyperlab.app.control.SegmentedButton;
import hyperlab.app.control.StageGrid;
import hyperlab.chart.ChartTheme;
import hyperlab.chart.MedianChart;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The signal through many layers, in the forward and backward pass. */
final class DepthTopic implements TopicView {
    private final LabContext context;
    private final ActivationViewModel model;
    private final FunctionRows functions;
    private final MedianChart backward;
    private final MedianChart forward;
    private final ReadOnlyStringWrapper how = new ReadOnlyStringWrapper("");
    private final ChartCard backwardCard;
    private final ChartCard forwardCard;
    private final VBox controls = new VBox(16);
    private final StudyInsight insight;
    private final StageGrid stage;

    DepthTopic(LabContext context, ActivationViewModel model) {
        this.context = context;
        this.model = model;
        Messages messages = context.messages();
        ChartTheme theme = context.appearance().chartTheme();
        functions = new FunctionRows(context, model.curves());
        backward = new MedianChart(messages.texts(), theme);
        forward = new MedianChart(messages.texts(), theme);
        backwardCard = new ChartCard(
                "activation-backward", messages, messages.bind("activation.depth.back"), how, backward.chart());
        forwardCard = new ChartCard(
                "activation-forward",
                messages,
                messages.bind("activation.depth.forward"),
                messages.bind("activation.depth.forward.how"),
                forward.chart());
        stage = new StageGrid(new double[] {1}, new double[] {3, 2})
                .addCard(backwardCard, 0, 0, 1)
                .addCard(forwardCard, 0, 1, 1);
        insight = new StudyInsight(
                context,
                model,
                "activation-depth",
                List.of(
                        "activation.table.function",
                        "activation.depth.column.forward",
                        "activation.depth.column.back",
                        "activation.depth.column.factor"),
                2);
        buildControls(new Fields(context, model));
        backwardCard.withDataExport(messages, () -> StudyTables.medians(words().backward()));
        forwardCard.withDataExport(messages, () -> StudyTables.medians(words().forward()));
    }

    private DepthWords words() {
        return new DepthWords(
                Studied.of(model, context.messages().texts()),
                model.studies().depth().found().get());
    }

    private void buildControls(Fields fields) {
        Messages messages = context.messages();
        StudySettings settings = model.settings();
        SegmentedButton<Compare> compare = new SegmentedButton<>(
                "activation-compare",
                messages,
                List.of(Compare.values()),
                what -> "activation.compare." + what.fileName());
        compare.value().bindBidirectional(settings.compare());
        Node start = fields.choice(
                "activation-start",
                "activation.start",
                Arrays.asList(Start.values()),
                kind -> "activation.start." + kind.fileName(),
                settings.start());
        start.managedProperty().bind(start.visibleProperty());
        start.visibleProperty().bind(settings.compare().isEqualTo(Compare.FUNCTIONS));
        controls.setId("activation-depth-controls");
        controls.getChildren()
                .addAll(
                        new Section(
                                messages.bind("activation.depth.network"),
                                Hints.withHint(compare, messages.bind("activation.compare.hint")),
                                fields.whole(
                                        "activation-layers",
                                        "activation.layers",
                                        2,
                                        DepthSettings.MOST_LAYERS,
                                        settings.layers()),
                                fields.number(
                                        "activation-width",
                                        "activation.width",
                                        NumberRule.wholeWithin(2, DepthSettings.MOST_WIDTH),
                                        settings.width()),
                                start,
                                fields.rate("activation-range", "activation.range", 0.01, 1, settings.range()),
                                fields.number(
                                        "activation-depth-seeds",
                                        "activation.seeds",
                                        NumberRule.wholeWithin(1, DepthSettings.MOST_SEEDS),
                                        settings.depthSeeds()),
                                fields.seed("activation-depth-seed"),
                                fields.note("activation.depth.note")),
                        functions);
    }

    @Override
    public Panels panels() {
        return new Panels(controls, stage, insight, List.of(backwardCard, forwardCard));
    }

    @Override
    public void show() {
        DepthWords words = words();
        Studied studied = words.studied();
        how.set(studied.progress(
                words.found(),
                studied.get(
                        "activation.depth.back.how",
                        Integer.toString(studied.setup().depth().seeds()))));
        backward.show(words.backward());
        forward.show(words.forward());
        Cards.working(backwardCard, words.found());
        insight.show(words.said(new Remedies()));
    }

    @Override
    public void restyle() {
        for (MedianChart chart : List.of(backward, forward)) {
            chart.style(context.appearance().chartStyle());
            chart.texts(context.messages().texts());
        }
    }

    private final class Remedies implements DepthWords.Remedies {
        @Override
        public void toRelu(ActivationKind from) {
            model.undo().settle();
            model.curves().swap(from, ActivationKind.RELU);
        }

        @Override
        public void toAuto() {
            model.undo().settle();
            model.settings().start().set(Start.AUTO);
        }
    }
}
