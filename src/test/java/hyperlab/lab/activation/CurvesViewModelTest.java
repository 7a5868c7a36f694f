package hyperlab.lab.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.activation.ActivationConstants;
import hyperlab.activation.ActivationLabSettings;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.SeriesStyle;
import hyperlab.nn.Activation;
import hyperlab.nn.ActivationSelection;
import hyperlab.ui.UndoHistory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurvesViewModelTest {
    private final CurvesViewModel model = new CurvesViewModel(new UndoHistory());

    @Test
    void readoutShowsFunctionAndDerivativeAtProbe() {
        model.probeProperty().set(2);
        CurvesViewState.PlottedFunction sigmoid =
                model.viewStateProperty().get().functions().get(0);
        double expected = 1 / (1 + Math.exp(-2));
        assertEquals(ActivationKind.SIGMOID, sigmoid.kind());
        assertEquals(expected, sigmoid.value(), 1e-15);
        assertEquals(expected * (1 - expected), sigmoid.derivative(), 1e-15);
    }

    @Test
    void drawsEachFunctionWithItsOwnNameAndStyle() {
        for (ActivationKind kind : ActivationKind.values()) {
            assertEquals(kind.id(), model.activation(kind).name());
            assertEquals(kind, ActivationKind.of(model.activation(kind)));
            assertFalse(model.activation(kind).formula().isEmpty());
        }
        long looks = Arrays.stream(ActivationKind.values())
                .map(ActivationKind::series)
                .distinct()
                .count();
        assertEquals(ActivationKind.values().length, looks);
        assertEquals(
                ActivationKind.values().length,
                Arrays.stream(ActivationKind.values())
                        .map(kind -> model.activation(kind).formula()
                                + model.activation(kind).derivativeFormula())
                        .distinct()
                        .count());
    }

    @Test
    void commonlyComparedFunctionsHaveDifferentColors() {
        for (List<ActivationKind> compared : List.of(
                List.of(
                        ActivationKind.RELU,
                        ActivationKind.SOFTPLUS,
                        ActivationKind.GELU,
                        ActivationKind.SILU,
                        ActivationKind.MISH),
                List.of(ActivationKind.ELU, ActivationKind.SELU, ActivationKind.SOFTPLUS),
                List.of(ActivationKind.RELU, ActivationKind.LEAKY_RELU, ActivationKind.PRELU, ActivationKind.ELU))) {
            assertEquals(
                    compared.size(),
                    compared.stream()
                            .map(kind -> new SeriesStyle(kind.series()).color(ChartTheme.LIGHT))
                            .distinct()
                            .count());
        }
    }

    @Test
    void onlyLeftFlatFunctionsSaturateToZero() {
        assertEquals(ActivationRow.Saturation.LEFT_ZERO, ActivationRow.Saturation.of(new Activation.Relu()));
        assertEquals(ActivationRow.Saturation.LEFT_ZERO, ActivationRow.Saturation.of(new Activation.LeakyRelu(0)));
        assertEquals(ActivationRow.Saturation.NONE, ActivationRow.Saturation.of(new Activation.LeakyRelu(0.01)));
        assertEquals(ActivationRow.Saturation.BOTH, ActivationRow.Saturation.of(new Activation.Sigmoid()));
        assertEquals(ActivationRow.Saturation.NONE, ActivationRow.Saturation.of(new Activation.Linear()));
        for (Activation activation : List.of(
                new Activation.Softplus(),
                new Activation.Selu(),
                new Activation.Gelu(),
                new Activation.Silu(),
                new Activation.Mish())) {
            assertEquals(ActivationRow.Saturation.LEFT, ActivationRow.Saturation.of(activation));
        }
    }

    @Test
    void parameterChangeUpdatesItsCurveImmediately() {
        model.selected(ActivationKind.LEAKY_RELU).set(true);
        model.probeProperty().set(-3);
        model.leakySlopeProperty().set(0.2);
        assertEquals(-0.6, drawn(ActivationKind.LEAKY_RELU).value(), 1e-15);
        model.leakySlopeProperty().set(0.5);
        assertEquals(-1.5, drawn(ActivationKind.LEAKY_RELU).value(), 1e-15);
    }

    @Test
    void drawsRequestedNumberOfMaxoutPieces() {
        model.examine(ActivationKind.MAXOUT);
        model.maxoutPiecesProperty().set(5);
        long jumps = 0;
        for (double slope : drawn(ActivationKind.MAXOUT).curve().derivative()) {
            jumps += Double.isNaN(slope) ? 1 : 0;
        }
        assertEquals(4, jumps);
    }

    @Test
    void narrowerChartMovesTheProbeIntoView() {
        model.probeProperty().set(5);
        model.reachProperty().set(2);
        assertEquals(2, model.probeProperty().get());
        assertEquals(-2, model.viewStateProperty().get().from());
    }

    @Test
    void everySettingCanBeUndoneByName() {
        model.eluAlphaProperty().set(0.5);
        model.selected(ActivationKind.TANH).set(false);
        assertEquals(
                "activation.undo.selection", model.undo().undoNameProperty().get());
        model.undo().undo();
        assertTrue(model.selected(ActivationKind.TANH).get());
        assertEquals("activation.undo.eluAlpha", model.undo().undoNameProperty().get());
        model.undo().undo();
        assertEquals(1, model.eluAlphaProperty().get());
        model.undo().redo();
        assertEquals(0.5, model.eluAlphaProperty().get());
    }

    @Test
    void examinedFunctionIsAlwaysDrawn() {
        model.selected(ActivationKind.SIGMOID).set(false);
        assertEquals(ActivationKind.TANH, model.examinedProperty().get());
        model.examine(ActivationKind.PRELU);
        assertTrue(model.selected(ActivationKind.PRELU).get());
        model.clear();
        assertEquals(1, model.viewStateProperty().get().functions().size());
    }

    @Test
    void examiningAnotherFunctionCanBeUndone() {
        model.examine(ActivationKind.RELU);
        assertEquals("activation.undo.examined", model.undo().undoNameProperty().get());
        model.undo().undo();
        assertEquals(ActivationKind.SIGMOID, model.examinedProperty().get());
    }

    @Test
    void shadedRegionsFollowTheThreshold() {
        double narrow = model.viewStateProperty().get().saturatedIntervals().get(0)[1];
        model.saturationPercentProperty().set(20);
        assertTrue(model.viewStateProperty().get().saturatedIntervals().get(0)[1] > narrow);
    }

    @Test
    void emptySelectionDrawsEmptyChartWithoutShading() {
        for (ActivationKind kind : ActivationKind.values()) {
            model.selected(kind).set(false);
        }
        assertTrue(model.viewStateProperty().get().functions().isEmpty());
        assertTrue(model.viewStateProperty().get().saturatedIntervals().isEmpty());
        assertFalse(model.viewStateProperty().get().isSaturated(6));
    }

    @Test
    void restoresSavedSelection() {
        model.examine(ActivationKind.ELU);
        model.eluAlphaProperty().set(0.7);
        model.selected(ActivationKind.TANH).set(false);
        model.probeProperty().set(-1.5);
        ActivationLabSettings saved = setup();

        CurvesViewModel other = new CurvesViewModel(new UndoHistory());
        other.open(saved);
        assertEquals(saved.selection(), other.selection());
        assertEquals(saved.constants(), other.constants());
    }

    @Test
    void drawsAnySavedFunctions() {
        List<Activation> all =
                Arrays.stream(ActivationKind.values()).map(model::activation).toList();
        model.open(ActivationLabSettings.DEFAULT.withSelection(
                new ActivationSelection(all, -1, 1, 0), ActivationConstants.DEFAULT));
        assertEquals(all, model.selection().activations());
        assertEquals(all.size(), model.viewStateProperty().get().functions().size());
    }

    private ActivationLabSettings setup() {
        return ActivationLabSettings.DEFAULT.withSelection(model.selection(), model.constants());
    }

    @Test
    void pointerReadsItsPositionWithoutMovingTheProbe() {
        model.hover(-1.23456);
        assertEquals(-1.23, model.viewStateProperty().get().probe());
        assertEquals(2, model.selection().probe());
        model.hover(99);
        assertEquals(6, model.viewStateProperty().get().probe());
        model.clearHover();
        assertEquals(2, model.viewStateProperty().get().probe());
        model.hover(1);
        model.pin(1.5);
        model.clearHover();
        assertEquals(1.5, model.probeProperty().get());
        assertEquals(1.5, model.viewStateProperty().get().probe());
    }

    @Test
    void replacesOneFunctionWithAnother() {
        model.replace(ActivationKind.SIGMOID, ActivationKind.LEAKY_RELU);
        assertFalse(model.selected(ActivationKind.SIGMOID).get());
        assertEquals(ActivationKind.LEAKY_RELU, model.examinedProperty().get());
    }

    private CurvesViewState.PlottedFunction drawn(ActivationKind kind) {
        return model.viewStateProperty().get().functions().stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
