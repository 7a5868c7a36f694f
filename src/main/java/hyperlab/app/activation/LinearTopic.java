package hyperlab.app.activation;

import hyperlab.activation.ActivationSetup;
import hyperlab.activation.LinearStudy.Fit;
import hyperlab.activation.LinearStudy.Moment;
import hyperlab.activation.Topic;
import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.ContentCard;
import hyperlab.app.control.ChartCard;
import hyperlab.app.control.FormulaView;
import hyperlab.app.control.WrappedText;
import hyperlab.app.control.StageGrid;
import hyperlab.chart.BoundaryChart;
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
final class LinearTopic implements TopicView {
    private final LabContext context;
    private final ActivationViewModel model;
    private final List<Pane> panes;
    private final FormulaView matrix;
    private final ReadOnlyStringWrapper difference = new ReadOnlyStringWrapper(" ");
    private final VBox controls = new VBox(16);
    private final StudyInsight insight;
    private final StageGrid stage;

    /** The decision map of one network. */
    private record Pane(
            BoundaryChart chart, ChartCard card, ReadOnlyStringWrapper how, Node empty, Function<Moment, Fit> part) {}

    LinearTopic(LabContext context, ActivationViewModel model) {
        this.context = context;
        this.model = model;
        Messages messages = context.messages();
        Fields fields = new Fields(context, model);
        panes = List.of(
                pane("deep", fields.empty("activation-run-linear", Topic.LINEAR), Moment::deep),
                pane("single", fields.empty("activation.empty.score"), Moment::single),
                pane("bent", fields.empty("activation.empty.score"), Moment::bent));
        matrix = new FormulaView("", "W", context.appearance());
        WrappedText words = new WrappedText(difference);
        words.setId("activation-difference");
        VBox product = new VBox(8, matrix, words);
        stage = new StageGrid(new double[] {1, 1, 1}, new double[] {1, 0});
        for (int k = 0; k < panes.size(); k++) {
            stage.addCard(panes.get(k).card(), k, 0, 1);
        }
        stage.addCard(
                new ContentCard(
                        "activation-matrix",
                        messages.bind("activation.linear.matrix"),
                        messages.bind("activation.linear.matrix.how"),
                        product),
                0,
                1,
                3);
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
                        fields.run("activation-run", Topic.LINEAR),
                        fields.training(
                                "activation-linear",
                                ActivationSetup.OF_TWO_FEATURES,
                                model.settings().linear(),
                                "activation.learningRate",
                                false));
    }

    private Pane pane(String id, Node empty, Function<Moment, Fit> part) {
        Messages messages = context.messages();
        BoundaryChart chart =
                new BoundaryChart(messages.texts(), context.appearance().chartTheme());
        ReadOnlyStringWrapper how = new ReadOnlyStringWrapper("");
        ChartCard card = new ChartCard(
                "activation-map-" + id, messages, messages.bind("activation.linear.title." + id), how, chart.chart());
        card.withDataExport(messages, () -> {
            @Nullable Moment now = words().moment();
            return StudyTables.map(now == null ? null : part.apply(now));
        });
        return new Pane(chart, card, how, empty, part);
    }

    private LinearWords words() {
        return new LinearWords(
                Studied.of(model, context.messages().texts()),
                model.studies().linear().found().get());
    }

    @Override
    public Panels panels() {
        List<ChartCard> cards = new ArrayList<>();
        panes.forEach(pane -> cards.add(pane.card()));
        return new Panels(controls, stage, insight, cards);
    }

    @Override
    public void show() {
        LinearWords words = words();
        Studied studied = words.studied();
        @Nullable Moment now = words.moment();
        for (Pane pane : panes) {
            pane.how().set(words.how(now, pane.part()));
            Cards.working(pane.card(), words.found());
            pane.card().showInstead(now == null ? pane.empty() : null);
            if (now != null) {
                pane.chart().show(words.picture(now, pane.part()));
            }
        }
        matrix.latex().set(now == null ? "W = W_n \\cdots W_2 W_1" : words.matrix(now));
        difference.set(now == null ? studied.get("activation.linear.matrix.waiting") : words.difference(now));
        insight.show(words.said());
    }

    @Override
    public void restyle() {
        for (Pane pane : panes) {
            pane.chart().style(context.appearance().chartStyle());
            pane.chart().texts(context.messages().texts());
        }
    }
}
