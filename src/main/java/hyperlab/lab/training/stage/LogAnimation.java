package hyperlab.lab.training.stage;

import hyperlab.chart.training.TrainingCurvesModel;
import hyperlab.export.FrameRenderer;
import hyperlab.export.GifEpochs;
import hyperlab.export.TrainingGif;
import hyperlab.export.caption.Captions;
import hyperlab.file.Document;
import hyperlab.log.TrainingLog;
import hyperlab.text.Texts;
import hyperlab.ui.control.chart.GifSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/**
 * An animation of the curves of a log.
 *
 * @param overSteps whether the frames count steps instead of epochs
 * @param lastEpoch the last position in the log
 * @param whole the complete curves, of which those of the log are chosen
 */
record LogAnimation(
        TrainingLog log,
        boolean overSteps,
        int lastEpoch,
        TrainingCurvesModel whole,
        FrameRenderer<TrainingCurvesModel> renderer)
        implements GifSource {
    @Override
    public String captionKey() {
        return overSteps ? "shell.caption.film.steps" : GifSource.super.captionKey();
    }

    @Override
    public Optional<String> description(Texts texts) {
        return Optional.of(Captions.of(new Document.OfLog(log), texts));
    }

    @Override
    public String frameText(int position, Texts texts) {
        return texts.get(
                overSteps ? "chart.stepOf" : "chart.epochOf", Integer.toString(position), Integer.toString(lastEpoch));
    }

    @Override
    public Optional<byte[]> gif(TrainingGif gif, DoubleConsumer share, BooleanSupplier cancelled) {
        return gif.render(renderer, GifEpochs.evenlySpaced(0, lastEpoch), whole::until, share, cancelled);
    }
}
