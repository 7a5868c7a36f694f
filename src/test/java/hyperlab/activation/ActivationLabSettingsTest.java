package hyperlab.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.nn.Activation;
import hyperlab.nn.ActivationSelection;
import hyperlab.nn.layer.Initializer;
import hyperlab.rule.InvalidInputException;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ActivationLabSettingsTest {
    private static String error(Supplier<?> make) {
        return assertThrows(InvalidInputException.class, make::get).line();
    }

    @Test
    void usesConstantsOfTheDrawnFunctions() {
        ActivationLabSettings setup = ActivationLabSettings.DEFAULT.withSelection(
                new ActivationSelection(
                        List.of(
                                new Activation.LeakyRelu(0.2),
                                new Activation.Prelu(0.5),
                                new Activation.Elu(2),
                                new Activation.Maxout(4)),
                        -1,
                        1,
                        0),
                ActivationConstants.DEFAULT);
        assertEquals(new ActivationConstants(0.2, 0.5, 2, 4), setup.constants());
        assertEquals(
                new Activation.Maxout(4), setup.constants().sevenFunctions().get(6));
    }

    @Test
    void rejectsInvalidSettingsWithNameRuleAndValue() {
        assertEquals(
                "layers must be a whole number from 2 to 50, got 51",
                error(() -> DepthSettings.DEFAULT.withLayers(51)));
        assertEquals("range must be finite and > 0, got 0", error(() -> DepthSettings.DEFAULT.withRange(0)));
        assertEquals("alpha must be finite and > 0, got -1", error(() -> new ActivationConstants(0, 0, -1, 2)));
        ActivationTrainingSettings race = ActivationLabSettings.DEFAULT.raceTraining();
        assertEquals("learningRate must be finite and > 0, got -1", error(() -> race.withLearningRate(-1)));
        assertEquals("epochs must be a whole number from 1 to 200, got 0", error(() -> race.withEpochs(0)));
        assertEquals("seeds must be a whole number from 1 to 32, got 33", error(() -> race.withSeeds(33)));
        assertEquals(
                "dead.hidden must be at least one layer, got none",
                error(() -> ActivationLabSettings.DEFAULT.withDeadUnitTraining(race.withHidden(List.of()))));
        assertEquals(
                "linear.source can be circle, xor, gauss, spiral, moons, blobs, checker, but not iris",
                error(() -> ActivationLabSettings.DEFAULT.withLinearTraining(race.withSource("iris"))));
        assertEquals(
                "saturation must be in (0, 1), got 1", error(() -> ActivationLabSettings.DEFAULT.withSaturation(1)));
    }

    @Test
    void everyStartKindHasAnInitializer() {
        assertEquals(
                Initializer.Auto.DEFAULT, DepthSettings.DEFAULT.initializer(DepthSettings.WeightInitialization.AUTO));
        assertEquals(
                new Initializer.Xavier(), DepthSettings.DEFAULT.initializer(DepthSettings.WeightInitialization.XAVIER));
        assertEquals(new Initializer.He(), DepthSettings.DEFAULT.initializer(DepthSettings.WeightInitialization.HE));
        assertEquals(
                new Initializer.Uniform(0.1),
                DepthSettings.DEFAULT.withRange(0.1).initializer(DepthSettings.WeightInitialization.UNIFORM));
    }
}
