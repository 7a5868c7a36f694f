package hyperlab.app.activation;

import hyperlab.activation.Topic;
import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.ChartCard;
import hyperlab.app.control.Section;
import hyperlab.app.control.StageGrid;
import hyperlab.chart.ChartTheme;
import hyperlab.chart.MedianChart;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The number of dead ReLUs by learning rate, compared with Leaky ReLU. */
final class DeadTopic implements TopicView {
    private final LabContext context;
    private final ActivationViewModel model;
    private final MedianChart dead;
    private final MedianChart score;
    private final ReadOnlyStringWrapper how = new ReadOnlyStringWrapper("");
    private final ChartCard deadCard;
    private final ChartCard scoreCard;
    private final Node empty;
    private final Node scoreEmpty;
    private final VBox controls = new VBox(16);
    private final StudyInsight insight;
    private final StageGrid stage;

    DeadTopic(LabContext context, ActivationViewModel model) {
        this.context = context;
        this.model = model;
        Messages messages = context.messages();
        ChartTheme theme = context.appearance().chartTheme();
        Fields fields = new Fields(context, model);
        dead = new MedianChart(messages.texts(), theme);
        score = new MedianChart(messages.texts(), theme);
        deadCard = new ChartCard(
                "activation-dead-units", messages, messages.bind("activation.dead.title"), how, dead.chart());
        scoreCard = new ChartCard(
                "activation-dead-score",
                messages,
                messages.bind("activation.dead.score"),
                messages.bind("activation.dead.score.how"),
                score.chart());
        empty = fields.empty("activation-run-dead", Topic.DEAD);
        scoreEmpty = fields.empty("activation.empty.score");
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
                        fields.run("activation-run", Topic.DEAD),
                        fields.training(
                                "activation-dead",
                                Fields.SOURCES,
                                model.settings().dead(),
                                "activation.dead.largest",
                                true),
                        new Section(
                                messages.bind("activation.constants"),
                                new ConstantSliders(messages, model.curves()).leakySlope("activation-dead-slope")));
        deadCard.withDataExport(messages, () -> StudyTables.medians(words().deadPicture()));
        scoreCard.withDataExport(messages, () -> StudyTables.medians(words().scorePicture()));
    }

    private DeadWords words() {
        return new DeadWords(
                Studied.of(model, context.messages().texts()),
                model.studies().dead().found().get());
    }

    @Override
    public Panels panels() {
        return new Panels(controls, stage, insight, List.of(deadCard, scoreCard));
    }

    @Override
    public void show() {
        DeadWords words = words();
        Studied studied = words.studied();
        how.set(studied.progress(words.found(), studied.get("activation.dead.how")));
        dead.show(words.deadPicture());
        score.show(words.scorePicture());
        Cards.show(deadCard, words.found(), empty);
        scoreCard.showInstead(words.found().results().isEmpty() && !words.found().isRunning() ? scoreEmpty : null);
        insight.show(words.said(this::lower));
    }

    private void lower(double rate) {
        model.undo().settle();
        model.settings().dead().learningRate().set(rate);
        model.run();
    }

    @Override
    public void restyle() {
        for (MedianChart chart : List.of(dead, score)) {
            chart.style(context.appearance().chartStyle());
            chart.texts(context.messages().texts());
        }
    }
}
