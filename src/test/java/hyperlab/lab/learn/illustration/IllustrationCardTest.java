package hyperlab.lab.learn.illustration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.activation.MedianChart;
import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.learn.Block;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.ui.Appearance;
import hyperlab.ui.Messages;
import hyperlab.ui.Theme;
import hyperlab.ui.WindowTest;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;

@WindowTest
class IllustrationCardTest {
    /** What the card has given to a worker, which has not begun it. */
    private final Queue<Runnable> work = new ArrayDeque<>();

    private int computed;
    private int cancelled;
    private Runnable whileComputing = () -> {};

    private LabContext context() {
        return new LabContext(
                new Messages(Language.ENGLISH),
                new Appearance(Theme.LIGHT),
                (name, job) -> work.add(job),
                Runnable::run,
                Runnable::run,
                Runnable::run,
                null,
                null);
    }

    /** Counts how often it is computed, or not to the end because nobody needs it. */
    private final class Counting extends LineIllustration<double[]> {
        private final OptimizerIllustration settings;

        Counting(LabContext context) {
            super(context);
            settings = new OptimizerIllustration(context);
        }

        @Override
        public Document settingsDocument() {
            return settings.settingsDocument();
        }

        @Override
        public double[] compute() {
            return compute(() -> false);
        }

        @Override
        public double[] compute(BooleanSupplier isCancelled) {
            whileComputing.run();
            if (isCancelled.getAsBoolean()) {
                cancelled++;
                throw new CancellationException();
            }
            computed++;
            return new double[] {1, 2};
        }

        @Override
        public MedianChart.Model model(double[] found, Texts texts) {
            return lineChart(List.of(), 0, 1, false, "", "");
        }

        @Override
        public String toCsv(double[] found) {
            return "";
        }
    }

    private IllustrationCard<double[], MedianChart.Model> card() {
        LabContext context = context();
        return new IllustrationCard<>(
                context, "counting", new Counting(context), () -> new Block.ChartBlock("counting", "Title", "Caption"));
    }

    private void runWorker() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    @Test
    void whatAPageNeedsNoLongerIsComputedWhenItIsOpenedAgain(FxRobot robot) {
        robot.interact(() -> {
            IllustrationCard<double[], MedianChart.Model> card = card();
            card.setActive(true);
            whileComputing = () -> card.setActive(false);
            runWorker();
            assertEquals(1, cancelled);
            assertFalse(card.isComputed());
            // It is left before the worker begins.
            whileComputing = () -> {};
            card.setActive(true);
            card.setActive(false);
            runWorker();
            assertEquals(0, computed);
            card.setActive(true);
            runWorker();
            assertEquals(1, computed);
            assertTrue(card.isComputed());
            card.setActive(false);
            card.setActive(true);
            runWorker();
            assertEquals(1, computed);
            assertTrue(card.isComputed());
        });
    }

    @Test
    void aWindowThatClosesWaitsForNoChart(FxRobot robot) {
        robot.interact(() -> {
            IllustrationCard<double[], MedianChart.Model> card = card();
            card.setActive(true);
            whileComputing = () -> Thread.currentThread().interrupt();
            runWorker();
            assertTrue(Thread.interrupted());
            assertEquals(1, cancelled);
            assertFalse(card.isComputed());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"generalization", "units", "rate-batch-map"})
    void longComputationsEndWhenTheyAreCanceled(String name) {
        Illustration<?, ?> illustration = Illustrations.create(name, context());
        assertThrows(CancellationException.class, () -> illustration.compute(() -> true));
    }
}
