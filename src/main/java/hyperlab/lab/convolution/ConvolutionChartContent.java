package hyperlab.lab.convolution;

import hyperlab.chart.ColorScale;
import hyperlab.chart.ErrorBarLine;
import hyperlab.chart.convolution.IntegerAxisChart;
import hyperlab.chart.convolution.KernelStepChart;
import hyperlab.chart.convolution.PixelMapChart;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.ThemeColor;
import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.convolution.FeatureMap;
import hyperlab.convolution.InputImage;
import hyperlab.convolution.LayerCost;
import hyperlab.image.ImageShape;
import hyperlab.nn.Pooling;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The content of the charts of the sliding kernel, in one language. */
final class ConvolutionChartContent {
    private static final int LARGEST_KERNEL = 11;
    private static final int STRIDES = 3;
    /** Maps with more positions than this are shown complete unless the lab is playing. */
    private static final int LARGE_MAP = 2000;

    private final Texts texts;

    ConvolutionChartContent(Texts texts) {
        this.texts = texts;
    }

    private static ColorScale tones(InputImage image) {
        return image.ink() ? ColorScale.MONOCHROME : ColorScale.GRAYSCALE;
    }

    /** The image with the frame of the kernel, or with the pen while drawing. */
    PixelMapChart.Model image(ConvolutionSnapshot snapshot, ImageDrawing.@Nullable Pen pen) {
        FeatureMap map = snapshot.map();
        InputImage image = map.image();
        ConvolutionLabSettings setup = snapshot.setup();
        List<PixelMapChart.CellFrame> frames = new ArrayList<>();
        List<PixelMapChart.LegendEntry> keys = new ArrayList<>();
        keys.add(new PixelMapChart.LegendEntry(PixelMapChart.CellMark.CURRENT, texts.get("convolution.key.now")));
        if (pen != null) {
            PixelMapChart.CellFrame frame =
                    new PixelMapChart.CellFrame(PixelMapChart.CellMark.NEXT, pen.row(), pen.column(), 1, 1);
            return PixelMapChart.Model.of(image.height(), image.width(), image.pixels(), tones(image), 1)
                    .withFrames(List.of(frame), List.of());
        }
        if (snapshot.hasNextInRow()) {
            frames.add(frame(PixelMapChart.CellMark.NEXT, snapshot, snapshot.position() + 1));
            keys.add(new PixelMapChart.LegendEntry(
                    PixelMapChart.CellMark.NEXT, texts.get("convolution.key.next", Integer.toString(setup.stride()))));
        }
        frames.add(frame(PixelMapChart.CellMark.CURRENT, snapshot, snapshot.position()));
        boolean[] rows = map.coveredRows();
        boolean[] columns = map.coveredColumns();
        if (map.unreadRows() > 0 || map.unreadColumns() > 0) {
            keys.add(
                    new PixelMapChart.LegendEntry(PixelMapChart.CellMark.UNREAD, texts.get("convolution.key.leftOut")));
        }
        if (setup.padding() > 0) {
            keys.add(new PixelMapChart.LegendEntry(
                    PixelMapChart.CellMark.PADDING, texts.get("convolution.key.padding")));
        }
        return PixelMapChart.Model.of(image.height(), image.width(), image.pixels(), tones(image), 1)
                .withMargin(setup.padding(), rows, columns)
                .withFrames(frames, keys);
    }

    private static boolean hasGap(boolean... read) {
        for (boolean each : read) {
            if (!each) {
                return true;
            }
        }
        return false;
    }

    private static PixelMapChart.CellFrame frame(
            PixelMapChart.CellMark sign, ConvolutionSnapshot snapshot, int position) {
        ConvolutionLabSettings setup = snapshot.setup();
        return new PixelMapChart.CellFrame(
                sign,
                snapshot.top(position),
                snapshot.left(position),
                setup.kernel().side(),
                setup.dilation());
    }

    /** The feature map. Values after the playhead are faded; a large map is complete unless the lab is playing. */
    PixelMapChart.Model map(ConvolutionSnapshot snapshot, boolean playing) {
        boolean partial = playing || snapshot.map().positionCount() <= LARGE_MAP;
        FeatureMap map = snapshot.map();
        ImageShape shape = map.shape();
        List<PixelMapChart.CellFrame> frames = new ArrayList<>();
        boolean pools = snapshot.setup().pooling() != Pooling.NONE;
        int pool = snapshot.setup().pool();
        int row = map.row(snapshot.position());
        int column = map.column(snapshot.position());
        if (pools
                && row / pool < map.pooledShape().height()
                && column / pool < map.pooledShape().width()) {
            frames.add(new PixelMapChart.CellFrame(
                    PixelMapChart.CellMark.RECEPTIVE_FIELD, row - row % pool, column - column % pool, pool, 1));
        }
        frames.add(new PixelMapChart.CellFrame(PixelMapChart.CellMark.CURRENT, row, column, 1, 1));
        boolean[] rows = pools ? pooled(shape.height(), pool) : new boolean[0];
        boolean[] columns = pools ? pooled(shape.width(), pool) : new boolean[0];
        List<PixelMapChart.LegendEntry> keys = new ArrayList<>();
        if (partial && snapshot.position() + 1 < map.positionCount()) {
            keys.add(
                    new PixelMapChart.LegendEntry(PixelMapChart.CellMark.PENDING, texts.get("convolution.key.toCome")));
        }
        if (hasGap(rows) || hasGap(columns)) {
            keys.add(new PixelMapChart.LegendEntry(
                    PixelMapChart.CellMark.UNREAD, texts.get("convolution.key.notPooled")));
        }
        double bound = map.maxAbsValue();
        return PixelMapChart.Model.of(shape.height(), shape.width(), map.values(), ColorScale.DIVERGING, bound)
                .withMargin(0, rows, columns)
                .withComputedCount(partial ? snapshot.position() + 1 : map.positionCount())
                .withFrames(frames, keys)
                .withScale(NumberFormats.format(-bound, 3), NumberFormats.format(bound, 3));
    }

    private static boolean[] pooled(int side, int pool) {
        boolean[] read = new boolean[side];
        Arrays.fill(read, 0, side / pool * pool, true);
        return read;
    }

    PixelMapChart.Model pooled(ConvolutionSnapshot snapshot) {
        FeatureMap map = snapshot.map();
        ImageShape shape = map.pooledShape();
        int pool = snapshot.setup().pool();
        int row = map.row(snapshot.position()) / pool;
        int column = map.column(snapshot.position()) / pool;
        List<PixelMapChart.CellFrame> frames = row < shape.height() && column < shape.width()
                ? List.of(new PixelMapChart.CellFrame(PixelMapChart.CellMark.RECEPTIVE_FIELD, row, column, 1, 1))
                : List.of();
        double bound = map.maxAbsValue();
        return PixelMapChart.Model.of(shape.height(), shape.width(), map.pooled(), ColorScale.DIVERGING, bound)
                .withFrames(frames, List.of())
                .withScale(NumberFormats.format(-bound, 3), NumberFormats.format(bound, 3));
    }

    KernelStepChart.Model step(ConvolutionSnapshot snapshot) {
        return KernelStepChart.Model.of(snapshot.map(), snapshot.step(), texts);
    }

    /** Multiply-adds by kernel size, with one line for each stride and a marker at the current settings. */
    IntegerAxisChart.Model cost(ConvolutionSnapshot snapshot) {
        ConvolutionLabSettings setup = snapshot.setup();
        List<ErrorBarLine> lines = new ArrayList<>();
        List<Integer> strides = IntStream.rangeClosed(1, STRIDES).boxed().toList();
        for (int stride : strides) {
            lines.add(costLine(snapshot, stride));
        }
        if (setup.stride() > STRIDES) {
            lines.add(costLine(snapshot, setup.stride()));
        }
        ImageShape maps = snapshot.map().shape();
        LayerCost current = LayerCost.convolution(
                snapshot.map().image().shape(),
                new ImageShape(setup.filters(), maps.height(), maps.width()),
                setup.kernel().side());
        lines.add(new ErrorBarLine(
                List.of(ErrorBarLine.Point.of(setup.kernel().side(), (double) current.multiplyAdds())),
                CurveStyle.points(ThemeColor.series(Math.min(setup.stride(), STRIDES + 1) - 1), MarkerShape.CIRCLE)
                        .radius(CurveStyle.CURRENT_RADIUS),
                ""));
        return new IntegerAxisChart.Model(
                lines, texts.get("convolution.cost.kernel"), "", true, Double.NaN, Double.NaN, 1, LARGEST_KERNEL);
    }

    private ErrorBarLine costLine(ConvolutionSnapshot snapshot, int stride) {
        ConvolutionLabSettings setup = snapshot.setup();
        ImageShape image = snapshot.map().image().shape();
        List<ErrorBarLine.Point> points = new ArrayList<>();
        for (int side = 1; side <= LARGEST_KERNEL; side += 2) {
            try {
                ImageShape maps = setup.withKernel(setup.kernel().withSide(side))
                        .withStride(stride)
                        .geometry()
                        .mapShape("kernel", image, setup.filters());
                points.add(ErrorBarLine.Point.of(
                        side, (double) LayerCost.convolution(image, maps, side).multiplyAdds()));
            } catch (InvalidInputException noOutput) {
                break;
            }
        }
        return new ErrorBarLine(points, CurveStyle.series(Math.min(stride, STRIDES + 1) - 1), "s = " + stride);
    }
}
