package hyperlab.lab.training;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import hyperlab.lab.training.run.PlayheadReading;
import hyperlab.lab.training.run.ReferenceRun;
import hyperlab.lab.training.run.RunFacts;
import hyperlab.lab.training.settings.LocalizedText;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.EpochReport;
import java.util.List;

/** A Training lab on one thread, and what its tests read of it. */
abstract class TrainingLabFixture {
    static final int FULL_SPEED = 6;

    final TrainingViewModel lab = new TrainingViewModel((name, work) -> work.run(), Runnable::run);

    static String english(LocalizedText text) {
        return text.format(Texts.in(Language.ENGLISH));
    }

    List<String> names() {
        return lab.viewStateProperty().get().runs().stream()
                .map(run -> english(run.name()))
                .toList();
    }

    void steps(int epochs) {
        for (int epoch = 0; epoch < epochs; epoch++) {
            lab.playback().stepForward();
        }
    }

    void playToTheEnd() {
        lab.playback().speedProperty().set(FULL_SPEED);
        lab.playback().playPause();
    }

    PlayheadReading readout() {
        PlayheadReading readout = lab.viewStateProperty().get().reading();
        assertNotNull(readout);
        return readout;
    }

    RunFacts facts() {
        RunFacts facts = lab.viewStateProperty().get().facts();
        assertNotNull(facts);
        return facts;
    }

    ReferenceRun previous() {
        ReferenceRun previous = lab.viewStateProperty().get().reference();
        assertNotNull(previous);
        return previous;
    }

    static double[] numbers(EpochReport row) {
        return new double[] {
            row.epoch(),
            row.step(),
            row.trainLoss(),
            row.validationLoss(),
            row.trainAccuracy(),
            row.validationAccuracy()
        };
    }
}
