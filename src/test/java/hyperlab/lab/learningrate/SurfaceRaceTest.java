package hyperlab.lab.learningrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.style.ChartTheme;
import hyperlab.descent.ComparedHyperparameter;
import hyperlab.descent.DescentEvidence;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.ProgressMeasure;
import hyperlab.descent.Regime;
import hyperlab.export.Caption;
import hyperlab.export.EmbeddedMetadataReader;
import hyperlab.export.Figure;
import hyperlab.export.FigureFile;
import hyperlab.export.FigureOptions;
import hyperlab.export.caption.Captions;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.finding.Finding;
import hyperlab.lab.learningrate.race.DefaultSetups;
import hyperlab.lab.learningrate.race.DescentRace;
import hyperlab.lab.learningrate.race.FunctionChoices;
import hyperlab.lab.learningrate.race.FunctionKind;
import hyperlab.lab.learningrate.race.NoisyDescents;
import hyperlab.lab.learningrate.race.RaceSnapshot;
import hyperlab.lab.learningrate.race.RacerRun;
import hyperlab.lab.learningrate.race.StepNarration;
import hyperlab.lab.learningrate.race.StepTerm;
import hyperlab.optim.Adam;
import hyperlab.optim.AdamW;
import hyperlab.optim.Optimizer;
import hyperlab.optim.RmsProp;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import hyperlab.text.FindingText;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.ui.control.slider.SliderMark;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Races on surfaces, races of optimizers, schedules, and the measures. */
class SurfaceRaceTest {
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);

    private final LearningRateViewModel lab = new LearningRateViewModel(Runnable::run, Runnable::run);
    private final LearningRateSettings settings = lab.settings();

    @BeforeEach
    void goToTheSurface() {
        settings.planeProperty().set(FunctionKind.SURFACE);
    }

    private RaceSnapshot moment() {
        return lab.viewStateProperty().get();
    }

    private DescentRace race() {
        return moment().race();
    }

    @Test
    void surfaceOpensWithFourRatesThatBehaveDifferently() {
        assertEquals(
                List.of(Regime.GLIDE, Regime.LAND, Regime.OSCILLATE, Regime.DIVERGE),
                race().runs().stream().map(run -> run.regime(0).orElseThrow()).toList());
    }

    @Test
    void eachPlaneHasItsOwnRaceAndUndoReturnsToIt() {
        settings.startProperty().set(3);
        settings.planeProperty().set(FunctionKind.CURVE);
        assertEquals(DefaultSetups.DEFAULT, lab.setup());
        settings.startProperty().set(-1);
        settings.planeProperty().set(FunctionKind.SURFACE);
        assertEquals(List.of(3.0, 1.0), lab.setup().start());
        lab.undo().undo();
        assertEquals(List.of(-1.0), lab.setup().start());
        lab.undo().undo();
        lab.undo().undo();
        assertEquals(List.of(3.0, 1.0), lab.setup().start());
    }

    /** The largest eigenvalue of the Hessian [1 0; 0 κ] is κ. */
    @ParameterizedTest
    @ValueSource(doubles = {1.5, 20, 400})
    void theTrackIsMarkedByTheLargestCurvature(double condition) {
        settings.constant("condition").set(condition);
        List<SliderMark> marks = moment().marks();
        assertEquals(
                List.of("1/λ", "2/λ"), marks.stream().map(SliderMark::label).toList());
        assertEquals(1 / condition, marks.get(0).at(), 1e-15);
        assertEquals(2 / condition, marks.get(1).at(), 1e-15);
        String note = new RegimeText(ENGLISH).note(moment());
        assertTrue(note.contains("the same everywhere"), note);
    }

    @Test
    void trackFollowsTheBallAndSaysSoWhereCurvatureVaries() {
        settings.functionProperty().set("rosenbrock");
        lab.playback().toStart();
        double x = lab.setup().start().get(0);
        double y = lab.setup().start().get(1);
        double a = 2 - 400 * (y - 3 * x * x);
        double largest = (a + 200) / 2 + Math.hypot((a - 200) / 2, -400 * x);
        assertEquals(2 / largest, moment().marks().get(1).at(), 1e-15);
        assertTrue(new RegimeText(ENGLISH).note(moment()).contains("where the ball is"));
        List<SliderMark> before = moment().marks();
        lab.playback().seek(3);
        assertFalse(before.equals(moment().marks()));
    }

    @Test
    void descendsListedFunctionsFromTheirStarts() {
        for (String name : FunctionChoices.predefined(FunctionKind.SURFACE)) {
            settings.functionProperty().set(name);
            assertEquals(name, lab.setup().function());
            ObjectiveFunction.PlotWindow window = race().window();
            assertTrue(window.xLow() < lab.setup().start().get(0));
            assertTrue(window.yHigh() > lab.setup().start().get(1));
            assertTrue(race().runs().get(0).path().steps() > 5, name + " walks off at once");
        }
    }

    @Test
    void ratesScaleWithTheCurvatureOfTheNextSurface() {
        settings.functionProperty().set("bowl");
        assertEquals(
                List.of(0.1, 0.5, 0.9, 1.1),
                lab.setup().racers().stream()
                        .map(DescentSetup.Racer::learningRate)
                        .toList());
    }

    @Test
    void chartIncludesDistantStart() {
        settings.startPointProperty().set(List.of(900.0, -700.0));
        ObjectiveFunction.PlotWindow window = race().window();
        assertTrue(window.xHigh() > 900 && window.yLow() < -700);
    }

    @Test
    void findsMinimumOfFormulaInTwoVariables() {
        settings.functionProperty().set(FunctionChoices.USER_FORMULA);
        settings.formulaProperty(FunctionKind.SURFACE).set("(x - 1)^2 + 3(y + 2)^2 + 5");
        assertEquals(1, race().objective().minima().size());
        assertEquals(5, race().lowest(), 1e-12);
        assertTrue(FunctionChoices.findFault(FunctionKind.SURFACE, "x^2").isPresent());
        assertTrue(FunctionChoices.findFault(FunctionKind.CURVE, "x^2 + y^2").isPresent());
    }

    @ParameterizedTest
    @MethodSource("everyOptimizer")
    void narratesEveryOptimizerWithTheNumbersOfItsPath(Optimizer optimizer) {
        settings.optimizerProperty().set(optimizer);
        lab.playback().seek(7);
        StepNarration narration = moment().narration().orElseThrow();
        RacerRun run = moment().selectedRun();
        for (int i = 0; i < 2; i++) {
            StepNarration.CoordinateStep part = narration.coordinates().get(i);
            assertEquals(run.path().gradient(7, i), part.gradient());
            assertEquals(run.path().coordinate(8, i), part.to());
            double made = -narration.rate() * (part.direction() * part.scale() + part.decay());
            assertEquals(made, part.move(), 1e-12);
            assertEquals(
                    part.move(),
                    narration.gradientMove(i) + narration.momentumMove(i) - narration.rate() * part.decay(),
                    1e-12);
        }
        for (Language language : Language.values()) {
            List<StepTermText> words = StepTermText.of(narration, Texts.in(language));
            StepTermText move = words.stream()
                    .filter(word -> word.term() == StepTerm.MOVE)
                    .findFirst()
                    .orElseThrow();
            assertEquals(
                    LearningRateText.formatStepNumber(
                            narration.coordinates().get(1).move()),
                    move.numbers().get(1));
            assertEquals(
                    narration.updateRule().usesMomentum(),
                    words.stream().anyMatch(word -> word.term() == StepTerm.DIRECTION));
            for (StepTermText word : words) {
                String lit = LearningRateFormulas.of(moment(), word.term());
                boolean named = !lit.equals(LearningRateFormulas.of(moment(), null));
                assertEquals(word.term() != StepTerm.VALUE, named, word.term() + " in " + lit);
            }
        }
    }

    static Stream<Optimizer> everyOptimizer() {
        return Stream.concat(Optimizer.all().stream(), Stream.of(new Sgd(0.9, false), new Sgd(0.9, true)));
    }

    /** RMSprop's first step divides by √(1 − 0.99)·|g|, and the ravine's gradient at (−4, 1) is (−4, 20). */
    @Test
    void adaptiveOptimizerHasEffectiveRatePerCoordinate() {
        settings.optimizerProperty().set(RmsProp.DEFAULT);
        settings.learningRateProperty().set(0.02);
        lab.playback().toStart();
        StepNarration narration = moment().narration().orElseThrow();
        assertEquals(0.02 / (0.1 * 4), narration.coordinates().get(0).effectiveRate(), 1e-8);
        assertEquals(0.02 / (0.1 * 20), narration.coordinates().get(1).effectiveRate(), 1e-8);
        assertEquals(
                Optional.of("Effective rate = rate ÷ rms √v̂: x\u00a00.05, y\u00a00.01"),
                StepTermText.effectiveRates(narration, ENGLISH));
        assertEquals(
                Optional.of("유효 학습률 = 학습률 ÷ 제곱평균 √v̂: x\u00a00.05, y\u00a00.01"),
                StepTermText.effectiveRates(narration, Texts.in(Language.KOREAN)));
    }

    @Test
    void onlyAdaptiveOptimizersShowEffectiveRates() {
        for (Optimizer optimizer : everyOptimizer().toList()) {
            settings.optimizerProperty().set(optimizer);
            StepNarration narration = moment().narration().orElseThrow();
            assertEquals(
                    !(optimizer instanceof Sgd),
                    StepTermText.effectiveRates(narration, ENGLISH).isPresent(),
                    optimizer.name());
        }
    }

    @Test
    void optimizerRaceHasItsOwnRacersColorsAndNames() {
        settings.comparedHyperparameterProperty().set(ComparedHyperparameter.OPTIMIZERS);
        assertTrue(race().runs().stream().allMatch(run -> run.colorRegime(0).isEmpty()));
        List<String> names = race().runs().stream()
                .map(run -> new RacerLabels(race(), ENGLISH).lineEndLabel(run.racer()))
                .toList();
        assertEquals(List.of("SGD", "Momentum", "RMSprop", "Adam"), names);
        lab.addRacer();
        lab.addRacer();
        lab.addRacer();
        assertEquals(6, lab.setup().racers().size());
        assertEquals(
                6,
                new HashSet<>(lab.setup().racers().stream()
                                .map(DescentSetup.Racer::optimizer)
                                .toList())
                        .size());
        settings.comparedHyperparameterProperty().set(ComparedHyperparameter.RATES);
        assertEquals(4, lab.setup().racers().size());
        settings.comparedHyperparameterProperty().set(ComparedHyperparameter.OPTIMIZERS);
        assertEquals(6, lab.setup().racers().size());
    }

    @Test
    void labelsShowEveryDifferenceBetweenRacers() {
        settings.comparedHyperparameterProperty().set(ComparedHyperparameter.OPTIMIZERS);
        settings.optimizerProperty().set(Adam.DEFAULT);
        settings.scheduleProperty().set(Schedule.CosineAnnealing.DEFAULT);
        assertEquals("Adam 0.025 cosine", named(0));
        assertEquals("Adam 0.3", named(3));
        assertEquals("RMSprop", named(2));
    }

    private String named(int index) {
        return new RacerLabels(race(), ENGLISH)
                .lineEndLabel(lab.setup().racers().get(index));
    }

    @Test
    void scheduleSetsTheRateOfEachStepAndItsRegime() {
        settings.stepsProperty().set(10);
        settings.learningRateProperty().set(0.2);
        settings.scheduleProperty().set(new Schedule.ExponentialDecay(0.5, 0));
        RacerRun run = moment().selectedRun();
        assertEquals(Optional.of(Regime.DIVERGE), run.regime(0));
        assertEquals(Optional.of(Regime.GLIDE), run.regime(3));
        lab.playback().seek(3);
        assertEquals(0.2 / 8, moment().narration().orElseThrow().rate(), 1e-15);
        assertEquals(0.2 / 8, run.measure(ProgressMeasure.RATE, 0, 3), 1e-15);
    }

    /** On the ravine with η = 1/κ, one step sets y to 0 and multiplies x by 1 − 1/κ. */
    @Test
    void reachesTheGoalAtTheStepOfTheClosedForm() {
        settings.stepsProperty().set(300);
        settings.learningRateProperty().set(0.05);
        settings.display().toleranceProperty().set(0.01);
        int byValue = (int) Math.ceil(Math.log(0.01 / 8) / (2 * Math.log(0.95)));
        RacerRun run = moment().selectedRun();
        assertEquals(OptionalInt.of(byValue), run.arrival(lab.setup().display(), race().lowest()));
        settings.display().measureProperty().set(ProgressMeasure.DISTANCE);
        int byDistance = (int) Math.ceil(Math.log(0.01 / 4) / Math.log(0.95));
        assertEquals(
                OptionalInt.of(byDistance),
                moment().selectedRun().arrival(lab.setup().display(), race().lowest()));
        assertEquals(
                "η\u00a0=\u00a00.05 reaches distance ≤ 0.01 at step " + byDistance + ".",
                new LearningRateText(ENGLISH).arrivalSentence(race(), moment().selectedRun()));
        assertEquals(Integer.toString(byDistance), LearningRateText.arrivalCell(race(), moment().selectedRun()));
        assertEquals(4 * Math.pow(0.95, 7), run.measure(ProgressMeasure.DISTANCE, 0, 7), 1e-12);
    }

    @Test
    void doctorReportsTheLimitOfTheSteepestDirection() {
        Finding<DescentEvidence, Double> found = race().findings().get(0);
        assertEquals("learning-rate.doctor.divergesSurface", found.key());
        assertEquals(new DescentEvidence(3), found.evidence());
        String why = FindingText.of(found, ENGLISH).explanation();
        assertTrue(
                why.startsWith("Limit 2/λ = 0.1 along the most sharply curved direction. Factor 1 − 0.11 · 20 = −1.2:"),
                why);
    }

    @Test
    void doctorDetectsPathThatEndsHigherThanItBegan() {
        settings.functionProperty().set(FunctionChoices.USER_FORMULA);
        settings.startPointProperty().set(List.of(3.0, -3.0));
        settings.learningRateProperty().set(1.2);
        Finding<DescentEvidence, Double> found = race().findings().stream()
                .filter(finding -> finding.evidence().descent() == 0)
                .findFirst()
                .orElseThrow();
        assertEquals("learning-rate.doctor.climbsBetter", found.key());
        lab.applyRemedy(found);
        RacerRun mended = race().runs().get(0);
        assertTrue(mended.value(40) < mended.value(0));
    }

    @Test
    void measuresUnboundedSurfaceFromLowestVisiblePoint() {
        settings.functionProperty().set("saddle");
        settings.learningRateProperty().set(1.2);
        assertEquals(-4.5, race().lowest(), 1e-12);
        LearningRateText text = new LearningRateText(ENGLISH);
        assertTrue(text.endLabel(race(), moment().selectedRun()).contains("f = −"));
        assertTrue(text.arrivalSentence(race(), moment().selectedRun())
                .endsWith("no minimum is known, so there is no distance to measure."));
        assertEquals("–", LearningRateText.arrivalCell(race(), moment().selectedRun()));
    }

    @Test
    void doctorDetectsPathTrappedInAHigherWell() {
        settings.functionProperty().set("styblinskiTang");
        settings.startPointProperty().set(List.of(2.0, 2.0));
        settings.learningRateProperty().set(0.01);
        settings.stepsProperty().set(200);
        Finding<DescentEvidence, Double> found = race().findings().stream()
                .filter(finding -> finding.evidence().descent() == 0)
                .findFirst()
                .orElseThrow();
        String why = FindingText.of(found, ENGLISH).explanation();
        assertTrue(why.startsWith("It stops at (2.75, 2.75) with f(x, y) = −50.1"), why);
        assertTrue(why.contains("the minimum at (−2.9, −2.9) is lower"), why);
    }

    @Test
    void documentRestoresTheWholeSetup() {
        settings.functionProperty().set("beale");
        settings.comparedHyperparameterProperty().set(ComparedHyperparameter.OPTIMIZERS);
        settings.optimizerProperty().set(new AdamW(0.8, 0.99, 1e-7, 0.1));
        settings.scheduleProperty().set(new Schedule.StepDecay(7, 0.3, 2));
        settings.display().measureProperty().set(ProgressMeasure.DISTANCE);
        settings.display().logarithmicProperty().set(false);
        settings.display().toleranceProperty().set(0.25);
        settings.display().arrowsProperty().set(false);
        Document document = Documents.parse(Documents.write(lab.document()), "x");
        LearningRateViewModel other = new LearningRateViewModel(Runnable::run, Runnable::run);
        other.open(document);
        assertEquals(lab.setup(), other.setup());
        assertEquals(FunctionKind.SURFACE, other.settings().planeProperty().get());
        assertEquals(
                ComparedHyperparameter.OPTIMIZERS,
                other.settings().comparedHyperparameterProperty().get());
        assertEquals(
                new Schedule.StepDecay(7, 0.3, 2),
                other.settings().scheduleProperty().get());
        assertFalse(other.settings().display().arrowsProperty().get());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void surfaceFigureRestoresTheRaceAndNamesItsSource(Language language, @TempDir Path folder) {
        settings.comparedHyperparameterProperty().set(ComparedHyperparameter.OPTIMIZERS);
        settings.scheduleProperty().set(new Schedule.CosineAnnealing(0.01, 3));
        Texts texts = Texts.in(language);
        LearningRateCharts charts = new LearningRateCharts(texts, ChartTheme.DARK);
        charts.show(
                moment(), race().window(), texts, null, NoisyDescents.NoisyDescentResults.NONE, SurfaceView.CONTOURS);
        Path imageFile = folder.resolve("surface.png");
        Caption caption = new Caption(Captions.of(lab.document(), texts), ChartTheme.DARK);
        FigureFile.write(
                imageFile,
                new Figure(charts.of(FunctionKind.SURFACE, SurfaceView.CONTOURS).chart(), 640, 360, caption),
                FigureOptions.png(1),
                lab.document());
        assertTrue(caption.text().startsWith("f(x, y) = ½·(x² + κ·y²), κ = 20, "), caption.text());
        assertTrue(caption.text().contains("(−4, 1)"), caption.text());
        assertTrue(caption.text().contains("RMSprop"), caption.text());
        LearningRateViewModel other = new LearningRateViewModel(Runnable::run, Runnable::run);
        other.open(Documents.parse(EmbeddedMetadataReader.readDocument(imageFile), "surface.png"));
        assertEquals(lab.setup(), other.setup());
    }

    @Test
    void displayChangesDoNotRecomputePaths() {
        Object path = race().runs().get(1).path();
        settings.display().measureProperty().set(ProgressMeasure.RATE);
        settings.learningRateProperty().set(0.02);
        lab.setVisible(1, false);
        assertTrue(path == race().runs().get(1).path());
        assertFalse(race().runs().get(1).racer().visible());
        settings.stepsProperty().set(41);
        assertFalse(path == race().runs().get(1).path());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void chartShowsEveryPathAndItsArrows(Language language) {
        LearningRateCharts charts = new LearningRateCharts(Texts.in(language), ChartTheme.LIGHT);
        settings.optimizerProperty().set(new Sgd(0.9, false));
        charts.show(
                moment(),
                race().window(),
                Texts.in(language),
                null,
                NoisyDescents.NoisyDescentResults.NONE,
                SurfaceView.CONTOURS);
        XYDataset drawn = charts.of(FunctionKind.SURFACE, SurfaceView.CONTOURS)
                .chart()
                .getXYPlot()
                .getDataset();
        assertEquals(8, drawn.getSeriesCount());
        RacerRun chosen = moment().selectedRun();
        assertEquals(chosen.y(5), drawn.getYValue(7, 5));
    }

    @ParameterizedTest
    @CsvSource({"VALUE, true", "VALUE, false", "DISTANCE, true", "DISTANCE, false", "RATE, true", "RATE, false"})
    void theMeasureIsDrawnOnEitherAxis(ProgressMeasure measure, boolean logarithmic) {
        settings.display().measureProperty().set(measure);
        settings.display().logarithmicProperty().set(logarithmic);
        LearningRateCharts charts = new LearningRateCharts(ENGLISH, ChartTheme.LIGHT);
        charts.show(
                moment(), race().window(), ENGLISH, null, NoisyDescents.NoisyDescentResults.NONE, SurfaceView.CONTOURS);
        XYDataset drawn = charts.values().chart().getXYPlot().getDataset();
        int tolerance = measure == ProgressMeasure.RATE ? 0 : 1;
        assertEquals(12 + tolerance, drawn.getSeriesCount(), "four racers, each with two lines and a point");
        RacerRun run = race().runs().get(0);
        assertEquals(run.measure(measure, race().lowest(), 3), drawn.getYValue(1 + tolerance, 3));
        String label = charts.values().chart().getXYPlot().getRangeAxis().getLabel();
        assertEquals(logarithmic, label.contains("log"), label);
    }

    @Test
    void olderSetupLoadsAsARaceOfRates() {
        DescentSetup old = ((Document.OfDescent) Documents.parse(
                        "{\"format\": \"hyperlab-descent/1\", \"function\": \"bowl\","
                                + " \"racers\": [{\"learningRate\": 0.2}]}",
                        "x"))
                .setup();
        assertEquals(
                new DescentSetup(
                        "bowl",
                        Map.of("curvatureX", 1.0, "curvatureY", 2.0),
                        List.of(-3.0, 2.0),
                        20,
                        List.of(DefaultSetups.sgd(0.2))),
                old);
    }
}
