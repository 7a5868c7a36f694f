package hyperlab.lab.training.stage;

import hyperlab.chart.training.TrainingCurvesModel;
import hyperlab.export.FrameRenderer;
import hyperlab.export.TrainingGif;
import hyperlab.ui.control.chart.GifSource;
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
record CurveAnimation(int[] epochs, List<TrainingCurvesModel> models, FrameRenderer<TrainingCurvesModel> renderer)
        implements GifSource {
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
