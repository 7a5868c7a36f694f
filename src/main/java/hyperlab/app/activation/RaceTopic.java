package hyperlab.app.activation;

import hyperlab.activation.Topic;
import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.ChartCard;
import hyperlab.app.control.StageGrid;
import hyperlab.chart.ChartTheme;
import hyperlab.chart.MedianChart;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** A race: the same network trained with seven activation functions. */
final class RaceTopic implements TopicView {
    private final LabContext context;
    private final ActivationViewModel model;
    private final MedianChart loss;
    private final MedianChart score;
    private final ReadOnlyStringWrapper how = new ReadOnlyStringWrapper("");
    private final ChartCard lossCard;
    private final ChartCard scoreCard;
    private final Node empty;
    private final Node scoreEmpty;
    private final VBox controls = new VBox(16);
    private final StudyInsight insight;
    private final StageGrid stage;

    RaceTopic(LabContext context, ActivationViewModel model) {
        this.context = context;
        this.model = model;
        Messages messages = context.messages();
        ChartTheme theme = context.appearance().chartTheme();
        Fields fields = new Fields(context, model);
        loss = new MedianChart(messages.texts(), theme);
        score = new MedianChart(messages.texts(), theme);
        lossCard = new ChartCard(
                "activation-race-loss", messages, messages.bind("activation.race.title"), how, loss.chart());
        scoreCard = new ChartCard(
                "activation-race-score",
                messages,
                messages.bind("activation.race.score"),
                messages.bind("activation.race.score.how"),
                score.chart());
        empty = fields.empty("activation-run-race", Topic.RACE);
        scoreEmpty = fields.empty("activation.empty.score");
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
                        fields.run("activation-run", Topic.RACE),
                        fields.training(
                                "activation-race",
                                Fields.SOURCES,
                                model.settings().race(),
                                "activation.learningRate",
                                true));
        lossCard.withDataExport(messages, () -> StudyTables.medians(words().lossPicture()));
        scoreCard.withDataExport(messages, () -> StudyTables.medians(words().scorePicture()));
    }

    private RaceWords words() {
        return new RaceWords(
                Studied.of(model, context.messages().texts()),
                model.studies().race().found().get());
    }

    @Override
    public Panels panels() {
        return new Panels(controls, stage, insight, List.of(lossCard, scoreCard));
    }

    @Override
    public void show() {
        RaceWords words = words();
        Studied studied = words.studied();
        how.set(studied.progress(words.found(), studied.get("activation.race.how")));
        loss.show(words.lossPicture());
        score.show(words.scorePicture());
        Cards.show(lossCard, words.found(), empty);
        scoreCard.showInstead(words.found().results().isEmpty() && !words.found().isRunning() ? scoreEmpty : null);
        insight.show(words.said(() -> model.topic().set(Topic.DEPTH)));
    }

    @Override
    public void restyle() {
        for (MedianChart chart : List.of(loss, score)) {
            chart.style(context.appearance().chartStyle());
            chart.texts(context.messages().texts());
        }
    }
}
