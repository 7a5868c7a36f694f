package hyperlab.lab.tuning;

import hyperlab.chart.tuning.TrialChart;
import hyperlab.file.TrialsFile;
import hyperlab.lab.LabContext;
import hyperlab.rule.InvalidInputException;
import hyperlab.tune.TrialRecord;
import hyperlab.ui.FilePicker;
import hyperlab.ui.Messages;
import hyperlab.ui.control.ContentCard;
import hyperlab.ui.control.EmptyState;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.DocumentRequest;
import hyperlab.ui.control.chart.StageGrid;
import hyperlab.ui.control.chart.StagePage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The lab's cards on one screen: the maps, the trials in parallel coordinates, which hyperparameters matter, the course of
 * the search, and the table. In some places, other charts can be shown.
 */
final class TuningStage extends VBox {
    private final LabContext context;
    private final Messages messages;
    private final TuningViewModel lab;
    private final TuningCharts charts;
    private final SearchMapCards maps;
    private final ChartCard bestCard;
    private final ChartCard importanceCard;
    private final ChartCard parallelCard;
    private final ChartCard curvesCard;
    private final ChartCard slicesCard;
    private final ChartCard raceCard;
    private final ComparisonCard comparison;
    private final RepeatsCard repeats;
    private final TrialTable table;
    private final TrainedMapCard trained;
    private final StageSlot mapSlot;
    private final StageSlot trialsSlot;
    private final StageSlot findingsSlot;
    private final StageSlot courseSlot;
    private final EmptyState noImportance;
    private final EmptyState noCurves;
    private final EmptyState noRace;
    private final StageGrid grid = new StageGrid(new double[] {50, 8, 42}, new double[] {1.4, 1, 1.05});
    private boolean onStage = true;
    private boolean wasRacing;
    private boolean wasComparing;
    private boolean wasRepeating;

    TuningStage(LabContext context, TuningViewModel lab) {
        this.context = context;
        this.messages = context.messages();
        this.lab = lab;
        getStyleClass().addAll("tuning-lab", "tuning-stage");
        charts = new TuningCharts(messages.texts(), context.appearance().chartTheme());
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
                .withDataExport(this::trialsCsv)
                .card();
        curvesCard = context.chartCard(
                        "tuning-curves",
                        charts.curves(),
                        messages.bind("tuning.curves"),
                        messages.compute(
                                () -> words().curvesCaption(lab.study()),
                                lab.settings().settingsState().stateProperty()))
                .card();
        slicesCard = context.chartCard("tuning-slices", charts.slices(), "tuning.slices")
                .withDataExport(this::trialsCsv)
                .card();
        raceCard = context.chartCard("tuning-race", charts.race(), "tuning.race.chart")
                .card();
        comparison = new ComparisonCard(context, lab);
        repeats = new RepeatsCard(context, lab);
        trained = new TrainedMapCard(context, lab);
        table = new TrialTable(messages, this::open, this::export);
        mapSlot = new StageSlot(messages, maps.map(), trained.card());
        trialsSlot = new StageSlot(messages, parallelCard, curvesCard, slicesCard);
        findingsSlot = new StageSlot(messages, importanceCard, comparison.card(), repeats.card());
        courseSlot = new StageSlot(messages, bestCard, raceCard);
        noImportance = new EmptyState(messages.compute(this::missingImportance, lab.mapsProperty()));
        noCurves = new EmptyState(messages.compute(
                () -> words().missingCurves(lab.study()),
                lab.settings().settingsState().stateProperty()));
        noRace = new EmptyState(
                messages.bind("tuning.race.empty"),
                MethodRaceControls.createRunButton(messages, lab, "tuning-race-here"));
        build();
        listen();
    }

    private String missingImportance() {
        SearchMaps computed = lab.mapsProperty().get();
        return computed == null ? messages.get("tuning.importance.empty") : words().missingImportance(computed.order());
    }

    private void build() {
        mapSlot.cards().forEach(card -> grid.addCard(card, 0, 0, 1));
        grid.addCard(maps.improvement(), 1, 0, 2);
        trialsSlot.cards().forEach(card -> grid.addCard(card, 0, 1, 2));
        findingsSlot.cards().forEach(card -> grid.addCard(card, 2, 1, 1));
        courseSlot.cards().forEach(card -> grid.addCard(card, 0, 2, 1));
        grid.addCard(new ContentCard("tuning-trials-card", table), 1, 2, 2);
        StagePage course = new StagePage(new double[] {3, 2}, new double[] {1});
        mapSlot.cards().forEach(card -> course.add(card, 0, 0));
        courseSlot.cards().forEach(card -> course.add(card, 1, 0));
        StagePage findings = new StagePage(new double[] {3, 2}, new double[] {1}).add(maps.improvement(), 0, 0);
        findingsSlot.cards().forEach(card -> findings.add(card, 1, 0));
        StagePage trials = new StagePage(new double[] {1}, new double[] {1});
        trialsSlot.cards().forEach(card -> trials.add(card, 0, 0));
        grid.present(course, findings, trials);
        VBox.setVgrow(grid, Priority.ALWAYS);
        getChildren().add(grid);
        importanceCard.showInstead(noImportance);
        raceCard.showInstead(noRace);
        curvesCard.showInstead(noCurves);
    }

    /** The trials with the exact values of their hyperparameters, which the charts show on axes from 0 to 1. */
    private String trialsCsv() {
        SearchSnapshot snapshot = lab.viewStateProperty().get();
        return TrialsFile.text(lab.study(), snapshot.finishedTrials());
    }

    private TuningText words() {
        return new TuningText(messages.texts());
    }

    // input

    private void listen() {
        new AxisBrush(parallelCard, charts.parallel(), lab.brushesProperty()).install();
        Map<ChartCard, TrialChart> trialCharts = Map.of(
                maps.map(),
                charts.map(),
                maps.improvement(),
                charts.improvement(),
                bestCard,
                charts.best(),
                parallelCard,
                charts.parallel(),
                curvesCard,
                charts.curves(),
                slicesCard,
                charts.slices());
        trialCharts.forEach((card, chart) -> new TrialPointer(
                card,
                chart,
                lab.selection(),
                number -> lab.trial(number).map(row -> words().describeTrial(lab.study(), row)),
                number -> lab.trial(number).ifPresent(this::open)));
        table.link(lab.selection());
        for (StageSlot slot : slots()) {
            slot.shownProperty().addListener((observed, before, now) -> shown(onStage));
        }
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
            context.notices().succeeded("shell.notSaved");
            context.notices().showSuccess(texts -> texts.get("shell.saved", path.toString()));
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
                raceCard,
                comparison.card(),
                repeats.card(),
                trained.card());
    }

    /** The card with the default and the best trial under the same seeds. */
    ChartCard comparisonCard() {
        return comparison.card();
    }

    /** The card with the curves of the trials. */
    ChartCard curvesCard() {
        return curvesCard;
    }

    private List<StageSlot> slots() {
        return List.of(mapSlot, trialsSlot, findingsSlot, courseSlot);
    }

    void show(SearchSnapshot snapshot) {
        maps.updateChoices(snapshot);
        trained.show();
        List<Object> subject =
                List.of(snapshot.study().space(), snapshot.study().objective());
        bestCard.setSubject(subject);
        curvesCard.setSubject(subject);
        charts.show(snapshot, lab.brushesProperty().get(), messages.texts());
        curvesCard.showInstead(charts.hasCurves() ? null : noCurves);
        table.show(snapshot, lab.brushesProperty().get());
    }

    void showMaps() {
        SearchMaps computed = lab.mapsProperty().get();
        if (computed == null) {
            return;
        }
        maps.show();
        computed.importance().ifPresent(found -> charts.show(computed.order(), found, messages.texts()));
        importanceCard.showInstead(computed.importance().isEmpty() ? noImportance : null);
    }

    /** Shows the race, in sight when it starts. */
    void showRace() {
        boolean any = !lab.race().statusProperty().get().results().isEmpty();
        charts.show(lab.race(), lab.manualTrials(), messages.texts());
        raceCard.showInstead(any ? null : noRace);
        raceCard.showProgress(
                lab.race().isRunning(), lab.race().statusProperty().get().share());
        if (lab.race().isRunning() && !wasRacing) {
            reveal(courseSlot, raceCard);
        }
        wasRacing = lab.race().isRunning();
    }

    /** Shows the comparison with the default, in sight when it starts. */
    void showComparison() {
        comparison.show();
        boolean running = lab.comparisonProperty().get().isRunning();
        if (running && !wasComparing) {
            reveal(findingsSlot, comparison.card());
        }
        wasComparing = running;
    }

    /** Shows the best trials under other seeds, in sight when they start. */
    void showRepeats() {
        repeats.show();
        boolean running = lab.replicationStatusProperty().get().isRunning();
        if (running && !wasRepeating) {
            reveal(findingsSlot, repeats.card());
        }
        wasRepeating = running;
    }

    /** Shows a card in its place; in a small window, the stage scrolls to it. */
    private void reveal(StageSlot slot, ChartCard card) {
        slot.show(card);
        if (grid.getScene() != null) {
            grid.reveal(card);
        }
    }

    /** Shows the map of training runs in the current language. */
    void showTrainedMap() {
        trained.show();
    }

    void shown(boolean nowOnStage) {
        onStage = nowOnStage;
        maps.improvement().setActive(onStage);
        lab.setTrainedMapVisible(onStage && mapSlot.shownProperty().get() == trained.card());
        for (StageSlot slot : slots()) {
            slot.cards()
                    .forEach(card ->
                            card.setActive(onStage && slot.shownProperty().get() == card));
        }
    }
}
