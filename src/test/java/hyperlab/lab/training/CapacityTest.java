package hyperlab.lab.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.training.CapacityChart;
import hyperlab.diagnosis.RegularizationPath;
import hyperlab.lab.training.inspection.CapacityStudyViewModel;
import hyperlab.ui.concurrent.StudyRunner;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityTest {
    private final TrainingViewModel lab = new TrainingViewModel((name, work) -> work.run(), Runnable::run);

    @Test
    void trainsAllNetworkSizesWithSettingsOfDisplayedRun() {
        lab.settings().learning().epochs().set(2);
        lab.settings().data().samples().set(40);
        lab.trainCapacity();
        assertEquals(
                StudyRunner.StudyState.DONE,
                lab.capacity().statusProperty().get().state());
        List<CapacityChart.SizeResult> sizes = lab.capacity().results();
        assertEquals(
                List.of(1, 2, 4, 8, 16, 32, 64),
                sizes.stream().map(CapacityChart.SizeResult::size).toList());
        assertEquals(35, lab.capacity().statusProperty().get().results().size());
        double[] own = lab.capacity().statusProperty().get().results().stream()
                .filter(run -> run.subject() == 3 && run.seed() == 0)
                .mapToDouble(run -> run.resulting().validationLoss())
                .toArray();
        lab.playback().speedProperty().set(6);
        lab.playback().playPause();
        assertEquals(
                own[0], lab.viewStateProperty().get().reading().atPlayhead().validationLoss());
        lab.capacity().dimensionProperty().set(CapacityStudyViewModel.CapacityDimension.LAYERS);
        assertEquals(List.of(), lab.capacity().results());
        lab.trainCapacity();
        assertEquals(6, lab.capacity().results().size());
        lab.settings().network().hidden().set(List.of(3));
        lab.runController().restart();
        assertEquals(
                StudyRunner.StudyState.NONE,
                lab.capacity().statusProperty().get().state());
    }

    @Test
    void pathsUseDisplayedTrainingData() {
        lab.settings().data().source().set("diabetes");
        assertNull(lab.paths().statusProperty().get());
        lab.computePaths();
        RegularizationPath l1 = lab.paths().statusProperty().get().path();
        assertEquals(10, l1.features().size());
        assertEquals(RegularizationPath.PenaltyKind.L1, l1.kind());
        lab.paths().kindProperty().set(RegularizationPath.PenaltyKind.L2);
        assertEquals(
                RegularizationPath.PenaltyKind.L2,
                lab.paths().statusProperty().get().path().kind());
        lab.settings().data().source().set("iris");
        lab.computePaths();
        assertNull(lab.paths().statusProperty().get().path());
        assertNotNull(lab.paths().statusProperty().get().error());
        assertTrue(lab.paths().statusProperty().get().error().line().contains("two classes"));
    }
}
