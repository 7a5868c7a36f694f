package hyperlab.lab.tuning;

import hyperlab.lab.LabContext;
import hyperlab.rule.InvalidInputException;
import hyperlab.tune.TrialRecord;
import hyperlab.ui.FilePicker;
import hyperlab.ui.Messages;
import hyperlab.ui.control.ContentCard;
import hyperlab.ui.control.EmptyState;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.SegmentedButton;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.DocumentRequest;
import hyperlab.ui.control.chart.StageGrid;
import hyperlab.ui.control.chart.StagePage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The lab's cards on three pages: the search and its model, the trials, and the race. */
final class TuningStage extends VBox {
    private final LabContext context;
    private final Messages messages;
    private final TuningViewModel lab;
    private final TuningCharts charts;
    private final SegmentedButton<TuningPage> page;
    private final SearchMapCards maps;
    private final ChartCard bestCard;
    private final ChartCard importanceCard;
    private final ChartCard parallelCard;
    private final ChartCard curvesCard;
    private final ChartCard slicesCard;
    private final ChartCard raceCard;
    private final TrialTable table;
    private boolean onStage = true;

    /** The pages of the stage. */
    enum TuningPage {
        SEARCH,
        TRIALS,
        RACE
    }

    TuningStage(LabContext context, TuningViewModel lab) {
        this.context = context;
        this.messages = context.messages();
        this.lab = lab;
        getStyleClass().addAll("tuning-lab", "tuning-stage");
        charts = new TuningCharts(messages.texts(), context.appearance().chartTheme());
        page = new SegmentedButton<>(
                "tuning-page", messages, List.of(TuningPage.values()), one -> "tuning.page." + one.name());
        maps = new SearchMapCards(context, lab, charts);
        bestCard = context.chartCard(
                        "tuning-best",
                        charts.best(),
                        messages.bind("tuning.best"),
                        messages.compute(
                                () -> words().objective(lab.study()),
                                lab.settings().settingsState().stateProperty()))
                .card();
        importanceCard = context.chartCard("tuning-importance", charts.importance(), "tuning.importance")
                .card();
        parallelCard = context.chartCard("tuning-parallel", charts.parallel(), "tuning.parallel")
                .card();
        curvesCard = context.chartCard("tuning-curves", charts.curves(), "tuning.curves")
                .card();
        slicesCard = context.chartCard("tuning-slices", charts.slices(), "tuning.slices")
                .card();
        raceCard = context.chartCard("tuning-race", charts.race(), "tuning.race.chart")
                .card();
        table = new TrialTable(messages, this::open, this::export);
        build();
        listen();
    }

    private void build() {
        StageGrid search = new StageGrid(new double[] {1, 1}, new double[] {1.25, 1})
                .addCard(maps.map(), 0, 0, 1)
                .addCard(maps.improvement(), 1, 0, 1)
                .addCard(bestCard, 0, 1, 1)
                .addCard(importanceCard, 1, 1, 1)
                .present(
                        StagePage.sideBySide(maps.map(), bestCard),
                        StagePage.sideBySide(maps.improvement(), importanceCard));
        StageGrid trials = new StageGrid(new double[] {1, 1}, new double[] {1, 1, 1.1})
                .addCard(parallelCard, 0, 0, 2)
                .addCard(curvesCard, 0, 1, 1)
                .addCard(slicesCard, 1, 1, 1)
                .addCard(new ContentCard("tuning-trials-card", table), 0, 2, 2)
                .present(StagePage.sideBySide(parallelCard), StagePage.sideBySide(curvesCard, slicesCard));
        StageGrid race = new StageGrid(new double[] {1}, new double[] {1}).addCard(raceCard, 0, 0, 1);
        maps.axes().visibleProperty().bind(page.valueProperty().isEqualTo(TuningPage.SEARCH));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(12, Hints.withHint(page, messages.bind("tuning.page.hint")), gap, maps.axes());
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("stage-bar");
        getChildren().add(bar);
        Map<TuningPage, StageGrid> grids =
                Map.of(TuningPage.SEARCH, search, TuningPage.TRIALS, trials, TuningPage.RACE, race);
        for (Map.Entry<TuningPage, StageGrid> entry : grids.entrySet()) {
            StageGrid grid = entry.getValue();
            VBox.setVgrow(grid, Priority.ALWAYS);
            grid.visibleProperty().bind(page.valueProperty().isEqualTo(entry.getKey()));
            grid.managedProperty().bind(grid.visibleProperty());
            getChildren().add(grid);
        }
        importanceCard.showInstead(new EmptyState(messages.bind("tuning.importance.empty")));
        raceCard.showInstead(emptyRaceNotice());
        curvesCard.showInstead(new EmptyState(messages.bind("tuning.curves.empty")));
    }

    private Node emptyRaceNotice() {
        return new EmptyState(
                messages.bind("tuning.race.empty"),
                MethodRaceControls.createRunButton(messages, lab, "tuning-race-here"));
    }

    private TuningText words() {
        return new TuningText(messages.texts());
    }

    // input

    private void listen() {
        new AxisBrush(parallelCard, charts.parallel(), lab.brushesProperty()).install();
        page.valueProperty().addListener((observed, before, now) -> shown(onStage));
    }

    private void open(TrialRecord row) {
        lab.experiment(row).ifPresent(document -> fireEvent(new DocumentRequest(document, lab.folder())));
    }

    private void export() {
        context.files().save(FilePicker.FileType.TABLE, "trials.csv").ifPresent(this::export);
    }

    private void export(Path path) {
        try {
            lab.export(path);
            context.notices().showSuccess(messages.get("shell.saved", path.toString()));
        } catch (InvalidInputException error) {
            context.showError("shell.notSaved", error);
        }
    }

    // display

    List<ChartCard> cards() {
        return List.of(
                maps.map(),
                maps.improvement(),
                bestCard,
                importanceCard,
                parallelCard,
                curvesCard,
                slicesCard,
                raceCard);
    }

    /** The page selector. */
    SegmentedButton<TuningPage> page() {
        return page;
    }

    void show(SearchSnapshot snapshot) {
        maps.updateChoices(snapshot.study());
        List<Object> subject =
                List.of(snapshot.study().space(), snapshot.study().objective());
        bestCard.setSubject(subject);
        curvesCard.setSubject(subject);
        charts.show(snapshot, lab.brushesProperty().get(), messages.texts());
        curvesCard.showInstead(charts.hasCurves() ? null : new EmptyState(messages.bind("tuning.curves.empty")));
        table.show(snapshot, lab.brushesProperty().get());
    }

    void showMaps() {
        SearchMaps computed = lab.mapsProperty().get();
        if (computed == null) {
            return;
        }
        maps.show();
        computed.importance().ifPresent(found -> charts.show(computed.order(), found, messages.texts()));
        importanceCard.showInstead(
                computed.importance().isEmpty() ? new EmptyState(messages.bind("tuning.importance.empty")) : null);
    }

    void showRace() {
        boolean any = !lab.race().statusProperty().get().results().isEmpty();
        charts.show(lab.race(), lab.manualTrials(), messages.texts());
        raceCard.showInstead(any ? null : emptyRaceNotice());
        raceCard.showProgress(
                lab.race().isRunning(), lab.race().statusProperty().get().share());
    }

    void shown(boolean nowOnStage) {
        onStage = nowOnStage;
        TuningPage now = page.valueProperty().get();
        Stream.of(maps.map(), maps.improvement(), bestCard, importanceCard)
                .forEach(card -> card.setActive(onStage && now == TuningPage.SEARCH));
        Stream.of(parallelCard, curvesCard, slicesCard)
                .forEach(card -> card.setActive(onStage && now == TuningPage.TRIALS));
        raceCard.setActive(onStage && now == TuningPage.RACE);
    }
}
