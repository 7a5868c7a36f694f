package hyperlab.app;

import hyperlab.descent.Regime;
import hyperlab.file.Document;
import hyperlab.file.runs.SavedHistory;
import hyperlab.file.runs.SavedRun;
import hyperlab.file.runs.SavedRuns;
import hyperlab.finding.Severity;
import hyperlab.lab.ComparesRuns;
import hyperlab.lab.HasExtras;
import hyperlab.lab.Lab;
import hyperlab.lab.LabContext;
import hyperlab.lab.LabName;
import hyperlab.lab.LabParts;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.BatchSize;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.ui.Messages;
import hyperlab.ui.Theme;
import hyperlab.ui.UndoHistory;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.FindingCard;
import hyperlab.ui.control.FocusableToggleSwitch;
import hyperlab.ui.control.FormulaView;
import hyperlab.ui.control.Readout;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.SegmentedButton;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.StageGrid;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.field.ListField;
import hyperlab.ui.control.field.NumberRule;
import hyperlab.ui.control.playback.Playback;
import hyperlab.ui.control.slider.LinearRange;
import hyperlab.ui.control.slider.LinearSlider;
import hyperlab.ui.control.slider.LogSlider;
import hyperlab.ui.control.slider.PowerOfTwoSlider;
import hyperlab.ui.control.slider.SliderMark;
import hyperlab.ui.control.slider.Zone;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.layout.VBox;
import org.jfree.chart.ChartFactory;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;

/** A lab with one of each control, for tests of the shell. */
final class FakeLab implements Lab, ComparesRuns, HasExtras {
    final DoubleProperty rate = new SimpleDoubleProperty(this, "rate", 0.1);
    final BooleanProperty onStage = new SimpleBooleanProperty(this, "onStage");
    final BooleanProperty closed = new SimpleBooleanProperty(this, "closed");
    private final ChartCard card;
    private final ChartCard second;
    private final LabName name;
    private Experiment base;
    private String beside = "";
    private final LabContext context;
    private final Playback playback = new Playback("shell.epoch");
    private final UndoHistory undo = new UndoHistory();
    private final LabParts parts;

    FakeLab(LabName name, LabContext context) {
        this.name = name;
        base = Experiment.DEFAULT.withName(name.id());
        this.context = context;
        playback.lengthProperty().set(20);
        playback.completedProperty().set(20);
        card = card("first");
        second = card("second").withDataExport(context.messages(), () -> "x,y\n1,2\n");
        StageGrid stage = new StageGrid(new double[] {2, 1}, new double[] {1, 1})
                .addCard(card, 0, 0, 1)
                .addCard(second, 1, 0, 1)
                .addCard(card("third"), 0, 1, 2);
        parts = new LabParts(constant("Parabola, four rates"), buildControls(), stage, buildInsight(), playback, undo);
        rate.addListener((observed, before, now) -> undo.record("shell.speed", rate, before, now, rate::setValue));
    }

    LabContext context() {
        return context;
    }

    private ChartCard card(String id) {
        XYSeries series = new XYSeries("y");
        for (int k = -20; k <= 20; k++) {
            series.add(k, k * k);
        }
        return new ChartCard(
                id,
                context.messages(),
                constant("Descent"),
                constant("four rates from one start, after 5 steps, and a longer subtitle"),
                ChartFactory.createXYLineChart("", "x", "y", new XYSeriesCollection(series)));
    }

    private VBox buildControls() {
        Messages messages = context.messages();
        LogSlider slider = new LogSlider("learning-rate", messages, messages.bind("learning-rate.lab"), 0.001, 10, 0.1);
        slider.setZones(
                List.of(
                        new Zone(0, 0.9, Regime.GLIDE),
                        new Zone(0.9, 1.1, Regime.LAND),
                        new Zone(1.1, 2, Regime.OSCILLATE),
                        new Zone(2, 1e9, Regime.DIVERGE)),
                List.of(new SliderMark(1, "1/c"), new SliderMark(2, "2/c")));
        slider.valueProperty().bindBidirectional(rate);
        slider.onSettled(undo::settle);
        LinearSlider momentum =
                new LinearSlider("momentum", messages, constant("Momentum"), LinearRange.of(0, 0.99, 0.01), 0);
        PowerOfTwoSlider batch =
                new PowerOfTwoSlider("batch-size", messages, constant("Batch size"), new BatchSize(32));
        ChoiceComboBox<Language> choice = new ChoiceComboBox<>(
                "choice", messages, List.of(Language.values()), language -> "shell.language." + language.code());
        choice.setValue(Language.ENGLISH);
        ListField hidden = new ListField("hidden", messages, 16, NumberRule.wholeWithin(1, 4096));
        hidden.valueProperty().set(List.of(8, 8));
        SegmentedButton<Theme> segmented = new SegmentedButton<>(
                "segmented",
                messages,
                List.of(Theme.values()),
                theme -> "shell." + (theme == Theme.LIGHT ? "undo" : "redo"));
        return new VBox(
                new Section(constant("Curve"), slider, momentum, batch).addToHeader(segmented),
                new Section(
                        constant("Network"),
                        new FieldRow(constant("Hidden layers"), hidden),
                        new FieldRow(constant("Optimizer"), choice),
                        new FieldRow(constant("Noise"), new FocusableToggleSwitch("toggle"))));
    }

    private VBox buildInsight() {
        Readout readout = new Readout("readout", List.of(constant("η"), constant("x"), constant("f(x)")));
        readout.rows(List.of(
                new Readout.ReadoutRow(null, List.of("0.1", "1.89", "1.79"), true),
                new Readout.ReadoutRow(null, List.of("1.8", "−1.05", "0.55"), false)));
        return new VBox(
                new Section(constant("Readout"), readout).addToHeader(constant("step 5 of 20")),
                new Section(
                        constant("What you see"),
                        new WrappedText(
                                constant(
                                        "Every step multiplies x by the same factor. Its **size** decides the speed, its **sign** whether x swaps sides. 배치는 기울기의 **평균**입니다. 많이 모을수록 튀는 표본이 묻혀 곧게 내려가고, 하나씩이면 흔들리며 갑니다.")),
                        new FormulaView(
                                "x_{k+1} = x_k - \\eta f'(x_k) = (1 - \\eta c)\\,x_k",
                                "formula",
                                context.appearance())),
                new Section(
                        constant("Doctor"),
                        new FindingCard(
                                        "danger",
                                        Severity.DANGER,
                                        constant("η = 2.1 diverges"),
                                        constant(
                                                "Limit 2/c = 2. Factor 1 − 2.1 · 1 = −1.1: each step is 10 % longer than the last."))
                                .remedy(constant("Set η = 1.9"), () -> rate.set(1.9)),
                        new FindingCard(
                                "note",
                                Severity.NOTE,
                                constant("η = 0.1 is safe but slow"),
                                constant("f(x) falls to 1 % of its start at step 22; η = 0.5 needs 4.")),
                        new FindingCard(
                                "warning",
                                Severity.WARNING,
                                constant("Units saturated"),
                                constant("89 % of hidden outputs have |tanh| > 0.97.")),
                        new FindingCard(
                                "good", Severity.GOOD, constant("One thing differs"), constant("learning rate"))));
    }

    private static ObservableStringValue constant(String text) {
        return new SimpleStringProperty(text);
    }

    @Override
    public LabName name() {
        return name;
    }

    @Override
    public LabParts parts() {
        return parts;
    }

    @Override
    public List<ChartCard> charts() {
        return List.of(card, second);
    }

    /** The learning rate and the lab's name represent everything that a real lab holds. */
    @Override
    public Document document() {
        return new Document.OfExperiment(base.withTraining(base.training().withLearningRate(rate.get())));
    }

    @Override
    public Document displayedDocument(ChartCard chart) {
        return document();
    }

    @Override
    public String settingChanges(ChartCard chart, Texts texts) {
        return "";
    }

    @Override
    public String comparisonCaption(ChartCard chart, Texts texts) {
        return "";
    }

    @Override
    public boolean acceptsAsComparison(Document document) {
        return false;
    }

    /** The first card shows a run of its own. */
    @Override
    public SavedRuns allRuns() {
        return SavedRuns.NONE;
    }

    @Override
    public SavedRuns comparedRuns(ChartCard chart) {
        EpochReport row = new EpochReport(0, 0, 1, 1, 1, 1, 0.1, 0, 0);
        SavedHistory history = new SavedHistory(1, List.of(row), row, null, 0, List.of());
        return chart == card
                ? new SavedRuns(List.of(new SavedRun("seen", 0, true, true, base, null, history)), List.of())
                : SavedRuns.NONE;
    }

    @Override
    public Supplier<String> saveExtras() {
        String now = beside;
        return () -> now;
    }

    @Override
    public void restoreExtras(String kept) {
        beside = kept;
    }

    @Override
    public void open(Document document, @Nullable Path folder) {
        if (document instanceof Document.OfExperiment of) {
            base = of.experiment();
            rate.set(base.training().learningRate());
        }
    }

    /** A factory for a lab whose experiments have the lab's name. */
    static Labs.LabFactory maker(LabName name, Function<LabContext, Lab> make) {
        return new Labs.LabFactory(
                name,
                document -> document instanceof Document.OfExperiment of
                        && of.experiment().name().equals(name.id()),
                make);
    }

    @Override
    public void setOnStage(boolean nowOnStage) {
        onStage.set(nowOnStage);
        card.setActive(nowOnStage);
    }

    @Override
    public void close() {
        closed.set(true);
    }
}
