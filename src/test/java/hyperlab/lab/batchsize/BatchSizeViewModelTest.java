package hyperlab.lab.batchsize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.batch.BatchSetup;
import hyperlab.batch.ComparisonBasis;
import hyperlab.batch.EpochOrders;
import hyperlab.batch.SgdPath;
import hyperlab.batch.TwoWeightModelSettings;
import hyperlab.file.Document;
import hyperlab.finding.Finding;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.BatchSize;
import hyperlab.ui.concurrent.StudyRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BatchSizeViewModelTest {
    private final List<String> refused = new ArrayList<>();
    private final BatchSizeViewModel lab =
            new BatchSizeViewModel((name, work) -> work.run(), Runnable::run, error -> refused.add(error.line()));

    @TempDir
    private Path folder;

    private BatchSizeSnapshot snapshot() {
        return lab.viewStateProperty().get();
    }

    private BatchSizeSettings settings() {
        return lab.settings();
    }

    @Test
    void opensWithThreePathsOnIris() {
        assertEquals(7, snapshot().step());
        assertEquals(30, lab.playback().lengthProperty().get());
        assertEquals(150, snapshot().comparison().model().samples());
        assertEquals(7, snapshot().steps(ComparedDescent.ONE));
        assertEquals(7, snapshot().samplesSeen(ComparedDescent.ONE));
        assertEquals(150 + 2 * 32, snapshot().samplesSeen(ComparedDescent.CHOSEN));
        assertEquals(7 * 150, snapshot().samplesSeen(ComparedDescent.WHOLE));
        assertEquals(7, snapshot().epochs(ComparedDescent.WHOLE));
        assertEquals(1, snapshot().epoch());
        assertEquals(2, snapshot().batchIndex());
    }

    @Test
    void nextStepUsesTheHighlightedBatch() {
        SgdPath path = snapshot().comparison().path(ComparedDescent.CHOSEN);
        int[] order = new EpochOrders(150, true, 42).order(snapshot().epoch());
        var batch = snapshot().comparison().model().lossOver(order, snapshot().batchIndex() * 32, 32);
        double next = path.x(7) - 0.2 * batch.gradientX(path.x(7), path.y(7));
        assertEquals(next, path.x(8), 1e-12);
    }

    @Test
    void completesTheEpochAtItsEnd() {
        lab.playback().seek(30);
        assertEquals(5, snapshot().epoch());
        assertEquals(5, snapshot().batchIndex());
        lab.playback().seek(25);
        assertEquals(5, snapshot().epoch());
        assertEquals(0, snapshot().batchIndex());
        lab.playback().seek(0);
        assertEquals(0, snapshot().batchIndex());
    }

    @Test
    void everyChangeCanBeUndone() {
        BatchSetup first = lab.setup();
        settings().batchSizeProperty().set(new BatchSize(8));
        settings().learningRateProperty().set(0.1);
        settings().shuffleProperty().set(false);
        settings().equalProperty().set(ComparisonBasis.EPOCHS);
        settings().oddSampleProperty().set(6);
        lab.setStart(1, 1);
        settings().escapeNoiseProperty().set(1);
        assertEquals(151, snapshot().comparison().model().samples());
        assertEquals(8, snapshot().chosenBatches().batchSize());
        assertEquals(1, snapshot().comparison().setup().startX());
        for (int k = 0; k < 7; k++) {
            lab.undo().undo();
        }
        assertEquals(first, lab.setup());
        assertFalse(lab.undo().canUndoProperty().get());
        assertEquals(32, settings().batchSizeProperty().get().samples());
    }

    @Test
    void draggingTheStartIsOneChange() {
        lab.undo().settle();
        lab.setStart(0.1, 0.2);
        lab.setStart(0.3, 0.4);
        lab.undo().undo();
        assertEquals(BatchSetup.DEFAULT.start(), lab.setup().start());
    }

    @Test
    void selectingAColumnInUseSwapsColumns() {
        settings().xProperty().set("sepalLength");
        assertEquals("petalWidth", settings().yProperty().get());
        settings().targetProperty().set("sepalLength");
        assertEquals("petalLength", settings().xProperty().get());
        assertEquals("sepalLength", settings().targetProperty().get());
        settings().yProperty().set("sepalWidth");
        assertEquals(
                new TwoWeightModelSettings("iris", null, "petalLength", "sepalWidth", "sepalLength", 0),
                lab.setup().model());
    }

    @Test
    void rejectsInvalidColumnsWithoutChangingState() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), "a,b,c,d\n1,2,0,3\n2,3,1,6\n4,1,1,12\n0,0,3,0\n");
        lab.openTable(table, error -> refused.add(error.line()));
        assertEquals("a", settings().xProperty().get());
        assertEquals(4, snapshot().comparison().model().samples());
        settings().yProperty().set("d");
        assertEquals("b", settings().yProperty().get());
        assertEquals(1, refused.size());
        assertTrue(refused.get(0).contains("multiple of x"), refused.get(0));
    }

    @Test
    void loadsColumnsOfAnotherDataSetAndUndoRestoresTheFirst() {
        lab.chooseSource("diabetes");
        assertEquals("age", settings().xProperty().get());
        assertEquals("progression", settings().targetProperty().get());
        assertEquals(442, snapshot().comparison().model().samples());
        assertEquals("diabetes", lab.dataProperty().get().name());
        lab.undo().undo();
        assertEquals("petalWidth", settings().xProperty().get());
        assertEquals("iris", lab.dataProperty().get().name());
        lab.chooseSource("iris");
        assertFalse(lab.undo().canUndoProperty().get());
    }

    @Test
    void loadsASourceOnAWorkerAndKeepsOnlyTheNewestChoice() {
        Deque<Runnable> pendingWork = new ArrayDeque<>();
        Deque<Runnable> deliveries = new ArrayDeque<>();
        BatchSizeViewModel busy =
                new BatchSizeViewModel((name, work) -> pendingWork.add(work), deliveries::add, error -> {});
        busy.chooseSource("diabetes");
        assertEquals("diabetes", busy.sourceProperty().get());
        assertEquals("iris", busy.setup().model().source());
        assertEquals("iris", busy.dataProperty().get().name());
        pendingWork.remove().run();
        busy.chooseSource("wine");
        deliveries.remove().run();
        assertEquals("iris", busy.setup().model().source());
        busy.settings().learningRateProperty().set(0.25);
        pendingWork.remove().run();
        deliveries.remove().run();
        assertEquals("wine", busy.setup().model().source());
        assertEquals("wine", busy.dataProperty().get().name());
        assertEquals(0.25, busy.setup().training().learningRate());

        busy.chooseSource("diabetes");
        busy.undo().undo();
        assertEquals("iris", busy.sourceProperty().get());
        pendingWork.forEach(Runnable::run);
        deliveries.forEach(Runnable::run);
        assertEquals("iris", busy.setup().model().source());
    }

    @Test
    void rejectsTooNarrowTableWithoutChangingState() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), "a,b\n1,2\n2,3\n4,1\n");
        List<InvalidInputException> errors = new ArrayList<>();
        lab.openTable(table, errors::add);
        assertEquals(1, errors.size());
        assertEquals(BatchSetup.DEFAULT, lab.setup());
        assertEquals("iris", lab.sourceProperty().get());
    }

    @Test
    void reportsMissingTableOnReload() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), "a,b,c\n1,2,0.5\n2,3,1\n4,1,1.5\n0,0,3\n");
        lab.openTable(table, error -> refused.add(error.line()));
        lab.undo().undo();
        Files.delete(table);
        lab.undo().redo();
        assertEquals(1, refused.size());
        assertEquals("iris", lab.dataProperty().get().name());
        assertEquals(150, snapshot().comparison().model().samples());
        lab.undo().undo();
        settings().learningRateProperty().set(0.3);
        assertEquals(0.3, snapshot().comparison().path(ComparedDescent.CHOSEN).rate());
    }

    @Test
    void smallBatchesTakeMoreStepsInEqualEpochs() {
        settings().equalProperty().set(ComparisonBasis.EPOCHS);
        assertEquals(30, lab.playback().lengthProperty().get());
        lab.playback().toEnd();
        assertEquals(900, snapshot().steps(ComparedDescent.ONE));
        assertEquals(6, snapshot().steps(ComparedDescent.WHOLE));
        assertEquals(snapshot().samplesSeen(ComparedDescent.ONE), snapshot().samplesSeen(ComparedDescent.WHOLE));
    }

    @Test
    void measuresEqualSecondsOncePerSetOfBatchSizes() {
        assertNull(snapshot().comparison().pacing().stepTimes());
        settings().equalProperty().set(ComparisonBasis.SECONDS);
        var times = snapshot().comparison().pacing().stepTimes();
        assertNotNull(times);
        assertFalse(lab.measuringProperty().get());
        settings().learningRateProperty().set(0.1);
        assertSame(times, snapshot().comparison().pacing().stepTimes());
        lab.remeasure();
        assertNotEquals(times, snapshot().comparison().pacing().stepTimes());
        double share = snapshot().comparison().pacing().stepTimes().of(32).median()
                / snapshot().comparison().pacing().stepTimes().of(1).median();
        lab.playback().toEnd();
        assertEquals((int) (30 * share), snapshot().steps(ComparedDescent.ONE), 1);
    }

    @Test
    void scalingSetsTheRateOfEachPath() {
        settings().scalingProperty().set(true);
        assertEquals(0.2 / 32, snapshot().comparison().path(ComparedDescent.ONE).rate(), 1e-15);
        assertEquals(0.2, snapshot().comparison().path(ComparedDescent.CHOSEN).rate(), 1e-15);
        settings().scaledFromProperty().set(64);
        assertEquals(0.1, snapshot().comparison().path(ComparedDescent.CHOSEN).rate(), 1e-15);
    }

    @ParameterizedTest
    @EnumSource(BatchSizeExperiments.Kind.class)
    void experimentCompletesAndIsDiscardedAfterRelevantChange(BatchSizeExperiments.Kind kind) {
        settings().escapeRunsProperty().set(20);
        settings().targetSeedsProperty().set(3);
        lab.experiments().chosenProperty().set(kind);
        if (kind != BatchSizeExperiments.Kind.SPEED) {
            lab.run();
            assertEquals(
                    StudyRunner.StudyState.DONE,
                    lab.experiments().study(kind).statusProperty().get().state());
            assertFalse(lab.experiments()
                    .study(kind)
                    .statusProperty()
                    .get()
                    .results()
                    .isEmpty());
            settings().learningRateProperty().set(0.05);
            assertEquals(
                    StudyRunner.StudyState.NONE,
                    lab.experiments().study(kind).statusProperty().get().state());
        }
    }

    @Test
    void explainsTheNoiseOfBatchesDrawnWithoutReplacement() {
        BatchSizeText text = new BatchSizeText(Texts.in(Language.ENGLISH));
        settings().batchSizeProperty().set(new BatchSize(16));
        assertTrue(
                text.noiseText(snapshot()).contains("Four times B, 64, has **0.4** times the noise"),
                text.noiseText(snapshot()));
        settings().batchSizeProperty().set(new BatchSize(64));
        assertFalse(text.noiseText(snapshot()).contains("Four times"), text.noiseText(snapshot()));
        assertTrue(text.noiseText(snapshot()).contains("B = N has none"), text.noiseText(snapshot()));
    }

    /** Without noise, no descent leaves the well, whatever the batch size. */
    @Test
    void doesNotReportEscapeOfSmallBatchesWithoutOne() {
        BatchSizeExperimentText text = new BatchSizeExperimentText(Texts.in(Language.ENGLISH));
        settings().escapeRunsProperty().set(40);
        settings().escapeStepsProperty().set(100);
        lab.experiments().chosenProperty().set(BatchSizeExperiments.Kind.ESCAPE);
        lab.run();
        String noisy = text.resultText(lab.experiments(), snapshot());
        assertTrue(noisy.startsWith("At η = 0.2, B = ") && noisy.contains("**smaller batches**"), noisy);
        settings().escapeNoiseProperty().set(0);
        lab.run();
        assertEquals(
                "At η = 0.2, no batch size stands out: B = 1 leaves the shallow well in 0\u00a0% [0 … 8.76] of 40 runs,"
                        + " B = 256 in 0\u00a0% [0 … 8.76]; the 95\u00a0% intervals overlap.",
                text.resultText(lab.experiments(), snapshot()));
    }

    @Test
    void keepsExperimentResultAfterUnrelatedChanges() {
        settings().targetSeedsProperty().set(3);
        lab.experiments().chosenProperty().set(BatchSizeExperiments.Kind.TARGET);
        lab.run();
        var status = lab.experiments().target().statusProperty().get();
        assertEquals(StudyRunner.StudyState.DONE, status.state());
        settings().stepsProperty().set(50);
        settings().escapeNoiseProperty().set(1);
        lab.playback().seek(3);
        assertSame(status, lab.experiments().target().statusProperty().get());
    }

    @Test
    void longExperimentsRunInBackgroundAndStopWhenLabCloses() {
        Deque<Runnable> pendingWork = new ArrayDeque<>();
        BatchSizeViewModel busy =
                new BatchSizeViewModel((name, work) -> pendingWork.add(work), Runnable::run, error -> {});
        busy.experiments().chosenProperty().set(BatchSizeExperiments.Kind.SPEED);
        busy.run();
        assertTrue(busy.experiments().isRunning());
        busy.pause();
        assertFalse(busy.experiments().isRunning());
        pendingWork.remove().run();
        assertEquals(
                StudyRunner.StudyState.STOPPED,
                busy.experiments().speed().statusProperty().get().state());
    }

    @Test
    void oneExperimentRunsAtATime() {
        Deque<Runnable> pendingWork = new ArrayDeque<>();
        BatchSizeViewModel busy =
                new BatchSizeViewModel((name, work) -> pendingWork.add(work), Runnable::run, error -> {});
        busy.experiments().chosenProperty().set(BatchSizeExperiments.Kind.TARGET);
        busy.run();
        busy.experiments().chosenProperty().set(BatchSizeExperiments.Kind.ESCAPE);
        busy.run();
        assertEquals(
                StudyRunner.StudyState.STOPPED,
                busy.experiments().target().statusProperty().get().state());
        assertTrue(busy.experiments().escape().statusProperty().get().isRunning());
    }

    @Test
    void computesLongPathsOnAWorkerAndShowsOnlyTheNewest() {
        Deque<Runnable> pendingWork = new ArrayDeque<>();
        BatchSizeViewModel busy =
                new BatchSizeViewModel((name, work) -> pendingWork.add(work), Runnable::run, error -> {});
        busy.settings().batchSizeProperty().set(BatchSize.FULL);
        busy.chooseSource("digits");
        pendingWork.remove().run();
        busy.settings().stepsProperty().set(1500);
        busy.settings().stepsProperty().set(2000);
        assertTrue(busy.comparingProperty().get());
        assertEquals(30, busy.playback().lengthProperty().get());
        pendingWork.remove().run();
        assertFalse(busy.comparingProperty().get());
        assertEquals(2000, busy.playback().lengthProperty().get());
        assertEquals(1797, busy.viewStateProperty().get().comparison().model().samples());
    }

    @Test
    void restoresDocument() {
        settings().batchSizeProperty().set(new BatchSize(5));
        lab.chooseSource("wine");
        Document document = lab.document();
        lab.chooseSource("iris");
        lab.open(document, null);
        assertEquals(document, lab.document());
        assertEquals(178, snapshot().comparison().model().samples());
        assertEquals(0, snapshot().step());
        assertFalse(lab.undo().canUndoProperty().get());
    }

    @Test
    void rejectsDocumentWithMissingColumnsWithoutChangingState() {
        Document wrong = new Document.OfBatch(BatchSetup.DEFAULT.withModel(
                new TwoWeightModelSettings("wine", null, "alcohol", "ash", "petalLength", 0)));
        assertThrows(InvalidInputException.class, () -> lab.open(wrong, null));
        assertEquals(BatchSetup.DEFAULT, lab.setup());
    }

    @Test
    void findsDocumentTableRelativeToItsFolder() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "a,b,c\n1,2,0.5\n2,3,1\n4,1,1.5\n0,0,3\n");
        Document document = new Document.OfBatch(BatchSetup.DEFAULT
                .withModel(new TwoWeightModelSettings("csv", "t.csv", "a", "b", "c", 0))
                .withTraining(BatchSetup.DEFAULT.training().withBatchSize(new BatchSize(2))));
        lab.open(document, folder);
        assertEquals(4, snapshot().comparison().model().samples());
    }

    // the doctor

    private Finding<Integer, BatchSetup> firstFinding() {
        return snapshot().findings().get(0);
    }

    private static BatchSetup remedy(Finding<Integer, BatchSetup> finding) {
        return Objects.requireNonNull(finding.remedy()).change();
    }

    @Test
    void remedyCanBeUndoneInOneStep() {
        Finding<Integer, BatchSetup> found = firstFinding();
        assertEquals("batch-size.doctor.above", found.key());
        lab.applyRemedy(remedy(found));
        assertEquals(16, snapshot().chosenBatches().batchSize());
        lab.undo().undo();
        assertEquals(32, snapshot().chosenBatches().batchSize());
    }

    @Test
    void findingsDependOnThePlaybackPosition() {
        lab.playback().seek(7);
        settings().batchSizeProperty().set(new BatchSize(16));
        assertEquals(List.of(), snapshot().findings());
        lab.playback().toStart();
        settings().batchSizeProperty().set(new BatchSize(1));
        lab.setStart(0.6, 0.3);
        assertEquals("batch-size.doctor.below", firstFinding().key());
    }

    @Test
    void rateFromRemedyConverges() {
        settings().learningRateProperty().set(3);
        Finding<Integer, BatchSetup> found = firstFinding();
        assertEquals("batch-size.doctor.diverges", found.key());
        lab.applyRemedy(remedy(found));
        assertTrue(snapshot().findings().stream()
                .noneMatch(each -> each.key().startsWith("batch-size.doctor.diverges")
                        && each.evidence().equals(found.evidence())));
        assertTrue(snapshot().comparison().path(ComparedDescent.CHOSEN).excessLoss(30) < 1);
    }

    @Test
    void remediesChangeTheirControls() {
        settings().shuffleProperty().set(false);
        lab.applyRemedy(remedy(firstFinding()));
        assertTrue(settings().shuffleProperty().get());
        settings().batchSizeProperty().set(new BatchSize(100));
        settings().dropLastProperty().set(true);
        List<Finding<Integer, BatchSetup>> results = snapshot().findings();
        lab.applyRemedy(remedy(results.get(results.size() - 1)));
        assertFalse(settings().dropLastProperty().get());
    }

    @Test
    void stripCountsOneBatchInTheSingular() {
        BatchSizeText text = new BatchSizeText(Texts.in(Language.ENGLISH));
        settings().batchSizeProperty().set(BatchSize.FULL);
        assertEquals("150 shuffled samples in batches of 150: 1 batch, one step each", text.stripSubtitle(snapshot()));
        settings().batchSizeProperty().set(new BatchSize(1));
        assertEquals(
                "150 shuffled samples in batches of 1: 150 batches, one step each", text.stripSubtitle(snapshot()));
    }
}
