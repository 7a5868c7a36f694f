package hyperlab.lab.activation;

import hyperlab.activation.DepthSettings;
import hyperlab.activation.DepthSettings.DepthComparison;
import hyperlab.activation.DepthSettings.WeightInitialization;
import hyperlab.chart.activation.MedianChart;
import hyperlab.chart.style.ChartTheme;
import hyperlab.lab.LabContext;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.SegmentedButton;
import hyperlab.ui.control.chart.ChartCardView;
import hyperlab.ui.control.chart.StageGrid;
import hyperlab.ui.control.field.NumberRule;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The signal through many layers, in the forward and backward pass. */
final class DepthTopicView implements TopicView {
    private final LabContext context;
    private final ActivationViewModel model;
    private final FunctionList functionList;
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private final ChartCardView<MedianChart.Model> backward;
    private final ChartCardView<MedianChart.Model> forward;
    private final VBox controls = new VBox(16);
    private final StudyInsight insight;
    private final StageGrid stage;

    DepthTopicView(LabContext context, ActivationViewModel model) {
        this.context = context;
        this.model = model;
        Messages messages = context.messages();
        ChartTheme theme = context.appearance().chartTheme();
        functionList = new FunctionList(context, model.curves());
        backward = context.chartCard(
                        "activation-backward",
                        new MedianChart(messages.texts(), theme),
                        messages.bind("activation.depth.back"),
                        subtitle)
                .withDataExport(() -> StudyCsvExport.medians(presenter().backward()));
        forward = context.chartCard(
                        "activation-forward", new MedianChart(messages.texts(), theme), "activation.depth.forward")
                .withDataExport(() -> StudyCsvExport.medians(presenter().forward()));
        stage = new StageGrid(new double[] {1}, new double[] {3, 2})
                .addCard(backward.card(), 0, 0, 1)
                .addCard(forward.card(), 0, 1, 1);
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
        buildControls(new ActivationControlFactory(context, model));
    }

    private DepthPresenter presenter() {
        return new DepthPresenter(
                StudyContext.of(model, context.messages().texts()),
                model.studies().depth().statusProperty().get());
    }

    private void buildControls(ActivationControlFactory fields) {
        Messages messages = context.messages();
        ActivationStudySettings settings = model.settings();
        SegmentedButton<DepthComparison> compare = new SegmentedButton<>(
                "activation-compare",
                messages,
                List.of(DepthComparison.values()),
                what -> "activation.compare." + what.fileName());
        compare.valueProperty().bindBidirectional(settings.compareProperty());
        Node initializer = fields.choiceField(
                "activation-start",
                "activation.start",
                Arrays.asList(WeightInitialization.values()),
                kind -> "activation.start." + kind.fileName(),
                settings.startProperty());
        initializer.managedProperty().bind(initializer.visibleProperty());
        initializer.visibleProperty().bind(settings.compareProperty().isEqualTo(DepthComparison.FUNCTIONS));
        controls.setId("activation-depth-controls");
        controls.getChildren()
                .addAll(
                        new Section(
                                messages.bind("activation.depth.network"),
                                Hints.withHint(compare, messages.bind("activation.compare.hint")),
                                fields.wholeNumberSlider(
                                        "activation-layers",
                                        "activation.layers",
                                        2,
                                        DepthSettings.MAX_LAYERS,
                                        settings.layersProperty()),
                                fields.numberField(
                                        "activation-width",
                                        "activation.width",
                                        NumberRule.wholeWithin(2, DepthSettings.MAX_WIDTH),
                                        settings.widthProperty()),
                                initializer,
                                fields.logSlider(
                                        "activation-range", "activation.range", 0.01, 10, settings.rangeProperty()),
                                fields.numberField(
                                        "activation-depth-seeds",
                                        "activation.seeds",
                                        NumberRule.wholeWithin(1, DepthSettings.MAX_SEEDS),
                                        settings.depthSeedsProperty()),
                                fields.seedField("activation-depth-seed"),
                                fields.note("activation.depth.note")),
                        functionList);
    }

    @Override
    public Panels panels() {
        return new Panels(controls, stage, insight, List.of(backward.card(), forward.card()));
    }

    @Override
    public void show() {
        DepthPresenter presenter = presenter();
        subtitle.set(presenter.backwardSubtitle());
        backward.show(presenter.backward());
        forward.show(presenter.forward());
        backward.card()
                .showProgress(presenter.status().isRunning(), presenter.status().share());
        insight.show(presenter.insight(new DepthRemedyActions()));
    }

    private final class DepthRemedyActions implements DepthPresenter.DepthRemedies {
        @Override
        public void replaceWithRelu(ActivationKind from) {
            model.undo().settle();
            model.curves().replace(from, ActivationKind.RELU);
        }

        @Override
        public void useAutomaticInitialization() {
            model.undo().settle();
            model.settings().startProperty().set(WeightInitialization.AUTO);
        }
    }
}
