package hyperlab.lab.learningrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.batch.BatchSetup;
import hyperlab.descent.ComparedHyperparameter;
import hyperlab.descent.DescentEvidence;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.descent.ProgressMeasure;
import hyperlab.descent.Regime;
import hyperlab.file.Document;
import hyperlab.finding.Finding;
import hyperlab.lab.learningrate.race.DefaultSetups;
import hyperlab.lab.learningrate.race.DescentRace;
import hyperlab.lab.learningrate.race.FunctionChoices;
import hyperlab.lab.learningrate.race.FunctionKind;
import hyperlab.lab.learningrate.race.RaceSnapshot;
import hyperlab.lab.learningrate.race.RacerRun;
import hyperlab.lab.learningrate.race.StepNarration;
import hyperlab.optim.AdaDelta;
import hyperlab.optim.AdaGrad;
import hyperlab.optim.Adam;
import hyperlab.optim.NAdam;
import hyperlab.optim.Optimizer;
import hyperlab.optim.RmsProp;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import hyperlab.optim.UpdateRule;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Language;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LearningRateViewModelTest {
    private final LearningRateViewModel lab = new LearningRateViewModel(Runnable::run, Runnable::run);

    @Test
    void opensWithFourRatesThatBehaveDifferently() {
        assertEquals(
                List.of(Regime.GLIDE, Regime.LAND, Regime.OSCILLATE, Regime.DIVERGE),
                lab.viewStateProperty().get().race().runs().stream()
                        .map(run -> run.regime(0).orElseThrow())
                        .toList());
        assertEquals(20, lab.playback().lengthProperty().get());
        assertEquals(
                LearningRateViewModel.START_POSITION,
                lab.viewStateProperty().get().step());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.37, 1, 2.5, 10})
    void regimeChangesAtOneAndTwoOverAnyCurvature(double curvature) {
        lab.settings().constant("curvature").set(curvature);
        assertEquals(Optional.of(Regime.GLIDE), regimeAt(0.89 / curvature));
        assertEquals(Optional.of(Regime.LAND), regimeAt(0.91 / curvature));
        assertEquals(Optional.of(Regime.LAND), regimeAt(1.09 / curvature));
        assertEquals(Optional.of(Regime.OSCILLATE), regimeAt(1.11 / curvature));
        assertEquals(Optional.of(Regime.OSCILLATE), regimeAt(1.999 / curvature));
        assertEquals(Optional.of(Regime.DIVERGE), regimeAt(2.001 / curvature));
        assertEquals(1 / curvature, lab.viewStateProperty().get().marks().get(0).at(), 1e-15);
        assertEquals(2 / curvature, lab.viewStateProperty().get().marks().get(1).at(), 1e-15);
    }

    private Optional<Regime> regimeAt(double rate) {
        lab.settings().learningRateProperty().set(rate);
        return lab.viewStateProperty().get().selectedRun().regime(0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.95, 1.8, 2, 2.1})
    void walkIsThePowerOfItsFactor(double rate) {
        lab.settings().learningRateProperty().set(rate);
        RacerRun run = lab.viewStateProperty().get().selectedRun();
        for (int step = 0; step <= 20; step++) {
            double exact = Math.pow(1 - rate, step) * 3.2;
            assertEquals(exact, run.x(step), 1e-12 * Math.abs(exact));
        }
    }

    @Test
    void zonesCoverTheTrackWithoutGaps() {
        List<hyperlab.ui.control.slider.Zone> zones =
                lab.viewStateProperty().get().zones();
        assertEquals(0, zones.get(0).from());
        for (int k = 1; k < zones.size(); k++) {
            assertEquals(zones.get(k - 1).to(), zones.get(k).from());
        }
        assertEquals(Double.POSITIVE_INFINITY, zones.get(zones.size() - 1).to());
    }

    @Test
    void narratesTheStepWithTheNumbersOfThePath() {
        StepNarration narration = lab.viewStateProperty().get().narration().orElseThrow();
        RacerRun run = lab.viewStateProperty().get().selectedRun();
        assertEquals("1.890", NumberFormats.formatFixed(narration.x().gradient(), 3));
        assertEquals("−0.189", NumberFormats.formatFixed(narration.x().move(), 3));
        assertEquals("1.701", NumberFormats.formatFixed(narration.x().to(), 3));
        assertEquals("1.785", NumberFormats.formatFixed(narration.value(), 3));
        assertEquals("1.446", NumberFormats.formatFixed(narration.newValue(), 3));
        assertEquals(run.path().x(6), narration.x().to());
        assertEquals(run.path().gradient(5, 0), narration.x().gradient());
    }

    @Test
    void narratesMomentumByItsVelocity() {
        lab.settings().optimizerProperty().set(new Sgd(0.9, false));
        lab.playback().seek(1);
        StepNarration narration = lab.viewStateProperty().get().narration().orElseThrow();
        assertEquals(UpdateRule.Direction.VELOCITY, narration.updateRule().direction());
        assertEquals(3.2, lab.viewStateProperty().get().selectedRun().slope(0), 1e-12);
        assertEquals(2.88, narration.x().gradient(), 1e-12);
        assertEquals(0.9 * 3.2 + 2.88, narration.x().direction(), 1e-12);
        assertEquals(-0.1 * narration.x().direction(), narration.x().move(), 1e-12);
    }

    @Test
    void firstStepOfAdamEqualsItsRate() {
        lab.settings().optimizerProperty().set(Adam.DEFAULT);
        lab.playback().toStart();
        StepNarration narration = lab.viewStateProperty().get().narration().orElseThrow();
        assertEquals(Adam.DEFAULT.updateRule(), narration.updateRule());
        assertEquals(-0.1, narration.x().move(), 1e-8);
        assertTrue(lab.viewStateProperty().get().zones().isEmpty());
        assertTrue(lab.viewStateProperty().get().marks().isEmpty());
    }

    static List<Optimizer> adaptive() {
        return Optimizer.all().stream()
                .filter(optimizer -> !(optimizer instanceof Sgd))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("adaptive")
    void namesAdaptiveOptimizersAndGivesThemNoRegimes(Optimizer optimizer) {
        lab.settings().optimizerProperty().set(optimizer);
        lab.playback().toStart();
        RaceSnapshot snapshot = lab.viewStateProperty().get();
        StepNarration narration = snapshot.narration().orElseThrow();
        assertEquals(optimizer.updateRule(), narration.updateRule());
        StepNarration.CoordinateStep part = narration.x();
        assertEquals(part.move(), -0.1 * (part.direction() * part.scale() + part.decay()), 1e-12);
        assertTrue(snapshot.zones().isEmpty());
        assertFalse(snapshot.selectedRun().hasRegimes());
        for (Language language : Language.values()) {
            String seen = new LearningRateText(Texts.in(language)).explain(snapshot);
            assertTrue(seen.contains(Texts.in(language).get("component.optimizer." + optimizer.name())), seen);
        }
    }

    @Test
    void labelsRacersByOptimizerInAnOptimizerRace() {
        LearningRateText text = new LearningRateText(Texts.in(Language.ENGLISH));
        DescentRace rates = lab.viewStateProperty().get().race();
        assertEquals("0.1", text.rateLabel(rates, 0));
        assertTrue(text.endLabel(rates, rates.runs().get(0)).startsWith("η\u00a0=\u00a00.1: "));
        lab.settings().optimizerProperty().set(Adam.DEFAULT);
        DescentRace race = lab.viewStateProperty().get().race();
        assertEquals("0.1 (Adam)", text.rateLabel(race, 0));
        assertTrue(text.endLabel(race, race.runs().get(0)).startsWith("Adam 0.1: "));
        assertEquals("1 (SGD)", text.rateLabel(race, 1));
    }

    @Test
    void firstStepLengthsMatchTheText() {
        assertEquals(1, firstStep(new AdaGrad(1e-10)), 1e-9);
        assertEquals(1 / Math.sqrt(1 - 0.96), firstStep(new RmsProp(0.96, 1e-8)), 1e-6);
        assertEquals(Math.sqrt(1e-6 / (1 - 0.9)), firstStep(AdaDelta.DEFAULT), 1e-5);
        assertEquals(1, firstStep(Adam.DEFAULT), 1e-7);
        assertTrue(firstStep(NAdam.DEFAULT) > 1 && firstStep(NAdam.DEFAULT) < 1.1);
        lab.settings().optimizerProperty().set(new RmsProp(0.96, 1e-8));
        String seen = new LearningRateText(Texts.in(Language.ENGLISH))
                .explain(lab.viewStateProperty().get());
        assertTrue(seen.contains("5 times η"), seen);
    }

    /** The first step's length as a multiple of the rate. */
    private double firstStep(Optimizer optimizer) {
        lab.settings().optimizerProperty().set(optimizer);
        lab.playback().toStart();
        StepNarration narration = lab.viewStateProperty().get().narration().orElseThrow();
        return Math.abs(narration.x().move() / narration.rate());
    }

    @Test
    void momentumHasItsOwnLimit() {
        lab.settings().optimizerProperty().set(new Sgd(0.5, false));
        assertEquals(
                3,
                lab.viewStateProperty().get().regimeBoundaries().orElseThrow().divergeFrom(),
                1e-12);
        assertEquals(Optional.of(Regime.OSCILLATE), regimeAt(2.9));
        assertEquals(Optional.of(Regime.DIVERGE), regimeAt(3.1));
    }

    @Test
    void limitOnOtherCurvesDependsOnTheBallPosition() {
        lab.settings().functionProperty().set("doubleWell");
        lab.playback().toStart();
        double first =
                lab.viewStateProperty().get().regimeBoundaries().orElseThrow().divergeFrom();
        assertEquals(2 / (3 * 1.8 * 1.8 - 1), first, 1e-12);
        lab.playback().seek(3);
        assertTrue(
                lab.viewStateProperty().get().regimeBoundaries().orElseThrow().divergeFrom() > first);
    }

    private List<Finding<DescentEvidence, Double>> findings() {
        return lab.viewStateProperty().get().race().findings();
    }

    @Test
    void findingsBelongToTheirRacers() {
        assertEquals(
                List.of("learning-rate.doctor.diverges", "learning-rate.doctor.slow"),
                findings().stream().map(Finding::key).toList());
        assertEquals(new DescentEvidence(3), findings().get(0).evidence());
        assertEquals(new DescentEvidence(0), findings().get(1).evidence());
    }

    @Test
    void remedyCanBeUndoneInOneStep() {
        DescentSetup before = lab.setup();
        lab.applyRemedy(findings().get(0));
        assertEquals(1.9, lab.setup().racers().get(3).learningRate());
        assertEquals(3, lab.settings().selectedProperty().get());
        lab.undo().undo();
        assertEquals(before, lab.setup());
        assertEquals(0, lab.settings().selectedProperty().get());
        lab.undo().redo();
        assertEquals(1.9, lab.setup().racers().get(3).learningRate());
    }

    @Test
    void rateAtTheLimitBounces() {
        lab.settings().learningRateProperty().set(2);
        assertTrue(findings().stream().anyMatch(found -> found.key().equals("learning-rate.doctor.bounces")));
    }

    @Test
    void doctorOffersOnlyRatesThatStayFinite() {
        lab.settings().functionProperty().set("doubleWell");
        lab.settings().learningRateProperty().set(5);
        Finding<DescentEvidence, Double> found = findings().get(0);
        assertEquals("learning-rate.doctor.divergedBetter", found.key());
        lab.applyRemedy(found);
        assertFalse(lab.viewStateProperty()
                .get()
                .race()
                .runs()
                .get(found.evidence().descent())
                .path()
                .diverged());
    }

    @Test
    void doctorReportsPathTrappedInLocalMinimum() {
        lab.settings().functionProperty().set("doubleWell");
        lab.settings().learningRateProperty().set(0.1);
        lab.settings().stepsProperty().set(200);
        assertTrue(findings().stream().anyMatch(found -> found.key().equals("learning-rate.doctor.trapped")));
    }

    @Test
    void hiddenRacersAreNotDiagnosed() {
        lab.setVisible(3, false);
        assertTrue(findings().stream().noneMatch(found -> found.evidence().descent() == 3));
    }

    @Test
    void everySettingCanBeUndoneByName() {
        List<Runnable> changes = List.of(
                () -> lab.settings().constant("curvature").set(4),
                () -> lab.settings().startProperty().set(-1.5),
                () -> lab.settings().stepsProperty().set(50),
                () -> lab.settings().learningRateProperty().set(0.3),
                () -> lab.settings().optimizerProperty().set(RmsProp.DEFAULT),
                () -> lab.settings().scheduleProperty().set(Schedule.CosineAnnealing.DEFAULT),
                () -> lab.settings().display().measureProperty().set(ProgressMeasure.DISTANCE),
                () -> lab.settings().display().logarithmicProperty().set(false),
                () -> lab.settings().display().toleranceProperty().set(0.5),
                () -> lab.settings().display().arrowsProperty().set(false),
                () -> lab.setVisible(1, false),
                lab::addRacer,
                () -> lab.removeRacer(0),
                () -> lab.settings().functionProperty().set("plateau"),
                () -> lab.settings().comparedHyperparameterProperty().set(ComparedHyperparameter.OPTIMIZERS),
                () -> lab.settings().planeProperty().set(FunctionKind.SURFACE),
                () -> lab.settings().constant("condition").set(5),
                () -> lab.settings().startYProperty().set(0.5));
        List<String> names = new ArrayList<>();
        Deque<DescentSetup> setups = new ArrayDeque<>();
        for (Runnable change : changes) {
            setups.push(lab.setup());
            change.run();
            names.add(lab.undo().undoNameProperty().get());
        }
        assertEquals(16, new HashSet<>(names).size(), names.toString());
        while (lab.undo().canUndoProperty().get()) {
            lab.undo().undo();
            assertEquals(setups.pop(), lab.setup());
        }
        assertTrue(setups.isEmpty());
    }

    @Test
    void draggingIsOneChange() {
        for (double rate = 0.2; rate < 1; rate += 0.01) {
            lab.settings().learningRateProperty().set(rate);
        }
        lab.undo().undo();
        assertEquals(0.1, lab.settings().learningRateProperty().get());
        assertFalse(lab.undo().canUndoProperty().get());
    }

    @Test
    void documentRestoresTheRace() {
        lab.settings().constant("curvature").set(3);
        lab.settings().startProperty().set(-2.25);
        lab.settings().optimizerProperty().set(new Sgd(0.5, true));
        lab.setVisible(2, false);
        Document document = lab.document();
        LearningRateViewModel other = new LearningRateViewModel(Runnable::run, Runnable::run);
        other.open(document);
        assertEquals(lab.setup(), other.setup());
        assertEquals(document, other.document());
        assertFalse(other.undo().canUndoProperty().get());
        assertEquals(-2.25, other.settings().startProperty().get());
    }

    @Test
    void rejectsForeignDocuments() {
        Document stranger = new Document.OfBatch(BatchSetup.DEFAULT);
        assertThrows(InvalidInputException.class, () -> lab.open(stranger));
        assertEquals(DefaultSetups.DEFAULT, lab.setup());
    }

    @Test
    void rejectsStartWhereTheFunctionIsNotFinite() {
        Document far = new Document.OfDescent(
                new DescentSetup("parabola", Map.of(), List.of(1e200), 5, DefaultSetups.DEFAULT.racers()));
        assertThrows(InvalidInputException.class, () -> lab.open(far));
        assertEquals(DefaultSetups.DEFAULT, lab.setup());
    }

    @Test
    void limitsTheRaceToSixRacers() {
        for (int k = 0; k < 5; k++) {
            lab.addRacer();
        }
        assertEquals(6, lab.setup().racers().size());
        assertEquals(5, lab.settings().selectedProperty().get());
        assertEquals(
                6,
                lab.setup().racers().stream()
                        .map(DescentSetup.Racer::learningRate)
                        .distinct()
                        .count());
        for (int k = 0; k < 9; k++) {
            lab.removeRacer(0);
        }
        assertEquals(1, lab.setup().racers().size());
        assertEquals(0, lab.settings().selectedProperty().get());
    }

    @Test
    void aRacerThatIsGoneIsNeitherSelectedNorChanged() {
        Document before = lab.document();
        lab.select(99);
        lab.removeRacer(99);
        lab.setVisible(99, false);
        assertEquals(before, lab.document());
        assertFalse(lab.undo().canUndoProperty().get());
    }

    @Test
    void removingARacerPreservesTheSelection() {
        lab.select(2);
        lab.removeRacer(0);
        assertEquals(1, lab.settings().selectedProperty().get());
        assertEquals(1.8, lab.settings().learningRateProperty().get());
    }

    @Test
    void divergingRacerStopsAtItsLastFiniteStep() {
        lab.settings().learningRateProperty().set(10);
        lab.settings().stepsProperty().set(2000);
        lab.playback().toEnd();
        RacerRun run = lab.viewStateProperty().get().selectedRun();
        assertTrue(run.hasDivergedBy(2000));
        assertTrue(Double.isFinite(run.value(2000)));
        assertEquals(Optional.empty(), lab.viewStateProperty().get().narration());
    }

    /** At the last step no line is faint, so the caption does not explain faint lines. */
    @Test
    void captionOfValuesExplainsOnlyTheLinesThatAreDrawn() {
        LearningRateText text = new LearningRateText(Texts.in(Language.ENGLISH));
        assertEquals(
                "faint: still to come, dashed: goal 0.01",
                text.describeValues(lab.viewStateProperty().get()));
        lab.playback().toEnd();
        assertEquals(
                "dashed: goal 0.01", text.describeValues(lab.viewStateProperty().get()));
        lab.settings().display().measureProperty().set(ProgressMeasure.RATE);
        assertEquals("", text.describeValues(lab.viewStateProperty().get()));
    }

    /** The user adds up what is shown, so an equals sign is only between numbers that add up as they are shown. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.889568|-0.1889568|1.890 − 0.189 = 1.701",
                "0.5004|-0.0996|0.500 − 0.100 ≈ 0.401",
                "-12345.5|0.25|−12,345.500 + 0.250 = −12,345.250",
                "0.001|-0.0001|0.001 − 0.0001 = 0.0009",
                "2e-7|-1e-7|2×10⁻⁷ − 1×10⁻⁷ ≈ 1×10⁻⁷"
            })
    void calculationSaysWhetherTheShownNumbersAddUp(double from, double move, String calculation) {
        assertEquals(
                calculation,
                StepTermText.calculation(new StepNarration.CoordinateStep(0, 0, 0, 0, 0, 0, move, from, from + move)));
    }

    @Test
    void playHeadStaysInRangeWhenStepsDecrease() {
        lab.playback().toEnd();
        lab.settings().stepsProperty().set(7);
        assertEquals(7, lab.playback().positionProperty().get());
        assertEquals(7, lab.viewStateProperty().get().step());
    }

    @Test
    void workerComputesLongRacesAndOnlyTheNewestPending() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        LearningRateViewModel long_ = new LearningRateViewModel(waiting::add, Runnable::run);
        long_.settings().stepsProperty().set(50_000);
        long_.settings().learningRateProperty().set(0.2);
        long_.settings().learningRateProperty().set(0.3);
        assertEquals(1, waiting.size());
        assertEquals(20, long_.viewStateProperty().get().race().setup().steps());
        waiting.remove().run();
        assertEquals(50_000, long_.playback().lengthProperty().get());
        assertEquals(0.3, long_.viewStateProperty().get().selectedRun().racer().learningRate());
        assertTrue(waiting.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 0.5, 3.2, -5.6, 40, 900})
    void windowHoldsTheStart(double start) {
        for (String function : FunctionChoices.predefined(FunctionKind.CURVE)) {
            lab.settings().functionProperty().set(function);
            lab.settings().startProperty().set(start);
            var window = lab.viewStateProperty().get().race().window();
            double value = ObjectiveFunctions.of(function).value(start);
            assertTrue(window.xLow() < start && start < window.xHigh(), function);
            assertTrue(window.yLow() < value && value < window.yHigh(), function);
        }
    }
}
