package hyperlab.app.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.playground.PlaygroundExperiment;
import hyperlab.playground.PlaygroundLink;
import java.util.List;
import org.junit.jupiter.api.Test;

class OriginalsTest {
    private final TrainingViewModel lab = new TrainingViewModel((name, work) -> work.run(), Runnable::run);

    private static PlaygroundExperiment link(String text) {
        return new PlaygroundExperiment(PlaygroundLink.parse(text, () -> 0.5), 100);
    }

    @Test
    void aLinkTrainsTheNumbersOfTheOriginal() {
        lab.open(link("#seed=0.59704"));
        ShownRun original = lab.picture().get().runs().get(1);
        assertTrue(original.run().isOriginal());
        assertTrue(original.run().pinned());
        assertEquals(100, original.run().history().newest().epoch());
        // playground.md: after 100 epochs of the original itself
        assertEquals(0.010395673188064355, original.run().history().newest().trainLoss(), 1e-12);
        assertEquals(0.011562363897663278, original.run().history().newest().validationLoss(), 1e-12);
        assertEquals(Words.of("training.original"), original.name());
    }

    @Test
    void itIsComparedWithNothingButSeenUndoneAndBroughtBack() {
        lab.playback().stepForward();
        lab.open(link("#seed=1&dataset=xor"));
        lab.settings().learningRate().set(0.1);
        lab.restart();
        assertEquals(
                List.of("0.03", "0.1"),
                lab.picture().get().runs().stream()
                        .filter(run -> !run.run().isOriginal())
                        .map(run -> run.name().arguments().get(0))
                        .toList());
        assertEquals(1, lab.picture().get().previous().differences().size());
        lab.undo().undo();
        lab.undo().undo();
        assertTrue(
                lab.picture().get().runs().stream().noneMatch(run -> run.run().isOriginal()));
        lab.undo().redo();
        assertTrue(lab.picture().get().runs().stream().anyMatch(run -> run.run().isOriginal()));
    }
}
