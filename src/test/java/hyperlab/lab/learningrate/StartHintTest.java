package hyperlab.lab.learningrate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.GoldenImage;
import hyperlab.chart.style.ChartTheme;
import hyperlab.descent.DescentSetup;
import hyperlab.lab.learningrate.race.DefaultSetups;
import hyperlab.lab.learningrate.race.DescentRace;
import hyperlab.lab.learningrate.race.FunctionKind;
import hyperlab.lab.learningrate.race.NoisyDescents;
import hyperlab.lab.learningrate.race.RaceSnapshot;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The label of the start says that it can be dragged only while that is so. */
class StartHintTest {
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);

    private final LearningRateCharts charts = new LearningRateCharts(ENGLISH, ChartTheme.LIGHT);

    @Test
    void onlyADraggableStartSaysSo() {
        DescentSetup surface =
                new DescentSetup("ravine", Map.of(), List.of(2.0, 1.0), 20, List.of(DefaultSetups.sgd(0.05)));
        for (DescentSetup setup : List.of(DefaultSetups.DEFAULT, surface)) {
            String name = setup.function();
            int[] draggable = pixels(setup, true);
            int[] locked = pixels(setup, false);
            assertFalse(Arrays.equals(draggable, locked), name);
            assertTrue(Arrays.equals(draggable, pixels(setup, true)), name + " after the lesson");
        }
    }

    private int[] pixels(DescentSetup setup, boolean draggable) {
        DescentRace race = DescentRace.of(setup);
        charts.setDraggable(draggable);
        charts.show(
                new RaceSnapshot(race, 0, 0),
                race.window(),
                ENGLISH,
                null,
                NoisyDescents.NoisyDescentResults.NONE,
                SurfaceView.CONTOURS);
        BufferedImage image = GoldenImage.drawOnScreen(
                charts.of(FunctionKind.of(setup), SurfaceView.CONTOURS).chart(), 600, 400);
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
