package hyperlab.lab.training.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.training.LossChart;
import hyperlab.chart.training.TrainingCurvesModel;
import hyperlab.export.FrameRenderer;
import hyperlab.export.caption.Captions;
import hyperlab.file.log.LogReaders;
import hyperlab.log.LogColumns;
import hyperlab.log.LogTable;
import hyperlab.log.TrainingLog;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogAnimationTest {
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);
    private static final LogTable TABLE = LogReaders.readAny(Path.of("src/test/resources/hyperlab/log/keras.csv"));
    private static final TrainingLog LOG = TrainingLog.of(TABLE, LogColumns.guess(TABLE));

    private static LogAnimation animation(boolean overSteps) {
        LossChart chart = new LossChart(ENGLISH, ChartTheme.LIGHT);
        TrainingCurvesModel none =
                new TrainingCurvesModel(List.of(), List.of(), 80, null, TrainingCurvesModel.TrainingMarks.NONE);
        return new LogAnimation(
                LOG, overSteps, 80, none, new FrameRenderer<>(chart.chart(), all -> chart.fixAxes(none), chart::show));
    }

    /** As FigureCaptions composes it. */
    private static String caption(LogAnimation animation, Texts texts) {
        String description = animation.description(texts).orElseThrow();
        return texts.get(animation.captionKey(), "Loss", Captions.startSentence(description));
    }

    @Test
    void captionNamesTheLogAndWhatTheFramesCount() {
        assertStartsWith("Loss, epoch by epoch. Training log keras.csv (Keras CSVLogger); ", animation(false), ENGLISH);
        assertStartsWith("Loss, step by step. Training log keras.csv (Keras CSVLogger); ", animation(true), ENGLISH);
        Texts korean = Texts.in(Language.KOREAN);
        assertStartsWith("Loss, 스텝별. ", animation(true), korean);
        assertTrue(caption(animation(true), korean).contains("keras.csv"));
    }

    private static void assertStartsWith(String start, LogAnimation animation, Texts texts) {
        String caption = caption(animation, texts);
        assertTrue(caption.startsWith(start), caption);
    }

    @Test
    void framesCountWhatTheAxisCounts() {
        assertEquals("Epoch 7 of 80", animation(false).frameText(7, ENGLISH));
        assertEquals("Step 7 of 80", animation(true).frameText(7, ENGLISH));
        assertEquals(80, animation(true).lastEpoch());
    }
}
