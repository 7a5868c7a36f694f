package hyperlab.lab.tuning;

import hyperlab.train.Experiment;
import hyperlab.train.TrainingSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A Tuning lab on one thread, which plays as fast as it can. */
abstract class TuningLabFixture {
    final List<String> refused = new ArrayList<>();

    final TuningViewModel lab =
            new TuningViewModel((name, work) -> work.run(), Runnable::run, error -> refused.add(error.line()));

    @TempDir
    Path folder;

    @BeforeEach
    void useFullSpeed() {
        lab.playback().speedProperty().set(lab.playback().speedCount() - 1);
    }

    SearchSnapshot snapshot() {
        return lab.viewStateProperty().get();
    }

    void play() {
        lab.playback().playPause();
    }

    static Experiment small() {
        return Experiment.DEFAULT.withTraining(TrainingSettings.DEFAULT.withEpochs(3));
    }
}
