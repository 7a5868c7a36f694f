package hyperlab.app.cases;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.concurrent.StudyRunner;
import hyperlab.app.control.ChartCard;
import hyperlab.app.control.Hints;
import hyperlab.app.control.Icons;
import hyperlab.app.control.EmptyState;
import hyperlab.app.control.WrappedText;
import hyperlab.cases.Case;
import hyperlab.cases.CaseScores;
import hyperlab.cases.Measure;
import hyperlab.cases.Score.Part;
import hyperlab.chart.ChartStyle;
import hyperlab.chart.SeedsChart;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The charts of an open case, each with a text: the gain from tuning, the folds of cross-validation, and the effect of
 * standardizing.
 */
final class ScoreCards {
    private static final double GAP = 6;

    private final Messages messages;
    private final CasesViewModel lab;
    private final StringProperty gain = new SimpleStringProperty("");
    private final StringProperty alone = new SimpleStringProperty("");
    private final StringProperty folds = new SimpleStringProperty("");
    private final StringProperty scaling = new SimpleStringProperty("");
    private final SeedsChart gainChart;
    private final SeedsChart foldsChart;
    private final SeedsChart scalingChart;
    private final ChartCard gainCard;
    private final ChartCard foldsCard;
    private final ChartCard scalingCard;

    ScoreCards(LabContext context, CasesViewModel lab) {
        this.messages = context.messages();
        this.lab = lab;
        gainChart = new SeedsChart(context.appearance().chartTheme());
        foldsChart = new SeedsChart(context.appearance().chartTheme());
        scalingChart = new SeedsChart(context.appearance().chartTheme());
        gainCard = card("cases-gain", "cases.gained", gainChart);
        gainCard.addBelow(
                new VBox(GAP, WrappedText.hiddenIfEmpty("cases-gain-words", gain), WrappedText.hiddenIfEmpty("cases-alone-words", alone)));
        foldsCard = card("cases-folds", "cases.folds", foldsChart);
        foldsCard.addBelow(WrappedText.hiddenIfEmpty("cases-folds-words", folds));
        scalingCard = card("cases-scaling", "cases.scaling", scalingChart);
        scalingCard.addBelow(WrappedText.hiddenIfEmpty("cases-scaling-words", scaling));
        scalingCard.addToHeader(compare());
    }

    private ChartCard card(String id, String key, SeedsChart chart) {
        ChartCard card = new ChartCard(id, messages, messages.bind(key), messages.bind(key + ".how"), chart.chart());
        card.getStyleClass().add("case-scores");
        return card;
    }

    private Button compare() {
        Button run = new Button();
        run.setId("cases-scaling-run");
        ObservableValue<Boolean> running = lab.scaling().map(StudyRunner.StudyStatus::isRunning);
        run.textProperty()
                .bind(messages.compute(
                        () -> messages.get(
                                lab.scaling().get().isRunning() ? "cases.scaling.stop" : "cases.scaling.run"),
                        lab.scaling()));
        run.graphicProperty().bind(running.map(now -> Icons.icon(now ? "fth-x" : "fth-play")));
        run.setOnAction(event -> lab.compareScaling());
        run.setMinWidth(Region.USE_PREF_SIZE);
        return Hints.withHint(run, messages.bind("cases.scaling.run.hint"));
    }

    ChartCard gain() {
        return gainCard;
    }

    ChartCard folds() {
        return foldsCard;
    }

    ChartCard scaling() {
        return scalingCard;
    }

    List<ChartCard> all() {
        return List.of(gainCard, foldsCard, scalingCard);
    }

    /** Shows the scores of the rerun or the recorded ones. */
    void show(Case one) {
        CaseWords words = new CaseWords(messages.texts());
        CaseScores scores = lab.scores(one);
        Measure measure = one.measure();
        boolean alsoSetBack = !scores.setBack().isEmpty() && one.tuned().size() > 1;
        List<SeedsChart.Row> rows = new ArrayList<>();
        rows.add(row("cases.before", 1, scores.array(Part.BEFORE), measure));
        if (alsoSetBack) {
            rows.add(row("cases.setBack", 2, scores.array(Part.SET_BACK), measure));
        }
        rows.add(row("cases.after", 0, scores.array(Part.AFTER), measure));
        gainChart.show(picture(rows, measure));
        gain.set(
                scores.seeds() == 0
                        ? messages.get("cases.gained.none")
                        : words.paired(scores.array(Part.BEFORE), scores.array(Part.AFTER), measure, "seeds"));
        alone.set(
                alsoSetBack
                        ? messages.get("cases.alone", words.key(one.headline())) + " "
                                + words.paired(
                                        scores.array(Part.SET_BACK), scores.array(Part.AFTER), measure, "setBack")
                        : "");
        foldsChart.show(picture(
                List.of(
                        row("cases.before", 1, scores.array(Part.FOLD_BEFORE), measure),
                        row("cases.after", 0, scores.array(Part.FOLD_AFTER), measure)),
                measure));
        foldsCard.showInstead(scores.folds() == 0 ? new EmptyState(messages.bind("cases.folds.none")) : null);
        folds.set(
                scores.folds() == 0
                        ? ""
                        : words.paired(
                                scores.array(Part.FOLD_BEFORE), scores.array(Part.FOLD_AFTER), measure, "folds"));
    }

    /** Shows the effect of standardizing, as far as it has been run. */
    void showScaling(Case one) {
        Measure measure = one.measure();
        StudyRunner.StudyStatus<SeedRuns.Result> found = lab.scaling().get();
        double[] plain = SeedRuns.values(found.results(), 0, 2);
        double[] scaled = SeedRuns.values(found.results(), 1, 2);
        scalingChart.show(picture(
                List.of(row("cases.scaling.off", 3, plain, measure), row("cases.scaling.on", 4, scaled, measure)),
                measure));
        scalingCard.showInstead(plain.length == 0 ? new EmptyState(messages.bind("cases.scaling.none")) : null);
        if (found.isRunning()) {
            scalingCard.showProgress(found.share());
        } else {
            scalingCard.showProgress(false);
        }
        String here =
                messages.get(one.after().data().standardize() ? "cases.scaling.here.on" : "cases.scaling.here.off");
        CaseWords words = new CaseWords(messages.texts());
        scaling.set(plain.length < 2 ? here : here + " " + words.paired(plain, scaled, measure, "scaling"));
    }

    private SeedsChart.Row row(String key, int series, double[] values, Measure measure) {
        return new SeedsChart.Row(messages.get(key), series, CaseWords.drawn(values, measure));
    }

    private SeedsChart.Picture picture(List<SeedsChart.Row> rows, Measure measure) {
        return new SeedsChart.Picture(
                rows,
                CaseWords.most(measure),
                CaseWords.unit(measure),
                lab.shelf().points().get(),
                lab.shelf().band().get());
    }

    void restyle(ChartStyle style) {
        List.of(gainChart, foldsChart, scalingChart).forEach(chart -> chart.style(style));
    }
}
