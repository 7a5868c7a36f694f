package hyperlab.app.training;

import hyperlab.app.control.GifSource;
import hyperlab.chart.TrainingCurvesModel;
import hyperlab.export.TrainingGif;
import hyperlab.export.FrameRenderer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/**
 * An animation of curves during training.
 *
 * @param epochs in ascending order
 * @param models one for each epoch, each with the complete curves and the play head at its epoch
 */
record CurveAnimation(int[] epochs, List<TrainingCurvesModel> models, FrameRenderer<TrainingCurvesModel> renderer) implements GifSource {
    @Override
    public int lastEpoch() {
        return epochs[epochs.length - 1];
    }

    @Override
    public Optional<byte[]> gif(TrainingGif filming, DoubleConsumer share, BooleanSupplier cancelled) {
        return filming.render(
                renderer,
                epochs,
                epoch -> models.get(Arrays.binarySearch(epochs, epoch)).untilPlayHead(),
                share,
                cancelled);
    }
}
