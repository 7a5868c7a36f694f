package hyperlab.app.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.app.concurrent.StudyRunner;
import hyperlab.chart.CapacityChart;
import hyperlab.diagnosis.RegularizationPath;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityTest {
    private final TrainingViewModel lab = new TrainingViewModel((name, work) -> work.run(), Runnable::run);

    @Test
    void networksOfAllSizesAreTrainedAsTheRunOnStage() {
        lab.settings().learning().epochs().set(2);
        lab.settings().data().samples().set(40);
        lab.trainCapacity();
        assertEquals(StudyRunner.StudyState.DONE, lab.capacity().found().get().state());
        List<CapacityChart.SizeResult> sizes = lab.capacity().results();
        assertEquals(
                List.of(1, 2, 4, 8, 16, 32, 64),
                sizes.stream().map(CapacityChart.SizeResult::size).toList());
        assertEquals(35, lab.capacity().found().get().results().size());
        double[] own = lab.capacity().found().get().results().stream()
                .filter(run -> run.subject() == 3 && run.seed() == 0)
                .mapToDouble(run -> run.resulting().validationLoss())
                .toArray();
        lab.playback().speed().set(6);
        lab.playback().playPause();
        assertEquals(own[0], lab.picture().get().reading().atPlayhead().validationLoss());
        lab.capacity().by().set(CapacityStudyViewModel.CapacityDimension.LAYERS);
        assertEquals(List.of(), lab.capacity().results());
        lab.trainCapacity();
        assertEquals(6, lab.capacity().results().size());
        lab.settings().network().hidden().set(List.of(3));
        lab.runController().restart();
        assertEquals(StudyRunner.StudyState.NONE, lab.capacity().found().get().state());
    }

    @Test
    void pathsAreThoseOfTheTrainingDataOnStage() {
        lab.settings().data().source().set("diabetes");
        assertNull(lab.paths().found().get());
        lab.computePaths();
        RegularizationPath l1 = lab.paths().found().get().path();
        assertEquals(10, l1.features().size());
        assertEquals(RegularizationPath.PenaltyKind.L1, l1.kind());
        lab.paths().kind().set(RegularizationPath.PenaltyKind.L2);
        assertEquals(RegularizationPath.PenaltyKind.L2, lab.paths().found().get().path().kind());
        lab.settings().data().source().set("iris");
        lab.computePaths();
        assertNull(lab.paths().found().get().path());
        assertNotNull(lab.paths().found().get().error());
        assertTrue(lab.paths().found().get().error().line().contains("two classes"));
    }
}
