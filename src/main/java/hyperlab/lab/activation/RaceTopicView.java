package hyperlab.lab.activation;

import hyperlab.activation.ActivationTopic;
import hyperlab.chart.activation.MedianChart;
import hyperlab.chart.style.ChartTheme;
import hyperlab.lab.LabContext;
import hyperlab.ui.Messages;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.StageGrid;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** A race: the same network trained with seven activation functions. */
final class RaceTopicView implements TopicView {
    private final LabContext context;
    private final ActivationViewModel model;
    private final MedianChart lossChart;
    private final MedianChart scoreChart;
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private final ChartCard lossCard;
    private final ChartCard scoreCard;
    private final Node emptyNotice;
    private final Node scoreEmptyNotice;
    private final VBox controls = new VBox(16);
    private final StudyInsight insight;
    private final StageGrid stage;

    RaceTopicView(LabContext context, ActivationViewModel model) {
        this.context = context;
        this.model = model;
        Messages messages = context.messages();
        ChartTheme theme = context.appearance().chartTheme();
        ActivationControlFactory controlFactory = new ActivationControlFactory(context, model);
        lossChart = new MedianChart(messages.texts(), theme);
        scoreChart = new MedianChart(messages.texts(), theme);
        lossCard = new ChartCard(
                "activation-race-loss", messages, messages.bind("activation.race.title"), subtitle, lossChart.chart());
        scoreCard = new ChartCard(
                "activation-race-score",
                messages,
                messages.bind("activation.race.score"),
                messages.bind("activation.race.score.how"),
                scoreChart.chart());
        emptyNotice = controlFactory.emptyNotice("activation-run-race", ActivationTopic.RACE);
        scoreEmptyNotice = controlFactory.emptyNotice("activation.empty.score");
        stage = new StageGrid(new double[] {1}, new double[] {1, 1})
                .addCard(lossCard, 0, 0, 1)
                .addCard(scoreCard, 0, 1, 1);
        insight = new StudyInsight(
                context,
                model,
                "activation-race",
                List.of("activation.table.function", "activation.race.column.loss", "activation.race.column.score"),
                0);
        controls.setId("activation-race-controls");
        controls.getChildren()
                .addAll(
                        controlFactory.runButton("activation-run", ActivationTopic.RACE),
                        controlFactory.trainingSection(
                                "activation-race",
                                ActivationControlFactory.SOURCES,
                                model.settings().race(),
                                "activation.learningRate",
                                true));
        lossCard.withDataExport(
                messages, () -> StudyCsvExport.medians(presenter().lossPicture()));
        scoreCard.withDataExport(
                messages, () -> StudyCsvExport.medians(presenter().scorePicture()));
    }

    private RacePresenter presenter() {
        return new RacePresenter(
                StudyContext.of(model, context.messages().texts()),
                model.studies().race().statusProperty().get());
    }

    @Override
    public Panels panels() {
        return new Panels(controls, stage, insight, List.of(lossCard, scoreCard));
    }

    @Override
    public void show() {
        RacePresenter presenter = presenter();
        StudyContext studyContext = presenter.context();
        subtitle.set(studyContext.progress(presenter.status(), studyContext.text("activation.race.how")));
        lossChart.show(presenter.lossPicture());
        scoreChart.show(presenter.scorePicture());
        StudyCards.show(lossCard, presenter.status(), emptyNotice);
        scoreCard.showInstead(
                presenter.status().results().isEmpty() && !presenter.status().isRunning() ? scoreEmptyNotice : null);
        insight.show(presenter.insight(() -> model.topicProperty().set(ActivationTopic.DEPTH)));
    }

    @Override
    public void restyle() {
        for (MedianChart chart : List.of(lossChart, scoreChart)) {
            chart.style(context.appearance().chartStyle());
            chart.texts(context.messages().texts());
        }
    }
}
