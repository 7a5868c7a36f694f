package hyperlab.lab.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.series.Curve;
import hyperlab.chart.training.EvidenceRange;
import hyperlab.chart.training.RunLine;
import hyperlab.chart.training.TrainingCurvesModel;
import hyperlab.export.report.RunReport;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.RunsFormat;
import hyperlab.file.log.LogReaders;
import hyperlab.finding.Severity;
import hyperlab.lab.training.inspection.LogFindings;
import hyperlab.lab.training.run.ComparedRun;
import hyperlab.lab.training.stage.CurveModels;
import hyperlab.log.LogAxis;
import hyperlab.log.LogColumn;
import hyperlab.log.LogColumns;
import hyperlab.log.LogOrigin;
import hyperlab.log.LogQuantity;
import hyperlab.log.LogSeries;
import hyperlab.log.LogTable;
import hyperlab.log.TrainingLog;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.EpochReport;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Logs of other programs next to the runs of the Training lab. */
class TrainingLogsTest {
    private static final Path LOGS = Path.of("src/test/resources/hyperlab/log");
    private static final String EVENTS = "events.out.tfevents.1700000000.host.1.0";
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);

    private final TrainingViewModel lab = new TrainingViewModel((name, work) -> work.run(), Runnable::run);

    @Test
    void logIsARunWithoutSettingsAndUndoRemovesIt() {
        TrainingLog log = open("metrics.csv");
        ComparedRun run = run(1);
        assertSame(log, run.log());
        assertTrue(run.pinned());
        assertNull(lab.runs().reference());
        assertEquals(
                List.of("metrics.csv (training log, Lightning CSVLogger)"),
                lab.summaries().others().stream()
                        .map(text -> text.format(ENGLISH))
                        .toList());
        lab.undo().undo();
        assertEquals(1, lab.runs().runsProperty().get().size());
        lab.undo().redo();
        assertSame(log, run(1).log());
    }

    @Test
    void curvesHaveTheValuesOfTheLog() {
        TrainingLog log = open("metrics.csv");
        Curve train = line(model(false), 1).curves().train();
        assertArrayEquals(
                Objects.requireNonNull(log.get(LogQuantity.TRAIN_LOSS)).epochs(), x(train));
        assertEquals(120, model(false).lastEpoch());
        // The rows at whole epochs are for the readout.
        EpochReport fifth = Objects.requireNonNull(run(1).history().atOrBefore(5));
        assertEquals(0.5194173455238342, fifth.validationLoss());
    }

    /** In metrics.csv, the row of the fifth epoch has step 19, and that of the last one step 479. */
    @Test
    void findingsAreRangesOverEpochsOrSteps() {
        open("metrics.csv");
        LogFindings findings = new LogFindings();
        assertEquals(
                List.of(new EvidenceRange(5, 120, "A", Severity.WARNING)),
                findings.ranges(lab.viewStateProperty().getValue(), LogAxis.EPOCH));
        assertEquals(
                List.of(new EvidenceRange(19, 479, "A", Severity.WARNING)),
                findings.ranges(lab.viewStateProperty().getValue(), LogAxis.STEP));
        assertEquals(
                List.of("(A) Overfitting since epoch 5, epochs 5–120"),
                findings.describe(lab.viewStateProperty().getValue(), LogAxis.EPOCH, ENGLISH));

        open(EVENTS);
        assertEquals(
                List.of(new EvidenceRange(11, 249, "A", Severity.DANGER)),
                findings.ranges(lab.viewStateProperty().getValue(), LogAxis.STEP));
        assertEquals(
                List.of(), findings.ranges(lab.viewStateProperty().getValue(), LogAxis.EPOCH), "epochs are not known");
        assertEquals(
                List.of("(A) The loss is not a finite number, steps 11–249"),
                findings.describe(lab.viewStateProperty().getValue(), LogAxis.STEP, ENGLISH));
        lab.undo().undo();
        assertEquals(
                5,
                findings.ranges(lab.viewStateProperty().getValue(), LogAxis.EPOCH)
                        .get(0)
                        .from());
        lab.undo().undo();
        assertEquals(List.of(), findings.ranges(lab.viewStateProperty().getValue(), LogAxis.EPOCH));
    }

    @Test
    void ownRunHasItsStepsOnTheAxisOfSteps() {
        open("metrics.csv");
        for (int step = 0; step < 39; step++) {
            lab.stepOnce();
        }
        lab.byStepsProperty().set(true);
        // 400 training samples in batches of 32 are 13 steps.
        assertArrayEquals(
                new double[] {0, 13, 26, 39}, x(line(model(true), 0).curves().train()));
        assertEquals(479, last(x(line(model(true), 1).curves().train())));
        assertEquals(1300, model(true).lastEpoch());
        assertArrayEquals(
                new double[] {0, 1, 2, 3}, x(line(model(false), 0).curves().train()));
    }

    @Test
    void logWithoutEpochsIsShownOverSteps() {
        open(EVENTS);
        assertTrue(lab.byStepsProperty().get());
        assertEquals(0, line(model(false), 1).curves().train().size());
        RunLine overSteps = line(model(true), 1);
        assertEquals(11, overSteps.curves().train().size());
        assertEquals(11, overSteps.divergedEpoch());
        // The user can return to epochs, and another log does not change that.
        lab.byStepsProperty().set(false);
        open("keras.csv");
        assertFalse(lab.byStepsProperty().get());
    }

    @Test
    void anotherSessionRestoresTheLog() {
        TrainingLog log = open("metrics.csv");
        open(EVENTS);
        String kept = RunsFormat.write(lab.runStore().all().get());
        TrainingViewModel later = new TrainingViewModel((name, work) -> work.run(), Runnable::run);
        later.runStore().restore(kept);
        List<ComparedRun> restored = later.runs().runsProperty().get();
        assertEquals(log, restored.get(0).log());
        assertEquals(3, restored.size());
        assertTrue(later.byStepsProperty().get());
        assertEquals(kept, RunsFormat.write(later.runStore().all().get()));
    }

    @Test
    void figureCarriesTheLogEvenBeforeTheRunHasStarted() {
        assertTrue(lab.runStore().visibleRuns().isEmpty());
        TrainingLog log = open("keras.csv");
        assertEquals(log, lab.runStore().visibleRuns().runs().get(0).log());
        lab.runs().setVisible(run(1).id(), false);
        assertTrue(lab.runStore().visibleRuns().isEmpty());
    }

    @Test
    void reportOfALogHasItsFindings() {
        open("keras.csv");
        RunReport.ReportedRun reported = lab.runStore()
                .reported(lab.settings(), Texts.in(Language.ENGLISH), List.of("of the live run"))
                .get(0);
        assertEquals("keras.csv", reported.name());
        assertTrue(reported.examined());
        assertEquals(1, reported.findings().size());
        assertTrue(reported.findings().get(0).startsWith("Overfitting since epoch 8: "), reported.findings()::toString);
    }

    @Test
    void correctedColumnsReplaceTheLogAndUndoRestoresIt() {
        TrainingLog log = open("metrics.csv");
        LogOrigin origin = Objects.requireNonNull(log.origin());
        LogColumns other = origin.columns().with(LogQuantity.TRAIN_LOSS, "train_loss_step", origin.table(), "x");
        TrainingLog corrected = TrainingLog.of(origin.table(), other);
        lab.correct(run(1).id(), corrected);
        assertSame(corrected, run(1).log());
        assertNotNull(run(1).history().newest());
        lab.undo().undo();
        assertSame(log, run(1).log());
    }

    @Test
    void openingTheSameLogAgainDrawsTheListedOne() {
        TrainingLog first = open("metrics.csv");
        LogOrigin origin = Objects.requireNonNull(first.origin());
        LogColumns other = origin.columns().with(LogQuantity.TRAIN_LOSS, "train_loss_step", origin.table(), "x");
        TrainingLog corrected = TrainingLog.of(origin.table(), other);
        lab.correct(run(1).id(), corrected);
        lab.runs().setVisible(run(1).id(), false);
        open("metrics.csv");
        assertEquals(2, lab.runs().runsProperty().get().size());
        assertTrue(run(1).visible());
        assertSame(corrected, run(1).log());

        open("keras.csv");
        assertEquals(3, lab.runs().runsProperty().get().size());
    }

    @Test
    void aLogWithMoreRowsIsAnotherLog() {
        LogTable table = LogReaders.readAny(LOGS.resolve("keras.csv"));
        LogTable shorter = new LogTable(
                table.name(),
                table.format(),
                table.columns().stream()
                        .map(column -> new LogColumn(
                                column.name(),
                                Arrays.copyOf(column.rows(), column.size() - 1),
                                Arrays.copyOf(column.values(), column.size() - 1)))
                        .toList(),
                table.rows() - 1,
                table.runs(),
                false);
        TrainingLog early = TrainingLog.of(shorter, LogColumns.guess(shorter));
        TrainingLog late = TrainingLog.of(table, LogColumns.guess(table));
        assertTrue(lab.open(early));
        assertTrue(lab.open(late));
        assertFalse(lab.open(withoutOrigin(late)));
        assertEquals(3, lab.runs().runsProperty().get().size());
    }

    @Test
    void logThatIsOpenedAgainIsExaminedAgain() {
        TrainingLog first = open("keras.csv");
        TrainingLog second = open("metrics.csv");
        assertEquals(second, examined());
        assertFalse(lab.open(first), "listed already");
        assertEquals(first, examined());
        lab.runs().setVisible(run(1).id(), false);
        assertEquals(second, examined(), "the first is not drawn");
    }

    private @Nullable TrainingLog examined() {
        ComparedRun run = LogFindings.newest(lab.viewStateProperty().get());
        return run == null ? null : run.log();
    }

    private static TrainingLog withoutOrigin(TrainingLog log) {
        return new TrainingLog(log.name(), log.format(), log.series(), log.restarts(), log.truncated());
    }

    @Test
    void savedLogCanStillBeReadWithOtherColumns() {
        TrainingLog log = open("metrics.csv");
        Document saved = Documents.parse(Documents.write(new Document.OfLog(log)), "x");
        TrainingLog reopened = ((Document.OfLog) saved).log();
        assertEquals(log, reopened);
        LogOrigin origin = Objects.requireNonNull(reopened.origin());
        LogColumns other = origin.columns().with(LogQuantity.TRAIN_LOSS, "train_loss_step", origin.table(), "x");
        LogSeries perStep =
                Objects.requireNonNull(TrainingLog.of(origin.table(), other).get(LogQuantity.TRAIN_LOSS));
        // The first value in that column of the file.
        assertEquals(0.6641392707824707, perStep.values()[0]);
        assertEquals(4, perStep.steps()[0]);
    }

    private TrainingLog open(String file) {
        LogTable table = LogReaders.readAny(LOGS.resolve(file));
        TrainingLog log = TrainingLog.of(table, LogColumns.guess(table));
        lab.open(log);
        return log;
    }

    private ComparedRun run(int index) {
        return lab.runs().runsProperty().get().get(index);
    }

    private TrainingCurvesModel model(boolean bySteps) {
        return new CurveModels(false, false, false, bySteps)
                .loss(lab.viewStateProperty().get(), ENGLISH);
    }

    private static RunLine line(TrainingCurvesModel model, int index) {
        return model.runs().get(index);
    }

    private static double[] x(Curve curve) {
        double[] x = new double[curve.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = curve.x(i);
        }
        return x;
    }

    private static double last(double... values) {
        return values[values.length - 1];
    }
}
