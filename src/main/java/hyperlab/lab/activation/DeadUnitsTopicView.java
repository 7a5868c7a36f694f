package hyperlab.lab.activation;

import hyperlab.activation.ActivationTopic;
import hyperlab.chart.activation.MedianChart;
import hyperlab.chart.style.ChartTheme;
import hyperlab.lab.LabContext;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.chart.ChartCardView;
import hyperlab.ui.control.chart.StageGrid;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The number of dead ReLUs by learning rate, compared with Leaky ReLU. */
final class DeadUnitsTopicView implements TopicView {
    private final LabContext context;
    private final ActivationViewModel model;
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private final ChartCardView<MedianChart.Model> dead;
    private final ChartCardView<MedianChart.Model> score;
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
        dead = context.chartCard(
                        "activation-dead-units",
                        new MedianChart(messages.texts(), theme),
                        messages.bind("activation.dead.title"),
                        subtitle)
                .withDataExport(() -> StudyCsvExport.medians(presenter().deadPicture()));
        score = context.chartCard(
                        "activation-dead-score", new MedianChart(messages.texts(), theme), "activation.dead.score")
                .withDataExport(() -> StudyCsvExport.medians(presenter().scorePicture()));
        emptyNotice = controlFactory.emptyNotice("activation-run-dead", ActivationTopic.DEAD);
        scoreEmptyNotice = controlFactory.emptyNotice("activation.empty.score");
        stage = new StageGrid(new double[] {1}, new double[] {1, 1})
                .addCard(dead.card(), 0, 0, 1)
                .addCard(score.card(), 0, 1, 1);
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
    }

    private DeadUnitsPresenter presenter() {
        return new DeadUnitsPresenter(
                StudyContext.of(model, context.messages().texts()),
                model.studies().dead().statusProperty().get());
    }

    @Override
    public Panels panels() {
        return new Panels(controls, stage, insight, List.of(dead.card(), score.card()));
    }

    @Override
    public void show() {
        DeadUnitsPresenter presenter = presenter();
        StudyContext studyContext = presenter.context();
        subtitle.set(studyContext.progress(presenter.status(), studyContext.text("activation.dead.how")));
        dead.show(presenter.deadPicture());
        score.show(presenter.scorePicture());
        StudyCards.show(dead.card(), presenter.status(), emptyNotice);
        score.card()
                .showInstead(
                        presenter.status().results().isEmpty()
                                        && !presenter.status().isRunning()
                                ? scoreEmptyNotice
                                : null);
        insight.show(presenter.insight(this::lowerRate));
    }

    private void lowerRate(double rate) {
        model.undo().settle();
        model.settings().dead().learningRateProperty().set(rate);
        model.run();
    }
}
