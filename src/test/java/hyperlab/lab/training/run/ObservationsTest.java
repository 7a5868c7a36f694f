package hyperlab.lab.training.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.data.PredictionTask;
import hyperlab.lab.training.settings.LocalizedText;
import hyperlab.nn.Loss;
import hyperlab.optim.Sgd;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class ObservationsTest {
    private static final int EPOCHS = 200;

    @Test
    void sustainedRiseInValidationLossIsOverfitting() {
        assertEquals(
                true, saysOverfitting(epoch -> Math.exp(-epoch / 40.0), epoch -> 0.2 + Math.abs(epoch - 60) / 200.0));
    }

    @Test
    void briefJumpInValidationLossIsNotOverfitting() {
        assertEquals(
                false,
                saysOverfitting(
                        epoch -> Math.exp(-epoch / 40.0),
                        epoch -> epoch == 0 ? 1 : epoch == 60 ? 0.099 : epoch % 7 == 0 ? 0.1 : 0.3));
    }

    @Test
    void riseTogetherWithTheTrainingLossIsNotOverfitting() {
        assertEquals(
                false,
                saysOverfitting(
                        epoch -> epoch == 0 ? 2 : 0.1 + Math.abs(epoch - 60) / 200.0,
                        epoch -> 0.2 + Math.abs(epoch - 60) / 200.0));
    }

    @Test
    void oscillationIsNotFlatEvenIfItEndsWhereItBegan() {
        IntToDoubleFunction still = epoch -> epoch == 0 ? 2 : 0.5;
        IntToDoubleFunction swinging = epoch -> epoch == 0 ? 2 : epoch % 2 == 0 ? 0.5 : 0.6;
        assertEquals(true, says("training.see.flat", still, still));
        assertEquals(false, says("training.see.flat", swinging, still));
        assertEquals(false, says("training.see.flat", still, swinging));
        assertEquals(0.02, Observations.PLATEAU_TOLERANCE, "as the text says");
    }

    @Test
    void describesTheStepOfNesterovMomentum() {
        List<LocalizedText> texts = observations(
                Experiment.DEFAULT.withTraining(Experiment.DEFAULT.training().withOptimizer(new Sgd(0.9, true))),
                epoch -> 1,
                epoch -> 1);
        assertEquals("training.see.nesterov", texts.get(0).key());
    }

    private static boolean saysOverfitting(IntToDoubleFunction train, IntToDoubleFunction validation) {
        return says("training.see.overfitting", train, validation);
    }

    private static boolean says(String key, IntToDoubleFunction train, IntToDoubleFunction validation) {
        return observations(Experiment.DEFAULT, train, validation).stream()
                .anyMatch(text -> text.key().equals(key));
    }

    private static List<LocalizedText> observations(
            Experiment experiment, IntToDoubleFunction train, IntToDoubleFunction validation) {
        RunHistory history = new RunHistory();
        for (int epoch = 0; epoch <= EPOCHS; epoch++) {
            history.add(new EpochReport(
                    epoch, 10L * epoch, train.applyAsDouble(epoch), validation.applyAsDouble(epoch), 1, 1, 0.03, 0, 0));
        }
        RunFacts facts = new RunFacts(PredictionTask.CLASSIFICATION, Loss.CROSS_ENTROPY, 100, 2, 80, 20, 0, 0, 1, 1, 0.69);
        TrainingViewState viewState = new TrainingViewState(
                experiment, List.of(), facts, null, null, List.of(), null, 10L * EPOCHS, EPOCHS, null, null);
        return Observations.of(viewState, history);
    }
}
