package hyperlab.lab.training.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.data.PredictionTask;
import hyperlab.nn.Loss;
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

    private static boolean saysOverfitting(IntToDoubleFunction train, IntToDoubleFunction validation) {
        RunHistory history = new RunHistory();
        for (int epoch = 0; epoch <= EPOCHS; epoch++) {
            history.add(new EpochReport(
                    epoch, 10L * epoch, train.applyAsDouble(epoch), validation.applyAsDouble(epoch), 1, 1, 0.03, 0, 0));
        }
        RunFacts facts = new RunFacts(PredictionTask.CLASSIFICATION, Loss.CROSS_ENTROPY, 100, 2, 80, 20, 0, 0, 1, 0.69);
        TrainingViewState viewState = new TrainingViewState(
                Experiment.DEFAULT, List.of(), facts, null, null, List.of(), null, 10L * EPOCHS, EPOCHS, null, null);
        return Observations.of(viewState, history).stream()
                .anyMatch(text -> text.key().equals("training.see.overfitting"));
    }
}
