package hyperlab.lab.tuning;

import hyperlab.cases.DefaultComparison;
import hyperlab.chart.training.SeedsChart;
import hyperlab.export.ComparisonReport;
import hyperlab.lab.LabContext;
import hyperlab.lab.tuning.ComparisonStatus.ComparisonPhase;
import hyperlab.ui.Messages;
import hyperlab.ui.control.EmptyState;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartCardView;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;

/** The card with the default and the best trial under the same seeds, and the answer below it. */
final class ComparisonCard {
    private final Messages messages;
    private final TuningViewModel lab;
    private final ChartCardView<SeedsChart.Model> view;
    private final EmptyState none;
    private final StringProperty quantity = new SimpleStringProperty("");
    private final StringProperty verdict = new SimpleStringProperty("");

    ComparisonCard(LabContext context, TuningViewModel lab) {
        this.messages = context.messages();
        this.lab = lab;
        view = context.chartCard(
                "tuning-default",
                new SeedsChart(context.appearance().chartTheme()),
                messages.bind("tuning.default"),
                quantity);
        view.card().addBelow(WrappedText.hiddenIfEmpty("tuning-default-verdict", verdict));
        none = new EmptyState(
                messages.compute(
                        () -> messages.get(
                                emptyKey(lab.comparisonProperty().get().phase())),
                        lab.comparisonProperty()),
                createRunButton(messages, lab, "tuning-default-here"));
    }

    ChartCard card() {
        return view.card();
    }

    /** The button that starts or stops the comparison. */
    static Button createRunButton(Messages messages, TuningViewModel lab, String id) {
        Button button = new Button();
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        button.textProperty()
                .bind(messages.compute(
                        () -> messages.get(
                                lab.comparisonProperty().get().isRunning()
                                        ? "tuning.default.stop"
                                        : "tuning.default.run"),
                        lab.comparisonProperty()));
        button.graphicProperty()
                .bind(lab.comparisonProperty().map(status -> Icons.icon(status.isRunning() ? "fth-x" : "fth-users")));
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !lab.comparisonProperty().get().canToggle()
                                || lab.viewStateProperty().get().search().isRunning(),
                        lab.comparisonProperty(),
                        lab.viewStateProperty()));
        button.setOnAction(event -> lab.toggleComparison());
        return Hints.withHint(
                button, messages.bind("tuning.default.hint", Integer.toString(ComparisonViewModel.SEEDS)));
    }

    void show() {
        ComparisonStatus status = lab.comparisonProperty().get();
        DefaultComparison pairs = status.comparison();
        view.card().showProgress(status.isRunning(), status.share());
        if (pairs == null) {
            quantity.set(messages.get("tuning.default.how"));
            verdict.set("");
            view.card().showInstead(none);
            return;
        }
        ComparisonReport report = new ComparisonReport(pairs, lab.study().objective(), messages.texts());
        quantity.set(report.chartSubtitle());
        view.show(report.chart());
        view.card().showInstead(null);
        verdict.set(
                TuningText.isAnswered(status) ? report.verdict() : new TuningText(messages.texts()).compared(status));
    }

    private static String emptyKey(ComparisonPhase phase) {
        return switch (phase) {
            case FUNCTION -> "tuning.default.function";
            case NO_TRIAL, READY, RUNNING, STOPPED, DONE -> "tuning.default.empty";
            case SAME -> "tuning.default.same";
            case OTHER_DATA -> "tuning.default.data";
        };
    }
}
