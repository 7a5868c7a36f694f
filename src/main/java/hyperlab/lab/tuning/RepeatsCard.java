package hyperlab.lab.tuning;

import hyperlab.cases.Metric;
import hyperlab.chart.training.SeedsChart;
import hyperlab.export.ScoreFormat;
import hyperlab.lab.LabContext;
import hyperlab.tune.TrialReplication;
import hyperlab.ui.Messages;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.control.EmptyState;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartCardView;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;

/** The card with the best trials under other seeds, one strip for each. */
final class RepeatsCard {
    private static final double PERCENT = 100;

    private final Messages messages;
    private final TuningViewModel lab;
    private final ChartCardView<SeedsChart.Model> view;
    private final Button run;
    private final EmptyState none;
    private final StringProperty quantity = new SimpleStringProperty("");

    RepeatsCard(LabContext context, TuningViewModel lab) {
        this.messages = context.messages();
        this.lab = lab;
        view = context.chartCard(
                "tuning-repeats",
                new SeedsChart(context.appearance().chartTheme()),
                messages.bind("tuning.repeats"),
                quantity);
        run = createRunButton();
        none = new EmptyState(messages.bind("tuning.repeats.empty"), run);
    }

    ChartCard card() {
        return view.card();
    }

    private Button createRunButton() {
        Button button = new Button();
        button.setId("tuning-repeats-here");
        button.textProperty().bind(messages.bind("tuning.repeats.run"));
        button.setGraphic(Icons.icon("fth-repeat"));
        button.setOnAction(event -> lab.repeatBest());
        return Hints.withHint(
                button, messages.bind("tuning.repeats.run.hint", Integer.toString(BestTrialRepeats.SEEDS)));
    }

    void show() {
        StudyRunner.StudyStatus<TrialReplication.ReplicatedTrial> status =
                lab.replicationStatusProperty().get();
        List<TrialReplication.ReplicatedTrial> trials = status.results();
        boolean larger = lab.study().objective().isLargerBetter();
        ScoreFormat format = new ScoreFormat(larger ? Metric.ACCURACY : Metric.RMSE, messages.texts());
        String objective = new TuningText(messages.texts()).objective(lab.study());
        quantity.set(trials.isEmpty() ? objective : messages.get("tuning.default.strips", objective));
        view.show(new SeedsChart.Model(
                IntStream.range(0, trials.size())
                        .mapToObj(rank -> new SeedsChart.Row(
                                messages.get(
                                        "tuning.readout.trial",
                                        Integer.toString(trials.get(rank).row().trial())),
                                rank,
                                Arrays.stream(trials.get(rank).values())
                                        .map(format::chartValue)
                                        .toArray()))
                        .toList(),
                larger ? PERCENT : Double.POSITIVE_INFINITY,
                larger ? "%" : "",
                true,
                true));
        run.setDisable(lab.study().function() != null
                || lab.viewStateProperty().get().best().isEmpty());
        view.card().showInstead(trials.isEmpty() ? none : null);
        view.card().showProgress(status.isRunning(), status.share());
    }
}
