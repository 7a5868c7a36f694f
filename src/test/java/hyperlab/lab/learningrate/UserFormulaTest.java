package hyperlab.lab.learningrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.style.ChartTheme;
import hyperlab.descent.DescentEvidence;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.Regime;
import hyperlab.export.Caption;
import hyperlab.export.EmbeddedMetadataReader;
import hyperlab.export.Figure;
import hyperlab.export.FigureFile;
import hyperlab.export.FigureOptions;
import hyperlab.export.caption.Captions;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.finding.Argument;
import hyperlab.finding.Finding;
import hyperlab.finding.Severity;
import hyperlab.lab.learningrate.race.DefaultSetups;
import hyperlab.lab.learningrate.race.DescentRace;
import hyperlab.lab.learningrate.race.FunctionChoices;
import hyperlab.lab.learningrate.race.FunctionKind;
import hyperlab.lab.learningrate.race.NoisyDescents;
import hyperlab.optim.Sgd;
import hyperlab.text.FindingText;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jfree.chart.JFreeChart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lab with the user's formulas and with functions whose minima are not all known. */
class UserFormulaTest {
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);

    private final LearningRateViewModel lab = new LearningRateViewModel(Runnable::run, Runnable::run);

    @BeforeEach
    void chooseOwn() {
        lab.settings().functionProperty().set(FunctionChoices.USER_FORMULA);
    }

    private void setRates(double... rates) {
        for (int racer = 0; racer < rates.length; racer++) {
            lab.select(racer);
            lab.settings().learningRateProperty().set(rates[racer]);
        }
        lab.select(0);
    }

    private DescentRace race() {
        return lab.viewStateProperty().get().race();
    }

    @Test
    void providesADefaultFormula() {
        assertEquals(
                DefaultSetups.defaultFormula(FunctionKind.CURVE), lab.setup().function());
        assertFalse(race().runs().get(0).path().diverged());
        assertTrue(race().objective().minima().size() > 1);
    }

    @Test
    void racersKeepTheirRegimesOnAnotherFunction() {
        lab.settings().functionProperty().set("parabola");
        List<Regime> regimes = List.of(Regime.GLIDE, Regime.LAND, Regime.OSCILLATE, Regime.DIVERGE);
        setRates(0.1, 1, 1.8, 2.1);
        lab.settings().functionProperty().set("doubleWell");
        // The curvature is largest at the start: f″(x) = 3x² − 1 for ¼(x² − 1)² without its tilt.
        double curvature = race().objective().largestCurvature(race().start());
        for (int racer = 0; racer < regimes.size(); racer++) {
            assertEquals(
                    Optional.of(regimes.get(racer)), race().runs().get(racer).regime(0));
            double rate = race().runs().get(racer).racer().learningRate();
            assertEquals(List.of(0.1, 1.0, 1.8, 2.1).get(racer) / curvature, rate, 0.05 * rate);
        }
    }

    @Test
    void trackColorsFollowFormulaCurvatureAtTheBall() {
        setRates(0.1, 1, 1.8, 2.1);
        lab.settings().formulaProperty().set("x^4/4 + 1");
        lab.settings().startProperty().set(2);
        lab.playback().toStart();
        assertEquals(
                2 / 12.0,
                lab.viewStateProperty().get().regimeBoundaries().orElseThrow().divergeFrom(),
                1e-15);
        assertEquals("2/f″", lab.viewStateProperty().get().marks().get(1).label());
        assertEquals(Optional.of(Regime.DIVERGE), race().runs().get(3).regime(0));
        assertEquals(Optional.of(Regime.OSCILLATE), race().runs().get(0).regime(0));
        assertEquals(
                2 - 0.1 * 8,
                lab.viewStateProperty().get().narration().orElseThrow().x().to(),
                1e-15);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x^2 +", "x + y", "3", "log(-1 - x^2)", "sine(x)", ""})
    void aFormulaWithAFaultIsNotTaken(String text) {
        DescentSetup before = lab.setup();
        lab.settings().formulaProperty().set(text);
        assertEquals(before, lab.setup());
        assertEquals(
                DefaultSetups.defaultFormula(FunctionKind.CURVE),
                lab.settings().formulaProperty().get());
        assertTrue(FunctionChoices.findFault(FunctionKind.CURVE, text).isPresent());
    }

    @Test
    void preservesTheFormulaWhileAnotherFunctionIsSelected() {
        lab.settings().formulaProperty().set("x^2 + 2x");
        lab.settings().functionProperty().set("plateau");
        assertEquals("plateau", lab.setup().function());
        lab.settings().functionProperty().set(FunctionChoices.USER_FORMULA);
        assertEquals("x^2 + 2x", lab.setup().function());
    }

    @Test
    void preservesTheStartWhereTheNewFormulaIsDefined() {
        lab.settings().formulaProperty().set("x^2 + 2x");
        lab.settings().startProperty().set(-4);
        lab.settings().formulaProperty().set("x^2 + 3x");
        assertEquals(-4, lab.settings().startProperty().get());
        lab.settings().formulaProperty().set("x - log(x)");
        assertTrue(lab.settings().startProperty().get() > 0);
    }

    @Test
    void rejectsStartOutsideTheDomain() {
        lab.settings().formulaProperty().set("x - log(x)");
        double before = lab.settings().startProperty().get();
        assertFalse(lab.settings().canStartAt(-1));
        assertTrue(lab.settings().canStartAt(1));
        lab.settings().startProperty().set(-1);
        assertEquals(before, lab.settings().startProperty().get());
        assertEquals(List.of(before), lab.setup().start());
    }

    @Test
    void pathThatLeavesTheDomainDiverges() {
        lab.settings().formulaProperty().set("x - log(x)");
        lab.settings().learningRateProperty().set(9);
        assertTrue(lab.viewStateProperty().get().selectedRun().path().diverged());
        Finding<DescentEvidence, Double> found = race().findings().get(0);
        assertEquals("learning-rate.doctor.divergedBetter", found.key());
        assertEquals(Argument.integer(1), found.arguments().get(1));
    }

    @Test
    void typingAndSelectionCanBeUndoneByName() {
        lab.settings().formulaProperty().set("x^2 + 2x");
        assertEquals("learning-rate.undo.formula", lab.undo().undoNameProperty().get());
        lab.undo().undo();
        assertEquals(
                DefaultSetups.defaultFormula(FunctionKind.CURVE),
                lab.settings().formulaProperty().get());
        lab.undo().redo();
        assertEquals("x^2 + 2x", lab.setup().function());
        lab.undo().undo();
        lab.undo().undo();
        assertEquals("parabola", lab.settings().functionProperty().get());
        assertEquals(DefaultSetups.DEFAULT, lab.setup());
    }

    @Test
    void documentRestoresTheFormulaAsTyped() {
        lab.settings().formulaProperty().set(" 2(x − 1)²+sin(3x) ");
        lab.settings().startProperty().set(-1.5);
        Document document = Documents.parse(Documents.write(lab.document()), "x");
        LearningRateViewModel other = new LearningRateViewModel(Runnable::run, Runnable::run);
        other.open(document);
        assertEquals(
                FunctionChoices.USER_FORMULA,
                other.settings().functionProperty().get());
        assertEquals("2(x − 1)²+sin(3x)", other.settings().formulaProperty().get());
        assertEquals(lab.setup(), other.setup());
    }

    @Test
    void documentWithTwoVariableFormulaRestoresTheSurface() {
        lab.open(new Document.OfDescent(
                new DescentSetup("x^2 + y^2", Map.of(), List.of(1.0, 1.0), 5, DefaultSetups.DEFAULT.racers())));
        assertEquals(FunctionKind.SURFACE, lab.settings().planeProperty().get());
        assertEquals(
                "x^2 + y^2",
                lab.settings().formulaProperty(FunctionKind.SURFACE).get());
    }

    @Test
    void measuresHeightsFromTheLowestKnownMinimum() {
        lab.settings().formulaProperty().set("(x^2 - 1)^2 + x/10 + 7");
        double lowest = race().objective().minima().get(0).value();
        assertTrue(race().hasKnownMinimum());
        assertEquals(lowest, race().lowest());
        assertTrue(lowest < 7 && lowest > 6.8);
    }

    @Test
    void measuresHeightsFromPathEndsWithoutKnownMinimum() {
        setRates(0.1, 1, 1.8, 2.1);
        lab.settings().formulaProperty().set("x");
        lab.settings().stepsProperty().set(2);
        assertFalse(race().hasKnownMinimum());
        assertEquals(3 - 2 * 2.1, race().lowest(), 1e-15);
        lab.settings().learningRateProperty().set(1e6);
        assertEquals(race().objective().window().yLow(), race().lowest());
        assertTrue(race().findings().isEmpty());
    }

    @Test
    void doctorDetectsPathsTrappedAboveTheLowestMinimumOnly() {
        lab.settings().formulaProperty().set("(x^2 - 1)^2 + x/10");
        lab.removeRacer(3);
        lab.removeRacer(2);
        lab.removeRacer(1);
        lab.settings().stepsProperty().set(500);
        lab.settings().learningRateProperty().set(0.05);
        lab.settings().startProperty().set(1.5);
        Finding<DescentEvidence, Double> found = race().findings().get(0);
        assertEquals("learning-rate.doctor.trapped", found.key());
        String why = FindingText.of(found, ENGLISH).explanation();
        assertTrue(why.contains("the minimum at x = −1.01 is lower"), why);
        lab.settings().startProperty().set(-1.5);
        assertTrue(race().findings().isEmpty());
    }

    @Test
    void doctorFindsAFasterRateOnAFormula() {
        lab.settings().formulaProperty().set("(x - 1)^2/2 + 3");
        lab.settings().learningRateProperty().set(0.001);
        Finding<DescentEvidence, Double> found = race().findings().stream()
                .filter(finding -> finding.evidence().descent() == 0)
                .findFirst()
                .orElseThrow();
        assertEquals("learning-rate.doctor.unfinishedBetter", found.key());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            abs(x)      | straight here     | Here the curve is straight (f″(3) = 0): it sets no limit on the rate.
            -x^2        | bends down        | Here the curve bends down (f″(3) = −2): no rate is stable at this point.
            x^3/9       | glides here       | From the curvature where the ball is, f″(3) = 2; it changes as the ball moves.
            x^2 + x     | glides            | From the curvature f″ = 2, which is the same everywhere.
            """)
    void theLegendSaysWhereTheLimitComesFromOrWhyThereIsNone(String formula, String word, String note) {
        lab.settings().formulaProperty().set(formula);
        lab.settings().startProperty().set(3);
        lab.playback().toStart();
        LearningRateText words = new LearningRateText(ENGLISH);
        assertEquals(word, words.shortDescription(lab.viewStateProperty().get().selectedRun(), 0));
        assertEquals(note, new RegimeText(ENGLISH).note(lab.viewStateProperty().get()));
    }

    @Test
    void reportsPointWithoutCurvature() {
        lab.settings().formulaProperty().set("abs(x)^1.5 + 0*x");
        lab.settings().startProperty().set(0);
        lab.playback().toStart();
        assertEquals(
                "no curvature",
                new LearningRateText(ENGLISH)
                        .shortDescription(lab.viewStateProperty().get().selectedRun(), 0));
        assertTrue(lab.viewStateProperty().get().zones().isEmpty());
    }

    @Test
    void distinguishesConstantFromVaryingCurvature() {
        LearningRateText words = new LearningRateText(ENGLISH);
        lab.settings().formulaProperty().set("3x^2 - 5x");
        assertTrue(words.explain(lab.viewStateProperty().get()).startsWith("The curvature is the same everywhere"));
        lab.settings().formulaProperty().set("3x^2 - 5x + x^3/1e3");
        assertTrue(words.explain(lab.viewStateProperty().get()).startsWith("The curvature changes along this curve"));
    }

    @Test
    void typedParabolaHasTheLimitOfItsCurvature() {
        setRates(0.1, 1, 1.8, 2.1);
        lab.settings().formulaProperty().set("2x^2 - 4x");
        lab.settings().learningRateProperty().set(0.5);
        lab.playback().toStart();
        LearningRateText words = new LearningRateText(ENGLISH);
        assertEquals(
                "bounces forever",
                words.shortDescription(lab.viewStateProperty().get().selectedRun(), 0));
        assertTrue(words.explain(lab.viewStateProperty().get())
                .contains("1\u00a0−\u00a0ηf″\u00a0=\u00a0−1. At η\u00a0=\u00a02/f″\u00a0=\u00a00.5, the factor is −1"));
        assertTrue(race().findings().stream()
                .anyMatch(found -> found.key().equals("learning-rate.doctor.bounces")
                        && found.evidence().descent() == 0));
        Finding<DescentEvidence, Double> diverges = race().findings().get(0);
        assertEquals("learning-rate.doctor.diverges", diverges.key());
        String why = FindingText.of(diverges, ENGLISH).explanation();
        assertTrue(why.startsWith("Limit 2/f″ = 0.5. Factor 1 − 1 · 4 = −3"), why);
    }

    @Test
    void showsStepFactorWhereItExists() {
        lab.settings().formulaProperty().set("2x^2 - 4x");
        assertTrue(lab.viewStateProperty().get().hasConstantFactor());
        assertTrue(LearningRateFormulas.ofConstantCurvature(race()).contains("(1-\\eta f'')"));
        lab.settings().optimizerProperty().set(new Sgd(0.5, false));
        assertFalse(lab.viewStateProperty().get().hasConstantFactor());
        lab.settings().optimizerProperty().set(Sgd.DEFAULT);
        lab.settings().formulaProperty().set("2x^2 + x^3/10");
        assertFalse(lab.viewStateProperty().get().hasConstantFactor());
    }

    @Test
    void doctorListsSelectedRacerFirstAmongEquallyBad() {
        setRates(0.1, 1, 1.8, 2.1);
        lab.settings().formulaProperty().set("2x^2");
        lab.select(2);
        assertEquals(
                2,
                lab.viewStateProperty().get().sortedFindings().get(0).evidence().descent());
        lab.settings().learningRateProperty().set(0.001);
        assertEquals(
                Severity.DANGER,
                lab.viewStateProperty().get().sortedFindings().get(0).severity());
        assertEquals(
                Set.copyOf(race().findings()),
                Set.copyOf(lab.viewStateProperty().get().sortedFindings()));
    }

    @Test
    void reportsPiecewiseLinearCurve() {
        lab.settings().functionProperty().set("kink");
        assertTrue(new LearningRateText(ENGLISH)
                .explain(lab.viewStateProperty().get())
                .startsWith("The pieces of this curve are straight"));
    }

    @Test
    void droppingAFigureRestoresTheFormula(@TempDir Path folder) {
        lab.settings().formulaProperty().set("x²/4 − sin(3x)");
        lab.settings().startProperty().set(2);
        Path imageFile = folder.resolve("own.png");
        JFreeChart chart = drawn();
        Caption caption = new Caption(Captions.of(lab.document(), ENGLISH), ChartTheme.LIGHT);
        FigureFile.write(imageFile, new Figure(chart, 640, 360, caption), FigureOptions.png(1), lab.document());

        assertEquals("f(x) = x^2/4 − sin(3·x)", chart.getXYPlot().getRangeAxis().getLabel());
        assertTrue(caption.text().startsWith("f(x) = x^2/4 − sin(3·x), start 2, "), caption.text());
        LearningRateViewModel other = new LearningRateViewModel(Runnable::run, Runnable::run);
        other.open(Documents.parse(EmbeddedMetadataReader.readDocument(imageFile), "own.png"));
        assertEquals("x²/4 − sin(3x)", other.settings().formulaProperty().get());
        assertEquals(lab.setup(), other.setup());
    }

    private JFreeChart drawn() {
        LearningRateCharts charts = new LearningRateCharts(ENGLISH, ChartTheme.LIGHT);
        charts.show(
                lab.viewStateProperty().get(),
                race().window(),
                ENGLISH,
                null,
                NoisyDescents.NoisyDescentResults.NONE,
                SurfaceView.CONTOURS);
        return charts.of(FunctionKind.CURVE, SurfaceView.CONTOURS).chart();
    }

    @Test
    void truncatesLongFormulaOnTheAxisButNotInTheCaption() {
        lab.settings().formulaProperty().set("x^2" + " + x^2/2".repeat(20));
        JFreeChart chart = drawn();
        String label = chart.getXYPlot().getRangeAxis().getLabel();
        assertTrue(label.length() < 50 && label.endsWith("…"), label);
        assertTrue(Captions.of(lab.document(), ENGLISH).contains("x^2" + " + x^2/2".repeat(20)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x^2      | 900
            exp(x)   | 20
            -exp(x)  | 20
            x        | -900
            1/x      | 0.001
            log(x)   | 1e-6
            x^3      | -700
            cos(x)   | 900
            """)
    void chartIncludesAnyStart(String formula, double start) {
        lab.settings().formulaProperty().set(formula);
        lab.settings().startProperty().set(start);
        ObjectiveFunction.PlotWindow window = race().window();
        double value = race().objective().value(start);
        assertEquals(start, lab.settings().startProperty().get());
        assertTrue(window.xLow() < start && start < window.xHigh(), window.toString());
        assertTrue(window.yLow() < value && value < window.yHigh(), window.toString());
    }

    @Test
    void descendsUnboundedNamedFunction() {
        lab.settings().functionProperty().set("cubic");
        lab.settings().startProperty().set(-2);
        lab.settings().optimizerProperty().set(Sgd.DEFAULT);
        lab.settings().learningRateProperty().set(1);
        assertTrue(lab.viewStateProperty().get().selectedRun().path().diverged());
        assertEquals(-1 / 3.0, race().lowest());
    }
}
