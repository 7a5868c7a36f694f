package hyperlab.lab.activation;

import hyperlab.activation.ActivationTopic;
import hyperlab.chart.activation.MedianChart;
import hyperlab.lab.LabContext;
import hyperlab.ui.Messages;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartCardView;
import hyperlab.ui.control.chart.StageGrid;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;

/**
 * The stage of a topic that trains networks and scores them: a chart of medians with the progress of the study, and the
 * score below it. FX thread only.
 */
final class ScoredStudyStage {
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private final ChartCardView<MedianChart.Model> medians;
    private final ChartCardView<MedianChart.Model> score;
    private final Node emptyNotice;
    private final Node scoreEmptyNotice;
    private final StageGrid grid;

    /**
     * @param id the id of the upper card
     * @param mediansModel the content of the upper chart at the time of the call, and so for the score
     */
    ScoredStudyStage(
            LabContext context,
            ActivationControlFactory controlFactory,
            ActivationTopic topic,
            String id,
            Supplier<MedianChart.Model> mediansModel,
            Supplier<MedianChart.Model> scoreModel) {
        Messages messages = context.messages();
        String name = topic.fileName();
        medians = context.chartCard(id, chart(context), messages.bind("activation." + name + ".title"), subtitle)
                .withDataExport(() -> StudyCsvExport.medians(mediansModel.get()));
        score = context.chartCard("activation-" + name + "-score", chart(context), "activation." + name + ".score")
                .withDataExport(() -> StudyCsvExport.medians(scoreModel.get()));
        emptyNotice = controlFactory.emptyNotice("activation-run-" + name, topic);
        scoreEmptyNotice = controlFactory.emptyNotice("activation.empty.score");
        grid = new StageGrid(new double[] {1}, new double[] {1, 1})
                .addCard(medians.card(), 0, 0, 1)
                .addCard(score.card(), 0, 1, 1);
    }

    private static MedianChart chart(LabContext context) {
        return new MedianChart(context.messages().texts(), context.appearance().chartTheme());
    }

    StageGrid grid() {
        return grid;
    }

    List<ChartCard> cards() {
        return List.of(medians.card(), score.card());
    }

    /**
     * Shows the state of the study.
     *
     * @param howToRead the subtitle of the upper chart once the study is complete
     */
    void show(
            StudyContext studyContext,
            StudyRunner.StudyStatus<?> status,
            String howToRead,
            MedianChart.Model mediansModel,
            MedianChart.Model scoreModel) {
        subtitle.set(studyContext.progress(status, howToRead));
        medians.show(mediansModel);
        score.show(scoreModel);
        StudyCards.show(medians.card(), status, emptyNotice);
        score.card().showInstead(status.results().isEmpty() && !status.isRunning() ? scoreEmptyNotice : null);
    }
}
