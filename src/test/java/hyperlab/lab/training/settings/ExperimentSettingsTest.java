package hyperlab.lab.training.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import hyperlab.data.CsvFormat;
import hyperlab.data.CsvSettings;
import hyperlab.data.PredictionTask;
import hyperlab.data.SplitOrder;
import hyperlab.data.SplitSettings;
import hyperlab.image.ImageShape;
import hyperlab.nn.Activation;
import hyperlab.nn.ConvolutionSpec;
import hyperlab.nn.Loss;
import hyperlab.nn.layer.Initializer;
import hyperlab.optim.Adam;
import hyperlab.optim.L1Method;
import hyperlab.optim.Penalty;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.ui.UndoHistory;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExperimentSettingsTest {
    private final UndoHistory undo = new UndoHistory();
    private final ExperimentSettings settings = new ExperimentSettings(undo);

    private List<String> changed() {
        return settings
                .differences(Experiment.DEFAULT, settings.experimentProperty().get())
                .stream()
                .map(difference -> difference.description().format(Texts.in(Language.ENGLISH)))
                .toList();
    }

    @Test
    void changedConstantAndChangedKindAreEachOneDifference() {
        settings.network().activation().set(Activation.LeakyRelu.DEFAULT);
        assertEquals(List.of("Activation ReLU → Leaky ReLU"), changed());
        Experiment leaky = settings.experimentProperty().get();
        settings.network().activationParameter().set(0.2);
        assertEquals(
                List.of("training.activationParameter"),
                settings.differences(leaky, settings.experimentProperty().get()).stream()
                        .map(SettingDifference::nameKey)
                        .toList());
        settings.network().activation().set(new Activation.Relu());
        settings.learning().optimizer().kind().set(new Adam(0.8, 0.999, 1e-8));
        assertEquals(List.of("β₁ 0.9 → 0.8"), changed());
        settings.learning().optimizer().kind().set(new Sgd(0.9, false));
        assertEquals(List.of("Optimizer Adam → SGD"), changed());
    }

    @Test
    void newScheduleUsesItsDefaultsAndPreservesWarmup() {
        ScheduleSettings schedule = settings.learning().schedule();
        assertNull(schedule.every().get());
        schedule.warmup().set(3);
        schedule.kind().set(schedule.fromName("step"));
        assertEquals(new Schedule.StepDecay(10, 0.1, 3), schedule.kind().get());
        schedule.every().set(5);
        schedule.factor().set(0.5);
        assertEquals(
                new Schedule.StepDecay(5, 0.5, 3),
                settings.experimentProperty().get().training().schedule());
        assertEquals(
                "step (every 5 epochs × 0.5), warm-up 3",
                ScheduleSettings.describe(schedule.kind().get()).format(Texts.in(Language.ENGLISH)));
        schedule.kind().set(schedule.fromName("cosine"));
        assertNull(schedule.factor().get());
        schedule.floor().set(0.001);
        assertEquals(new Schedule.CosineAnnealing(0.001, 3), schedule.kind().get());
        schedule.kind().set(schedule.fromName("exponential"));
        schedule.factor().set(0.9);
        assertEquals(new Schedule.ExponentialDecay(0.9, 3), schedule.kind().get());
        schedule.kind().set(schedule.fromName("constant"));
        schedule.warmup().set(0);
        assertEquals(Experiment.DEFAULT, settings.experimentProperty().get());
    }

    @Test
    void namesEveryOtherSettingInTheDifference() {
        settings.data().split().set(SplitOrder.SEQUENTIAL);
        settings.network().start().kind().set(settings.network().start().fromName("uniform"));
        settings.network().start().range().set(0.25);
        settings.learning().loss().set("squaredError");
        settings.learning().shuffle().set(false);
        settings.learning().patience().set(7);
        settings.ensemble().set(3);
        assertEquals(
                List.of(
                        "Split random → first rows",
                        "Initialization auto → uniform",
                        "Loss function auto → squared error",
                        "Shuffle each epoch on → off",
                        "Patience, epochs never → 7",
                        "Ensemble of 1 → 3"),
                changed());
        Experiment now = settings.experimentProperty().get();
        assertEquals(new Initializer.Uniform(0.25), now.network().initializer());
        assertEquals(Loss.SQUARED_ERROR, now.training().loss());
        while (undo.canUndoProperty().get()) {
            undo.undo();
        }
        assertEquals(Experiment.DEFAULT, settings.experimentProperty().get());
    }

    @Test
    void holdsOutFoldsAndDrawsRowsWithASeparateSeed() {
        DataSplitSettings split = settings.data().splitSettings();
        assertNull(split.fold().get());
        assertNull(split.splitSeed().get());
        split.testFraction().set(0.2);
        split.separateSeed().set(true);
        assertEquals(42L, split.splitSeed().get());
        split.splitSeed().set(7L);
        split.folds().set(5);
        split.fold().set(4);
        assertEquals(
                new SplitSettings(0.2, 7L, 5, 4),
                settings.experimentProperty().get().data().splitSettings());
        assertEquals(
                List.of("Test share 0 → 20\u00a0%", "Separate split seed off → on", "Folds none → 5"),
                changed().stream()
                        .map(said -> said.replace("0\u00a0% →", "0 →"))
                        .toList());
        split.folds().set(3);
        assertEquals(0, split.fold().get(), "there is no fold 4 of 3");
        split.folds().set(0);
        split.separateSeed().set(false);
        assertEquals(
                new SplitSettings(0.2, null, 0, 0),
                settings.experimentProperty().get().data().splitSettings());
        while (undo.canUndoProperty().get()) {
            undo.undo();
        }
        assertEquals(Experiment.DEFAULT, settings.experimentProperty().get());
    }

    @Test
    void distinguishesLiveChangesFromThoseRequiringRestart() {
        Experiment begun = settings.experimentProperty().get();
        settings.learning().schedule().kind().set(settings.learning().schedule().fromName("cosine"));
        settings.network().dropout().set(0.5);
        settings.learning().l1().set(0.01);
        settings.learning().l2().set(0.02);
        settings.learning().l1Method().set(L1Method.PROXIMAL);
        settings.network().hidden().set(List.of(4));
        Experiment taken =
                LiveChanges.applyLive(begun, settings.experimentProperty().get());
        assertEquals(List.of(8, 8), taken.network().hidden());
        assertEquals(
                new Penalty(0.01, 0.02, L1Method.PROXIMAL), taken.training().penalty());
        assertEquals(
                List.of("training.schedule", "training.dropout", "training.l1", "training.l2", "training.l1Method"),
                LiveChanges.differences(begun, taken).stream()
                        .map(SettingDifference::nameKey)
                        .toList());
        assertEquals(
                List.of("training.hidden"),
                settings.differences(taken, settings.experimentProperty().get()).stream()
                        .map(SettingDifference::nameKey)
                        .toList());
    }

    @Test
    void customTableHasTaskFeaturesAndImages() {
        assertNull(settings.table().csvTask().get());
        assertNull(settings.table().image().get());
        settings.table()
                .csv()
                .set(CsvSettings.withLastColumnAsTarget(
                        "own.csv", CsvFormat.DEFAULT, List.of("a", "b", "c", "d", "kind")));
        assertEquals("auto", settings.table().csvTask().get());
        settings.table().csvTask().set("regression");
        settings.table().csvFeatures().set(List.of("a", "b", "c", "d"));
        settings.table().image().set(List.of(1, 2, 2));
        Experiment now = settings.experimentProperty().get();
        assertEquals(
                new CsvSettings("own.csv", "kind", List.of("a", "b", "c", "d"), PredictionTask.REGRESSION, false),
                now.data().csv());
        assertEquals(new ImageShape(1, 2, 2), now.data().image());
        settings.network().convolutions().set(List.of(ConvolutionSpec.DEFAULT));
        settings.table().image().set(List.of());
        assertEquals(List.of(), settings.network().convolutions().get());
        settings.table().csvTask().set("auto");
        settings.table().csvFeatures().set(List.of());
        assertEquals(
                CsvSettings.withLastColumnAsTarget("own.csv", CsvFormat.DEFAULT, List.of("a", "b", "c", "d", "kind")),
                settings.table().csv().get());
    }
}
