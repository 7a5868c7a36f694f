package hyperlab.lab.activation;

import hyperlab.activation.ActivationTopic;
import hyperlab.chart.activation.MedianChart;
import hyperlab.chart.style.ChartTheme;
import hyperlab.lab.LabContext;
import hyperlab.ui.Messages;
import hyperlab.ui.control.chart.ChartCardView;
import hyperlab.ui.control.chart.StageGrid;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** A race: the same network trained with seven activation functions. */
final class RaceTopicView implements TopicView {
    private final LabContext context;
    private final ActivationViewModel model;
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private final ChartCardView<MedianChart.Model> loss;
    private final ChartCardView<MedianChart.Model> score;
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
        loss = context.chartCard(
                        "activation-race-loss",
                        new MedianChart(messages.texts(), theme),
                        messages.bind("activation.race.title"),
                        subtitle)
                .withDataExport(() -> StudyCsvExport.medians(presenter().lossPicture()));
        score = context.chartCard(
                        "activation-race-score", new MedianChart(messages.texts(), theme), "activation.race.score")
                .withDataExport(() -> StudyCsvExport.medians(presenter().scorePicture()));
        emptyNotice = controlFactory.emptyNotice("activation-run-race", ActivationTopic.RACE);
        scoreEmptyNotice = controlFactory.emptyNotice("activation.empty.score");
        stage = new StageGrid(new double[] {1}, new double[] {1, 1})
                .addCard(loss.card(), 0, 0, 1)
                .addCard(score.card(), 0, 1, 1);
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
    }

    private RacePresenter presenter() {
        return new RacePresenter(
                StudyContext.of(model, context.messages().texts()),
                model.studies().race().statusProperty().get());
    }

    @Override
    public Panels panels() {
        return new Panels(controls, stage, insight, List.of(loss.card(), score.card()));
    }

    @Override
    public void show() {
        RacePresenter presenter = presenter();
        StudyContext studyContext = presenter.context();
        subtitle.set(studyContext.progress(presenter.status(), studyContext.text("activation.race.how")));
        loss.show(presenter.lossPicture());
        score.show(presenter.scorePicture());
        StudyCards.show(loss.card(), presenter.status(), emptyNotice);
        score.card()
                .showInstead(
                        presenter.status().results().isEmpty()
                                        && !presenter.status().isRunning()
                                ? scoreEmptyNotice
                                : null);
        insight.show(presenter.insight(() -> model.topicProperty().set(ActivationTopic.DEPTH)));
    }
}
