package hyperlab.lab.convolution;

import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.convolution.FeatureMap;
import hyperlab.convolution.KernelSelection;
import hyperlab.nn.Pooling;
import hyperlab.nn.kernel.ConvolutionGeometry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Diagnoses a feature map: finds problems, and remedies for most of them. */
final class ConvolutionDoctor {
    private ConvolutionDoctor() {}

    /** Returns all findings, the most serious first. */
    static List<ConvolutionDiagnosis> examine(FeatureMap map) {
        ConvolutionLabSettings setup = map.settings();
        List<ConvolutionDiagnosis> found = new ArrayList<>();
        if (map.unreadPixels() > 0) {
            unreadPixels(map).ifPresent(found::add);
        } else {
            unevenStride(map).ifPresent(found::add);
        }
        int side = setup.kernel().side();
        if (side % 2 == 0 && side < KernelSelection.MAX_SIDE) {
            found.add(new ConvolutionDiagnosis.EvenKernel(
                    side, side + 1, setup.withKernel(setup.kernel().withSide(side + 1))));
        }
        if (setup.pooling() != Pooling.NONE) {
            int rows = map.shape().height();
            int columns = map.shape().width();
            int pool = setup.pool();
            int leftOut = rows * columns - rows / pool * pool * (columns / pool * pool);
            if (leftOut > 0) {
                found.add(new ConvolutionDiagnosis.UnpooledCells(rows, columns, pool, leftOut));
            }
        }
        return found;
    }

    private static Optional<ConvolutionDiagnosis> unreadPixels(FeatureMap map) {
        ConvolutionLabSettings setup = map.settings();
        int height = map.image().height();
        int width = map.image().width();
        for (int padding = setup.padding() + 1; padding <= setup.padding() + span(setup); padding++) {
            if (padding > ConvolutionLabSettings.MAX_PADDING) {
                break;
            }
            ConvolutionLabSettings padded = setup.withPadding(padding);
            ConvolutionGeometry geometry = padded.geometry();
            if (readsAll(geometry, height) && readsAll(geometry, width)) {
                return Optional.of(new ConvolutionDiagnosis.EdgeUnused(
                        map.unreadPixels(),
                        height * width,
                        padding,
                        geometry.positions(height),
                        geometry.positions(width),
                        padded));
            }
        }
        int stride = Math.min(
                setup.stride() - 1, setup.dilation() == 1 ? setup.kernel().side() : 1);
        return stride < 1
                ? Optional.empty()
                : Optional.of(new ConvolutionDiagnosis.SkippedPixels(
                        map.unreadPixels(), height * width, stride, setup.withStride(stride)));
    }

    private static boolean readsAll(ConvolutionGeometry geometry, int pixels) {
        for (boolean read : geometry.coveredPixels(pixels)) {
            if (!read) {
                return false;
            }
        }
        return true;
    }

    private static Optional<ConvolutionDiagnosis> unevenStride(FeatureMap map) {
        ConvolutionLabSettings setup = map.settings();
        ConvolutionGeometry geometry = map.geometry();
        for (int pixels : new int[] {map.image().height(), map.image().width()}) {
            long dropped = geometry.unusedPixels(pixels);
            if (dropped > 0) {
                return Optional.of(new ConvolutionDiagnosis.UnevenStride(
                        pixels, setup.padding(), span(setup), setup.stride(), dropped));
            }
        }
        return Optional.empty();
    }

    private static int span(ConvolutionLabSettings setup) {
        return setup.dilation() * (setup.kernel().side() - 1) + 1;
    }
}
