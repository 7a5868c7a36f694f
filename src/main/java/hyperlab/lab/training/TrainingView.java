package hyperlab.lab.training;

import hyperlab.export.report.RunReport;
import hyperlab.file.Document;
import hyperlab.file.RunsFormat;
import hyperlab.file.runs.SavedRuns;
import hyperlab.lab.AcceptsDrop;
import hyperlab.lab.ComparesRuns;
import hyperlab.lab.HasExtras;
import hyperlab.lab.HasLoss;
import hyperlab.lab.HasSlowMotion;
import hyperlab.lab.HasViews;
import hyperlab.lab.LabContext;
import hyperlab.lab.LabName;
import hyperlab.lab.LabParts;
import hyperlab.lab.LabView;
import hyperlab.lab.LocksStage;
import hyperlab.lab.ReportsRuns;
import hyperlab.lab.ShowsParts;
import hyperlab.lab.training.inspection.LogInsight;
import hyperlab.lab.training.inspection.LogOpener;
import hyperlab.lab.training.inspection.PlaygroundPageState;
import hyperlab.lab.training.inspection.TrainingDiagnosisView;
import hyperlab.lab.training.run.ChangeMarker;
import hyperlab.lab.training.run.CompareInsight;
import hyperlab.lab.training.run.PlayheadReading;
import hyperlab.lab.training.run.RunsPanel;
import hyperlab.lab.training.run.SeedsInsight;
import hyperlab.lab.training.run.SeedsRow;
import hyperlab.lab.training.run.StageChart;
import hyperlab.lab.training.run.TestSetInsight;
import hyperlab.lab.training.run.TrainingViewState;
import hyperlab.lab.training.settings.ExperimentSummary;
import hyperlab.lab.training.settings.TableOpener;
import hyperlab.lab.training.stage.CapacityCard;
import hyperlab.lab.training.stage.ChartAnimations;
import hyperlab.lab.training.stage.CurveCards;
import hyperlab.lab.training.stage.InspectionCards;
import hyperlab.lab.training.stage.MapsAroundRun;
import hyperlab.lab.training.stage.MeasurementCards;
import hyperlab.lab.training.stage.NetworkDiagramCard;
import hyperlab.lab.training.stage.PlaygroundCard;
import hyperlab.lab.training.stage.PointOverlay;
import hyperlab.lab.training.stage.RegularizationPathCard;
import hyperlab.lab.training.stage.RestartBanner;
import hyperlab.lab.training.stage.SlowMotionCard;
import hyperlab.lab.training.stage.StageBar;
import hyperlab.lab.training.stage.StageCards;
import hyperlab.log.LogTable;
import hyperlab.text.FindingText;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.ui.Messages;
import hyperlab.ui.concurrent.PulseClock;
import hyperlab.ui.control.chart.ChartCard;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The Training lab: trains a network and shows the effect of each setting on its curves. FX thread only. */
public final class TrainingView extends LabView<Experiment, TrainingViewState>
        implements AcceptsDrop,
                ComparesRuns,
                HasExtras,
                HasLoss,
                HasSlowMotion,
                HasViews,
                LocksStage,
                ReportsRuns,
                ShowsParts {
    /** Prefix of the line of the saved extras that names the charts on the stage. The runs follow after that line. */
    private static final String STAGE_PREFIX = "stage ";

    private final TrainingViewModel lab;
    private final TrainingStage stage;
    private final TableOpener tables;
    private final LogOpener logs;
    private final PulseClock clock;

    private @Nullable String layoutBefore;

    public TrainingView(LabContext context) {
        this(context, new TrainingViewModel(context.workers(), context.frames()));
    }

    private TrainingView(LabContext context, TrainingViewModel lab) {
        super(LabName.TRAINING, context, lab);
        this.lab = lab;
        stage = stage(lab, context);
        tables = new TableOpener(
                lab.table(),
                lab.settings(),
                context,
                () -> lab.controlledComparison().stop());
        logs = new LogOpener(lab::open, context);
        clock = new PulseClock(lab::pulse);
        lab.playback().playingProperty().addListener((observed, before, now) -> clock.run(now));
        Messages messages = context.messages();
        start(new LabParts(
                messages.compute(
                        () -> ExperimentSummary.of(lab.experiment()).format(messages.texts()),
                        lab.settings().experimentProperty()),
                controls(lab, tables, context),
                stage,
                insight(lab, context),
                lab.playback(),
                lab.undo(),
                runs(lab, context)));
    }

    private static TrainingControls controls(TrainingViewModel lab, TableOpener tables, LabContext context) {
        return new TrainingControls(
                lab.settings(),
                lab.table(),
                tables,
                lab.weights(),
                lab.points(),
                lab.undo(),
                lab.controlledComparison().enabledProperty(),
                lab.viewStateProperty().map(TrainingViewState::error),
                context);
    }

    private static TrainingStage stage(TrainingViewModel lab, LabContext context) {
        Messages messages = context.messages();
        CurveCards curves = new CurveCards(
                lab.inspection(), lab.viewStateProperty(), lab::setCursor, lab.byStepsProperty(), context);
        StageCards cards = new StageCards(
                curves,
                new InspectionCards(lab.inspection(), lab.viewStateProperty(), context),
                new NetworkDiagramCard(lab.settings().network(), lab.layerEditor(), lab.inspection(), context),
                new MeasurementCards(lab.measurements(), lab.rangeTest(), context),
                new CapacityCard(lab.capacity(), lab::trainCapacity, context),
                new RegularizationPathCard(lab.paths(), context),
                new SlowMotionCard(lab.slowMotion(), lab.inspection(), lab.settings(), context),
                new PlaygroundCard(lab.playgroundPage(), context),
                context);
        ChartCard boundary = cards.card(StageChart.BOUNDARY);
        boundary.addOver(new PointOverlay(lab.points(), boundary.chartView(), context));
        ChartAnimations animations = new ChartAnimations(lab::replay, context, curves);
        cards.forEach((kind, card) -> card.withGifExport(() -> animations.availability(kind)));
        return new TrainingStage(
                lab,
                cards,
                new StageBar(
                        lab.playback(),
                        lab.runController(),
                        lab::stepOnce,
                        new MapsAroundRun(lab::experiment, () -> lab.table().folder(), messages),
                        lab.layout(),
                        messages),
                new RestartBanner(lab.runController(), messages),
                lab.layout(),
                lab.inspection(),
                lab.undo(),
                lab.settings(),
                messages,
                context.appearance());
    }

    private static TrainingInsight insight(TrainingViewModel lab, LabContext context) {
        return new TrainingInsight(
                lab,
                lab.settings(),
                lab.playback(),
                new CompareInsight(
                        lab.controlledComparison(), lab.viewStateProperty(), lab.settings(), lab.undo(), context),
                new SeedsInsight(lab.summaries(), context),
                new TestSetInsight(lab.runs(), context.messages()),
                new ScalingInsight(lab.scaling(), context.messages()),
                new LogInsight(lab.viewStateProperty(), lab::correct, context.messages()),
                new TrainingDiagnosisView(
                        lab.inspection(),
                        lab.viewStateProperty(),
                        lab.settings(),
                        lab.runController(),
                        lab.undo(),
                        context.messages()),
                context);
    }

    private static RunsPanel runs(TrainingViewModel lab, LabContext context) {
        return new RunsPanel(
                lab.controlledComparison(),
                lab.viewStateProperty(),
                lab.runs(),
                lab.settings(),
                new SeedsRow(lab.seeds(), lab::trainSeeds, context),
                context);
    }

    /** The cards and panels follow the view state, the language and the style by themselves. */
    @Override
    protected void show(TrainingViewState state) {}

    @Override
    protected void showDetails(TrainingViewState state) {
        stage.showNumbers(state);
    }

    @Override
    public List<ChartCard> charts() {
        return stage.cards();
    }

    @Override
    public Document displayedDocument(ChartCard card) {
        PlaygroundPageState page = lab.playgroundPage().stateProperty().get();
        return page == null || !isPlayground(card)
                ? new Document.OfExperiment(lab.viewStateProperty().get().experiment())
                : new Document.OfPlayground(page.playground());
    }

    private static boolean isPlayground(ChartCard card) {
        return "training-playground".equals(card.getId());
    }

    @Override
    public String settingChanges(ChartCard card, Texts texts) {
        return isPlayground(card)
                ? ""
                : ChangeMarker.listText(lab.viewStateProperty().get().markers()).format(texts);
    }

    @Override
    public String comparisonCaption(ChartCard card, Texts texts) {
        return switch (card.getId()) {
            case "training-loss" -> otherRuns(StageChart.LOSS, texts);
            case "training-accuracy" -> otherRuns(StageChart.ACCURACY, texts);
            default -> "";
        };
    }

    @Override
    public SavedRuns comparedRuns(ChartCard card) {
        return switch (card.getId()) {
            case "training-loss", "training-accuracy" -> lab.runStore().visibleRuns();
            default -> SavedRuns.NONE;
        };
    }

    /** The visible runs; the doctor has examined the live one. */
    @Override
    public List<RunReport.ReportedRun> reportedRuns(Texts texts) {
        List<String> findings = lab.inspection().findingsProperty().get().stream()
                .map(finding -> FindingText.of(finding, texts))
                .map(text -> text.title() + ": " + text.explanation())
                .toList();
        return lab.runStore().reported(lab.settings(), texts, findings);
    }

    @Override
    public int hiddenRuns() {
        return lab.runStore().hiddenCount();
    }

    /** None if the live experiment alone reproduces the only run. */
    @Override
    public SavedRuns allRuns() {
        return lab.runs().runsProperty().get().size() == 1
                ? lab.runStore().visibleRuns()
                : lab.runStore().all().get();
    }

    /** The other runs, and the result over seeds of the quantity that the chart shows. */
    private String otherRuns(StageChart chart, Texts texts) {
        Stream<String> others = lab.summaries().others().stream().map(text -> text.format(texts));
        String seeds = lab.summaries().seeds(chart).stream()
                .map(text -> text.format(texts).replace("**", ""))
                .collect(Collectors.joining(" "));
        return Stream.concat(others, seeds.isEmpty() ? Stream.empty() : Stream.of(seeds))
                .collect(Collectors.joining("; "));
    }

    @Override
    public boolean acceptsAsComparison(Document document) {
        return document instanceof Document.OfPlayground || document instanceof Document.OfLog;
    }

    /** The training loss at the play head. */
    @Override
    public OptionalDouble currentLoss() {
        PlayheadReading reading = lab.viewStateProperty().get().reading();
        double loss = reading == null ? Double.NaN : reading.atPlayhead().trainLoss();
        return Double.isFinite(loss) ? OptionalDouble.of(loss) : OptionalDouble.empty();
    }

    @Override
    public boolean isInSlowMotion() {
        return lab.layout().isAlone(StageChart.STEP);
    }

    @Override
    public void setSlowMotion(boolean shown) {
        if (shown != isInSlowMotion()) {
            lab.layout().toggleAlone(StageChart.STEP);
        }
        if (shown) {
            stage.focus(StageChart.STEP);
        }
    }

    /** Shows a chart, named by its {@link StageChart#id}. */
    @Override
    public void showView(String view) {
        lab.layout().show(StageChart.byId(view));
    }

    @Override
    public void showParts(List<String> parts, boolean only) {
        if (layoutBefore == null) {
            layoutBefore = lab.layout().serialize();
        }
        lab.layout()
                .showFirst(
                        parts.stream()
                                .flatMap(part -> Stream.of(StageChart.values())
                                        .filter(chart -> chart.id().equals(part)))
                                .toList(),
                        only);
    }

    @Override
    public void setStageLocked(boolean locked) {
        stage.setLocked(locked);
    }

    @Override
    public void restoreParts() {
        String before = layoutBefore;
        layoutBefore = null;
        if (before != null && before.isEmpty()) {
            lab.layout().showFirst(List.of(), false);
        } else if (before != null) {
            lab.layout().restore(before);
        }
    }

    @Override
    public Supplier<String> saveExtras() {
        String plan = lab.layout().serialize();
        Supplier<SavedRuns> all = lab.runStore().all();
        return () -> {
            SavedRuns runs = all.get();
            return (plan.isEmpty() ? "" : STAGE_PREFIX + plan + "\n") + (runs.isEmpty() ? "" : RunsFormat.write(runs));
        };
    }

    @Override
    public void restoreExtras(String extras) {
        String runs = extras;
        if (extras.startsWith(STAGE_PREFIX)) {
            int end = extras.indexOf('\n');
            lab.layout().restore(extras.substring(STAGE_PREFIX.length(), end < 0 ? extras.length() : end));
            runs = end < 0 ? "" : extras.substring(end + 1);
        }
        lab.runStore().restoreExtras(runs);
    }

    @Override
    public boolean openLog(LogTable log) {
        logs.open(log);
        return true;
    }

    @Override
    public boolean openTable(Path file) {
        tables.open(file, window());
        return true;
    }

    private @Nullable Window window() {
        return stage.getScene() == null ? null : stage.getScene().getWindow();
    }

    @Override
    protected void updateActiveCharts() {
        stage.setOnStage(isOnStage());
    }

    @Override
    public void close() {
        clock.run(false);
        super.close();
    }
}
