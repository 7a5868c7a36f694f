package hyperlab.lab.activation;

import hyperlab.activation.ActivationLabSettings;
import hyperlab.activation.ActivationTopic;
import hyperlab.activation.LinearStudy.LinearSnapshot;
import hyperlab.activation.LinearStudy.NetworkFit;
import hyperlab.chart.training.BoundaryChart;
import hyperlab.chart.training.BoundaryChartModel;
import hyperlab.lab.LabContext;
import hyperlab.ui.Messages;
import hyperlab.ui.control.ContentCard;
import hyperlab.ui.control.FormulaView;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartCardView;
import hyperlab.ui.control.chart.StageGrid;
import hyperlab.ui.control.chart.StagePage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Three networks compared: several linear layers, which equal one linear layer; a single linear layer; and the same
 * layers with a nonlinear activation between them.
 */
final class LinearTopicView implements TopicView {
    private final LabContext context;
    private final ActivationViewModel model;
    private final List<NetworkMap> maps;
    private final FormulaView matrix;
    private final ReadOnlyStringWrapper difference = new ReadOnlyStringWrapper(" ");
    private final VBox controls = new VBox(16);
    private final StudyInsight insight;
    private final StageGrid stage;

    /** The decision map of one network. */
    private record NetworkMap(
            ChartCardView<BoundaryChartModel> view,
            ReadOnlyStringWrapper subtitle,
            Node emptyNotice,
            Function<LinearSnapshot, NetworkFit> fitOf) {}

    LinearTopicView(LabContext context, ActivationViewModel model) {
        this.context = context;
        this.model = model;
        Messages messages = context.messages();
        ActivationControlFactory fields = new ActivationControlFactory(context, model);
        maps = List.of(
                networkMap(
                        "deep",
                        fields.emptyNotice("activation-run-linear", ActivationTopic.LINEAR),
                        LinearSnapshot::deep),
                networkMap("single", fields.emptyNotice("activation.empty.score"), LinearSnapshot::single),
                networkMap("bent", fields.emptyNotice("activation.empty.score"), LinearSnapshot::nonlinear));
        matrix = context.formula("activation-product", "", "W");
        WrappedText presenter = new WrappedText(difference);
        presenter.setId("activation-difference");
        VBox product = new VBox(8, matrix, presenter);
        // Two cards side by side, so that neither direction of the plane is stretched much.
        stage = new StageGrid(new double[] {1, 1}, new double[] {1, 1});
        for (int k = 0; k < maps.size(); k++) {
            stage.addCard(maps.get(k).view().card(), k % 2, k / 2, 1);
        }
        ContentCard matrixCard = new ContentCard(
                "activation-matrix",
                messages.bind("activation.linear.matrix"),
                messages.bind("activation.linear.matrix.how"),
                product);
        stage.addCard(matrixCard, 1, 1, 1);
        stage.present(
                StagePage.sideBySide(
                        maps.get(0).view().card(),
                        maps.get(1).view().card(),
                        maps.get(2).view().card()),
                StagePage.sideBySide(matrixCard));
        insight = new StudyInsight(
                context,
                model,
                "activation-linear",
                List.of(
                        "activation.linear.column.network",
                        "activation.race.column.loss",
                        "activation.race.column.score"),
                1);
        controls.setId("activation-linear-controls");
        controls.getChildren()
                .addAll(
                        fields.runButton("activation-run", ActivationTopic.LINEAR),
                        fields.trainingSection(
                                "activation-linear",
                                ActivationLabSettings.TWO_FEATURE_SOURCES,
                                model.settings().linear(),
                                "activation.learningRate",
                                false));
    }

    private NetworkMap networkMap(String id, Node empty, Function<LinearSnapshot, NetworkFit> fitOf) {
        Messages messages = context.messages();
        ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
        ChartCardView<BoundaryChartModel> view = context.chartCard(
                        "activation-map-" + id,
                        new BoundaryChart(messages.texts(), context.appearance().chartTheme()),
                        messages.bind("activation.linear.title." + id),
                        subtitle)
                .withDataExport(() -> {
                    @Nullable LinearSnapshot now = presenter().snapshot();
                    return StudyCsvExport.map(now == null ? null : fitOf.apply(now));
                });
        return new NetworkMap(view, subtitle, empty, fitOf);
    }

    private LinearPresenter presenter() {
        return new LinearPresenter(
                StudyContext.of(model, context.messages().texts()),
                model.studies().linear().statusProperty().get());
    }

    @Override
    public Panels panels() {
        List<ChartCard> cards = new ArrayList<>();
        maps.forEach(map -> cards.add(map.view().card()));
        return new Panels(controls, stage, insight, cards);
    }

    @Override
    public void show() {
        LinearPresenter presenter = presenter();
        StudyContext studyContext = presenter.context();
        @Nullable LinearSnapshot now = presenter.snapshot();
        for (NetworkMap map : maps) {
            map.subtitle().set(presenter.subtitle(now, map.fitOf()));
            map.view()
                    .card()
                    .showProgress(
                            presenter.status().isRunning(), presenter.status().share());
            map.view().card().showInstead(now == null ? map.emptyNotice() : null);
            if (now != null) {
                map.view().show(presenter.model(now, map.fitOf()));
            }
        }
        matrix.latexProperty().set(now == null ? "W = W_n \\cdots W_2 W_1" : presenter.matrix(now));
        difference.set(now == null ? studyContext.text("activation.linear.matrix.waiting") : presenter.difference(now));
        insight.show(presenter.insight());
    }
}
