package hyperlab.lab.training.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import hyperlab.lab.training.settings.ExperimentSettings;
import hyperlab.lab.training.settings.LocalizedText;
import hyperlab.lab.training.settings.SettingDifference;
import hyperlab.train.Experiment;
import hyperlab.ui.UndoHistory;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppliedRemedyTest {
    private static final Experiment DIAGNOSED = Experiment.DEFAULT;
    private static final Experiment LOWER_RATE =
            DIAGNOSED.withTraining(DIAGNOSED.training().withLearningRate(0.003));

    private final ExperimentSettings settings = new ExperimentSettings(new UndoHistory());

    private AppliedRemedy applied(Experiment remedied) {
        return AppliedRemedy.of(settings, DIAGNOSED, remedied);
    }

    @Test
    void namesAndAppliesOnlyTheRemedyWhileTheUsersOwnChangeWaits() {
        settings.data().source().set("spiral");
        settings.network().hidden().set(List.of(4));
        AppliedRemedy remedy = applied(LOWER_RATE);
        assertNotNull(remedy);
        assertEquals(
                new SettingDifference("training.learningRate", LocalizedText.number(0.03), LocalizedText.number(0.003)),
                remedy.difference());
        Experiment current = settings.experimentProperty().get();
        assertEquals(current.withTraining(LOWER_RATE.training()), remedy.experiment());
        assertEquals("spiral", remedy.experiment().data().source());
    }

    @Test
    void startsFromTheCurrentValueOfTheSetting() {
        settings.learning().learningRate().set(0.5);
        AppliedRemedy remedy = applied(LOWER_RATE);
        assertNotNull(remedy);
        assertEquals(LocalizedText.number(0.5), remedy.difference().before());
    }

    @Test
    void offersNothingThatIsAlreadySet() {
        settings.learning().learningRate().set(0.003);
        settings.data().source().set("spiral");
        assertNull(applied(LOWER_RATE));
    }
}
