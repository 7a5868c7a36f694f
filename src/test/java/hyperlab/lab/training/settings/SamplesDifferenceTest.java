package hyperlab.lab.training.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import hyperlab.file.ExperimentOverrides;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.ui.UndoHistory;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesDifferenceTest {
    private final ExperimentSettings settings = new ExperimentSettings(new UndoHistory());

    private List<String> between(List<String> before, List<String> after) {
        return settings
                .differences(
                        ExperimentOverrides.with(Experiment.DEFAULT, before),
                        ExperimentOverrides.with(Experiment.DEFAULT, after))
                .stream()
                .map(difference -> difference.description().format(Texts.in(Language.ENGLISH)))
                .toList();
    }

    @Test
    void namesDifferenceBetweenSampleCountAndAll() {
        assertEquals(
                List.of("Samples 60 → all"),
                between(List.of("data.source=iris", "data.samples=60"), List.of("data.source=iris")));
        assertEquals(
                List.of("Samples all → 60"),
                between(List.of("data.source=iris"), List.of("data.source=iris", "data.samples=60")));
        assertEquals(
                List.of("Samples 50 → 60"),
                between(
                        List.of("data.source=iris", "data.samples=50"),
                        List.of("data.source=iris", "data.samples=60")));
    }

    @Test
    void describesTheNumberThatIsUsedWhereNoneWasChosen() {
        assertEquals("500", described(List.of("data.source=moons")));
        assertEquals("100", described(List.of("data.source=moons", "data.samples=100")));
        assertEquals("all", described(List.of("data.source=iris")));
    }

    private String described(List<String> overrides) {
        return settings.describe("training.samples", ExperimentOverrides.with(Experiment.DEFAULT, overrides))
                .format(Texts.in(Language.ENGLISH));
    }

    @Test
    void namesDifferenceBetweenPoints() {
        String two = "data.points=[[0,0,0],[1,1,1]]";
        assertEquals(
                List.of("Points 2 → 3"),
                between(
                        List.of("data.source=points", two),
                        List.of("data.source=points", "data.points=[[0,0,0],[1,1,1],[2,2,0]]")));
        assertEquals(
                List.of("Points 2 → 2, other places or classes"),
                between(
                        List.of("data.source=points", two),
                        List.of("data.source=points", "data.points=[[0,0,0],[1,1,0]]")));
        assertEquals(List.of(), between(List.of("data.source=points", two), List.of("data.source=points", two)));
    }

    @Test
    void sampleCountOfAnotherSourceIsNotASeparateDifference() {
        assertEquals(
                1,
                between(List.of("data.source=iris"), List.of("data.source=wine"))
                        .size());
    }

    @Test
    void numberThatWasSetIsADifferenceBetweenSourcesToo() {
        List<String> circle = List.of("data.source=circle", "data.samples=100");
        assertEquals(
                List.of("Data set Circle → Two Gaussians", "Samples 100 → 500"),
                between(circle, List.of("data.source=gauss")));
        assertEquals(
                List.of("Data set Circle → Iris", "Samples 100 → all"), between(circle, List.of("data.source=iris")));
        assertEquals(
                List.of("Data set Circle → Two Gaussians"),
                between(List.of("data.source=circle", "data.samples=500"), List.of("data.source=gauss")));
        assertEquals(
                1,
                between(circle, List.of("data.source=points", "data.points=[[0,0,0],[1,1,1]]"))
                        .size());
    }

    @Test
    void numberOfGeneratedSamplesStaysWithAnotherSource() {
        settings.data().source().set("circle");
        settings.data().samples().set(100);
        settings.data().source().set("gauss");
        assertEquals(100, settings.data().samples().get());
        settings.data().source().set("iris");
        assertNull(settings.data().samples().get(), "its first 100 rows are two classes");
        settings.data().samples().set(60);
        settings.data().source().set("circle");
        assertNull(settings.data().samples().get());
    }
}
