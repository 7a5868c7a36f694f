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
import hyperlab.ui.control.chart.ChartCard;
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
    private final MedianChart backwardChart;
    private final MedianChart forwardChart;
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private final ChartCard backwardCard;
    private final ChartCard forwardCard;
    private final VBox controls = new VBox(16);
    private final StudyInsight insight;
    private final StageGrid stage;

    DepthTopicView(LabContext context, ActivationViewModel model) {
        this.context = context;
        this.model = model;
        Messages messages = context.messages();
        ChartTheme theme = context.appearance().chartTheme();
        functionList = new FunctionList(context, model.curves());
        backwardChart = new MedianChart(messages.texts(), theme);
        forwardChart = new MedianChart(messages.texts(), theme);
        backwardCard = new ChartCard(
                "activation-backward",
                messages,
                messages.bind("activation.depth.back"),
                subtitle,
                backwardChart.chart());
        forwardCard = new ChartCard(
                "activation-forward",
                messages,
                messages.bind("activation.depth.forward"),
                messages.bind("activation.depth.forward.how"),
                forwardChart.chart());
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
        buildControls(new ActivationControlFactory(context, model));
        backwardCard.withDataExport(
                messages, () -> StudyCsvExport.medians(presenter().backward()));
        forwardCard.withDataExport(
                messages, () -> StudyCsvExport.medians(presenter().forward()));
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
                                        "activation-range", "activation.range", 0.01, 1, settings.rangeProperty()),
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
        return new Panels(controls, stage, insight, List.of(backwardCard, forwardCard));
    }

    @Override
    public void show() {
        DepthPresenter presenter = presenter();
        StudyContext studyContext = presenter.context();
        subtitle.set(studyContext.progress(
                presenter.status(),
                studyContext.text(
                        "activation.depth.back.how",
                        Integer.toString(studyContext.setup().depth().seeds()))));
        backwardChart.show(presenter.backward());
        forwardChart.show(presenter.forward());
        StudyCards.showProgress(backwardCard, presenter.status());
        insight.show(presenter.insight(new DepthRemedyActions()));
    }

    @Override
    public void restyle() {
        for (MedianChart chart : List.of(backwardChart, forwardChart)) {
            chart.style(context.appearance().chartStyle());
            chart.texts(context.messages().texts());
        }
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
