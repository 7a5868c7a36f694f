package hyperlab.lab.cases;

import hyperlab.cases.Case;
import hyperlab.cases.CaseScore.Configuration;
import hyperlab.cases.CaseScores;
import hyperlab.cases.Metric;
import hyperlab.cases.PairedSeedStudy;
import hyperlab.chart.training.ContributionsChart;
import hyperlab.chart.training.SeedsChart;
import hyperlab.export.ContributionReport;
import hyperlab.lab.LabContext;
import hyperlab.ui.Messages;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.control.EmptyState;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartCardView;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The charts of an open case, each with a text: the gain from tuning, what each tuned key contributed, the folds of
 * cross-validation, and the effect of standardizing.
 */
final class ScoreCards {
    private static final double GAP = 6;

    private final Messages messages;
    private final CasesViewModel lab;
    private final StringProperty gainText = new SimpleStringProperty("");
    private final StringProperty unchangedText = new SimpleStringProperty("");
    private final StringProperty contributionsText = new SimpleStringProperty("");
    private final StringProperty linearText = new SimpleStringProperty("");
    private final StringProperty conclusionText = new SimpleStringProperty("");
    private final StringProperty foldsText = new SimpleStringProperty("");
    private final StringProperty scalingText = new SimpleStringProperty("");
    private final ChartCardView<SeedsChart.Model> gain;
    private final ChartCardView<ContributionsChart.Model> contributions;
    private final ChartCardView<SeedsChart.Model> folds;
    private final ChartCardView<SeedsChart.Model> scaling;

    ScoreCards(LabContext context, CasesViewModel lab) {
        this.messages = context.messages();
        this.lab = lab;
        gain = card(context, "cases-gain", "cases.gained");
        gain.card().addBelow(WrappedText.hiddenIfEmpty("cases-gain-words", gainText));
        contributions = context.chartCard(
                "cases-contributions",
                new ContributionsChart(context.appearance().chartTheme()),
                "cases.contributions");
        contributions.card().getStyleClass().add("case-contributions");
        contributions
                .card()
                .addBelow(WrappedText.hiddenIfEmpty("cases-unchanged-words", unchangedText))
                .addBelow(new WrappedText(messages.bind("cases.contributions.marks"), "small"))
                .addBelow(new WrappedText(messages.bind("case.contributions.method"), "small"));
        folds = card(context, "cases-folds", "cases.folds");
        folds.card().addBelow(WrappedText.hiddenIfEmpty("cases-folds-words", foldsText));
        scaling = card(context, "cases-scaling", "cases.scaling");
        scaling.card().addBelow(WrappedText.hiddenIfEmpty("cases-scaling-words", scalingText));
        scaling.card().addToHeader(scalingButton());
    }

    private static ChartCardView<SeedsChart.Model> card(LabContext context, String id, String key) {
        ChartCardView<SeedsChart.Model> view =
                context.chartCard(id, new SeedsChart(context.appearance().chartTheme()), key);
        view.card().getStyleClass().add("case-scores");
        return view;
    }

    private Button scalingButton() {
        Button run = new Button();
        run.setId("cases-scaling-run");
        ObservableValue<Boolean> running = lab.scalingProperty().map(StudyRunner.StudyStatus::isRunning);
        run.textProperty()
                .bind(messages.compute(
                        () -> messages.get(
                                lab.scalingProperty().get().isRunning() ? "cases.scaling.stop" : "cases.scaling.run"),
                        lab.scalingProperty()));
        run.graphicProperty().bind(running.map(now -> Icons.icon(now ? "fth-x" : "fth-play")));
        run.setOnAction(event -> lab.toggleScalingComparison());
        run.setMinWidth(Region.USE_PREF_SIZE);
        return Hints.withHint(run, messages.bind("cases.scaling.run.hint"));
    }

    ChartCard gainCard() {
        return gain.card();
    }

    ChartCard contributionsCard() {
        return contributions.card();
    }

    /** The words about the contributions: the conclusion, each key, and the linear reference. */
    Node conclusion() {
        return new VBox(
                GAP,
                WrappedText.hiddenIfEmpty("cases-conclusion-words", conclusionText),
                WrappedText.hiddenIfEmpty("cases-contributions-words", contributionsText),
                WrappedText.hiddenIfEmpty("cases-linear-words", linearText));
    }

    ChartCard foldsCard() {
        return folds.card();
    }

    ChartCard scalingCard() {
        return scaling.card();
    }

    List<ChartCard> all() {
        return List.of(gain.card(), contributions.card(), folds.card(), scaling.card());
    }

    /** Shows the scores of the rerun or the recorded ones. */
    void show(Case workedCase) {
        CaseText text = new CaseText(messages.texts());
        CaseScores scores = lab.scores(workedCase);
        Metric measure = workedCase.metric();
        List<SeedsChart.Row> rows = new ArrayList<>();
        rows.add(row("cases.before", 1, scores.array(Configuration.BEFORE), measure));
        rows.add(row("cases.after", 0, scores.array(Configuration.AFTER), measure));
        gain.show(picture(rows, measure));
        ContributionReport report = new ContributionReport(workedCase, scores, messages.texts());
        String total = report.totalText(lab.testRows());
        gainText.set(
                scores.seeds() == 0
                        ? messages.get("cases.gained.none")
                        : total.isEmpty() ? messages.get("cases.paired.few") : total);
        contributions.show(report.chart());
        contributions
                .card()
                .showInstead(report.isEmpty() ? new EmptyState(messages.bind("cases.contributions.none")) : null);
        conclusionText.set(text.caseSpecificText(workedCase, "conclusion").orElse(""));
        unchangedText.set(report.unchangedText());
        contributionsText.set(String.join(" ", report.keyTexts()));
        linearText.set(report.linearText());
        folds.show(picture(
                List.of(
                        row("cases.before", 1, scores.array(Configuration.FOLD_BEFORE), measure),
                        row("cases.after", 0, scores.array(Configuration.FOLD_AFTER), measure)),
                measure));
        folds.card().showInstead(scores.folds() == 0 ? new EmptyState(messages.bind("cases.folds.none")) : null);
        foldsText.set(
                scores.folds() == 0
                        ? ""
                        : text.comparisonText(
                                scores.array(Configuration.FOLD_BEFORE),
                                scores.array(Configuration.FOLD_AFTER),
                                measure,
                                "folds"));
    }

    /** Shows the effect of standardizing, as far as it has been run. */
    void showScaling(Case workedCase) {
        Metric measure = workedCase.metric();
        StudyRunner.StudyStatus<PairedSeedStudy.SeedScore> status =
                lab.scalingProperty().get();
        double[] plain = PairedSeedStudy.values(status.results(), 0, 2);
        double[] scaled = PairedSeedStudy.values(status.results(), 1, 2);
        scaling.show(picture(
                List.of(row("cases.scaling.off", 3, plain, measure), row("cases.scaling.on", 4, scaled, measure)),
                measure));
        scaling.card().showInstead(plain.length == 0 ? new EmptyState(messages.bind("cases.scaling.none")) : null);
        scaling.card().showProgress(status.isRunning(), status.share());
        String currentSetting = messages.get(
                workedCase.after().data().standardize() ? "cases.scaling.here.on" : "cases.scaling.here.off");
        CaseText text = new CaseText(messages.texts());
        scalingText.set(
                plain.length < 2
                        ? currentSetting
                        : currentSetting + " " + text.comparisonText(plain, scaled, measure, "scaling"));
    }

    private SeedsChart.Row row(String key, int series, double[] values, Metric measure) {
        return new SeedsChart.Row(messages.get(key), series, CaseText.chartValues(values, measure));
    }

    private SeedsChart.Model picture(List<SeedsChart.Row> rows, Metric measure) {
        return new SeedsChart.Model(
                rows,
                CaseText.maxScore(measure),
                CaseText.unit(measure),
                lab.caseFilter().pointsProperty().get(),
                lab.caseFilter().bandProperty().get());
    }
}
