package hyperlab.lesson.readout;

import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.convolution.FeatureMap;
import hyperlab.convolution.LayerCost;
import hyperlab.image.ImageShape;
import hyperlab.lesson.expression.RunSelector;
import java.util.Arrays;

/** The feature map of the Convolution lab. */
final class ConvolutionValues implements LabValues {
    private final ConvolutionLabSettings setup;
    private final FeatureMap map;

    ConvolutionValues(ConvolutionLabSettings setup) {
        this.setup = setup;
        map = FeatureMap.of(setup, setup.image().load());
    }

    @Override
    public double value(String name, RunSelector run, int index) {
        return switch (name) {
            case "inputSide" -> map.image().height();
            case "outputSide" -> map.shape().height();
            case "outputWidth" -> map.shape().width();
            case "pooledSide" -> map.pooledShape().height();
            case "positions" -> map.positionCount();
            case "unreadPixels" -> map.unreadPixels();
            case "maxResponse" -> map.maxAbsValue();
            case "maxPooled" -> Arrays.stream(map.pooled()).map(Math::abs).max().orElse(Double.NaN);
            case "parameters" -> cost().parameters();
            case "multiplyAdds" -> cost().multiplyAdds();
            default -> Double.NaN;
        };
    }

    private LayerCost cost() {
        ImageShape maps = new ImageShape(
                setup.filters(), map.shape().height(), map.shape().width());
        return LayerCost.convolution(map.image().shape(), maps, setup.kernel().side());
    }

    @Override
    public double[] series(String name, RunSelector run) {
        return name.equals("response") ? map.values() : NONE;
    }

    @Override
    public double function(String name, double argument, RunSelector run) {
        return Double.NaN;
    }

    @Override
    public int lastIndex(RunSelector run) {
        return map.positionCount() - 1;
    }

    @Override
    public boolean changesDuringRun() {
        return false;
    }
}
