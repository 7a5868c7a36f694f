package hyperlab.lab.activation;

import hyperlab.activation.ActivationTopic;
import hyperlab.chart.activation.MedianChart;
import hyperlab.chart.style.ChartTheme;
import hyperlab.lab.LabContext;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.StageGrid;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The number of dead ReLUs by learning rate, compared with Leaky ReLU. */
final class DeadUnitsTopicView implements TopicView {
    private final LabContext context;
    private final ActivationViewModel model;
    private final MedianChart deadChart;
    private final MedianChart scoreChart;
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private final ChartCard deadCard;
    private final ChartCard scoreCard;
    private final Node emptyNotice;
    private final Node scoreEmptyNotice;
    private final VBox controls = new VBox(16);
    private final StudyInsight insight;
    private final StageGrid stage;

    DeadUnitsTopicView(LabContext context, ActivationViewModel model) {
        this.context = context;
        this.model = model;
        Messages messages = context.messages();
        ChartTheme theme = context.appearance().chartTheme();
        ActivationControlFactory controlFactory = new ActivationControlFactory(context, model);
        deadChart = new MedianChart(messages.texts(), theme);
        scoreChart = new MedianChart(messages.texts(), theme);
        deadCard = new ChartCard(
                "activation-dead-units", messages, messages.bind("activation.dead.title"), subtitle, deadChart.chart());
        scoreCard = new ChartCard(
                "activation-dead-score",
                messages,
                messages.bind("activation.dead.score"),
                messages.bind("activation.dead.score.how"),
                scoreChart.chart());
        emptyNotice = controlFactory.emptyNotice("activation-run-dead", ActivationTopic.DEAD);
        scoreEmptyNotice = controlFactory.emptyNotice("activation.empty.score");
        stage = new StageGrid(new double[] {1}, new double[] {1, 1})
                .addCard(deadCard, 0, 0, 1)
                .addCard(scoreCard, 0, 1, 1);
        insight = new StudyInsight(
                context,
                model,
                "activation-dead",
                List.of(
                        "activation.table.function",
                        "activation.dead.column.share",
                        "activation.dead.column.score",
                        "activation.dead.column.diverged"),
                2);
        controls.setId("activation-dead-controls");
        controls.getChildren()
                .addAll(
                        controlFactory.runButton("activation-run", ActivationTopic.DEAD),
                        controlFactory.trainingSection(
                                "activation-dead",
                                ActivationControlFactory.SOURCES,
                                model.settings().dead(),
                                "activation.dead.largest",
                                true),
                        new Section(
                                messages.bind("activation.constants"),
                                new ConstantSliders(messages, model.curves()).leakySlope("activation-dead-slope")));
        deadCard.withDataExport(
                messages, () -> StudyCsvExport.medians(presenter().deadPicture()));
        scoreCard.withDataExport(
                messages, () -> StudyCsvExport.medians(presenter().scorePicture()));
    }

    private DeadUnitsPresenter presenter() {
        return new DeadUnitsPresenter(
                StudyContext.of(model, context.messages().texts()),
                model.studies().dead().statusProperty().get());
    }

    @Override
    public Panels panels() {
        return new Panels(controls, stage, insight, List.of(deadCard, scoreCard));
    }

    @Override
    public void show() {
        DeadUnitsPresenter presenter = presenter();
        StudyContext studyContext = presenter.context();
        subtitle.set(studyContext.progress(presenter.status(), studyContext.text("activation.dead.how")));
        deadChart.show(presenter.deadPicture());
        scoreChart.show(presenter.scorePicture());
        StudyCards.show(deadCard, presenter.status(), emptyNotice);
        scoreCard.showInstead(
                presenter.status().results().isEmpty() && !presenter.status().isRunning() ? scoreEmptyNotice : null);
        insight.show(presenter.insight(this::lowerRate));
    }

    private void lowerRate(double rate) {
        model.undo().settle();
        model.settings().dead().learningRateProperty().set(rate);
        model.run();
    }

    @Override
    public void restyle() {
        for (MedianChart chart : List.of(deadChart, scoreChart)) {
            chart.style(context.appearance().chartStyle());
            chart.texts(context.messages().texts());
        }
    }
}
