package hyperlab.app.convolution;

import hyperlab.chart.ClassBarsChart;
import hyperlab.chart.CurveLook;
import hyperlab.chart.Dash;
import hyperlab.chart.Ink;
import hyperlab.chart.KernelStepChart;
import hyperlab.chart.MapTilesChart;
import hyperlab.chart.Marker;
import hyperlab.chart.PixelMapChart;
import hyperlab.chart.Tones;
import hyperlab.chart.WholeNumberChart;
import hyperlab.convolution.ConvolutionSetup;
import hyperlab.convolution.FeatureMap;
import hyperlab.convolution.LabImage;
import hyperlab.convolution.LayerCost;
import hyperlab.convolution.ReceptiveField;
import hyperlab.image.ImageShape;
import hyperlab.nn.Convolution;
import hyperlab.nn.Pooling;
import hyperlab.rule.Refusal;
import hyperlab.text.Numbers;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the charts of the sliding kernel show of a moment, in one language. */
final class ConvolutionPictures {
    private static final int LARGEST_KERNEL = 11;
    private static final int STRIDES = 3;
    /** Maps of more places are shown whole. */
    private static final int LARGE = 2000;

    private final Texts texts;

    ConvolutionPictures(Texts texts) {
        this.texts = texts;
    }

    private static Tones tones(LabImage image) {
        return image.ink() ? Tones.INK : Tones.LIGHT;
    }

    /** The image with the kernel on it, or with the pen where one draws. */
    PixelMapChart.Picture image(ConvolutionMoment moment, ConvolutionViewModel.@Nullable Pen pen) {
        FeatureMap map = moment.map();
        LabImage image = map.image();
        ConvolutionSetup setup = moment.setup();
        List<PixelMapChart.Frame> frames = new ArrayList<>();
        List<PixelMapChart.Key> keys = new ArrayList<>();
        keys.add(new PixelMapChart.Key(PixelMapChart.Sign.NOW, texts.get("convolution.key.now")));
        if (pen != null) {
            PixelMapChart.Frame at = new PixelMapChart.Frame(PixelMapChart.Sign.NEXT, pen.row(), pen.column(), 1, 1);
            return PixelMapChart.Picture.of(image.height(), image.width(), image.pixels(), tones(image), 1)
                    .withFrames(List.of(at), List.of());
        }
        if (moment.hasNextInRow()) {
            frames.add(frame(PixelMapChart.Sign.NEXT, moment, moment.place() + 1));
            keys.add(new PixelMapChart.Key(
                    PixelMapChart.Sign.NEXT, texts.get("convolution.key.next", Integer.toString(setup.stride()))));
        }
        frames.add(frame(PixelMapChart.Sign.NOW, moment, moment.place()));
        boolean[] rows = map.coveredRows();
        boolean[] columns = map.coveredColumns();
        if (hasGap(rows) || hasGap(columns)) {
            keys.add(new PixelMapChart.Key(PixelMapChart.Sign.LEFT_OUT, texts.get("convolution.key.leftOut")));
        }
        if (setup.padding() > 0) {
            keys.add(new PixelMapChart.Key(PixelMapChart.Sign.PADDING, texts.get("convolution.key.padding")));
        }
        return PixelMapChart.Picture.of(image.height(), image.width(), image.pixels(), tones(image), 1)
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

    private static PixelMapChart.Frame frame(PixelMapChart.Sign sign, ConvolutionMoment moment, int place) {
        ConvolutionSetup setup = moment.setup();
        return new PixelMapChart.Frame(
                sign, moment.top(place), moment.left(place), setup.kernel().side(), setup.dilation());
    }

    /** The map, pale from the play head on; a large one only while it fills. */
    PixelMapChart.Picture map(ConvolutionMoment moment, boolean playing) {
        boolean fills = playing || moment.map().places() <= LARGE;
        FeatureMap map = moment.map();
        ImageShape shape = map.shape();
        List<PixelMapChart.Frame> frames = new ArrayList<>();
        boolean pools = moment.setup().pooling() != Pooling.NONE;
        int pool = moment.setup().pool();
        int row = map.row(moment.place());
        int column = map.column(moment.place());
        if (pools
                && row / pool < map.pooledShape().height()
                && column / pool < map.pooledShape().width()) {
            frames.add(new PixelMapChart.Frame(
                    PixelMapChart.Sign.FIELD, row - row % pool, column - column % pool, pool, 1));
        }
        frames.add(new PixelMapChart.Frame(PixelMapChart.Sign.NOW, row, column, 1, 1));
        boolean[] rows = pools ? pooled(shape.height(), pool) : new boolean[0];
        boolean[] columns = pools ? pooled(shape.width(), pool) : new boolean[0];
        List<PixelMapChart.Key> keys = new ArrayList<>();
        if (fills && moment.place() + 1 < map.places()) {
            keys.add(new PixelMapChart.Key(PixelMapChart.Sign.TO_COME, texts.get("convolution.key.toCome")));
        }
        if (hasGap(rows) || hasGap(columns)) {
            keys.add(new PixelMapChart.Key(PixelMapChart.Sign.LEFT_OUT, texts.get("convolution.key.notPooled")));
        }
        double bound = map.bound();
        return PixelMapChart.Picture.of(shape.height(), shape.width(), map.values(), Tones.SIGNED, bound)
                .withMargin(0, rows, columns)
                .withReached(fills ? moment.place() + 1 : map.places())
                .withFrames(frames, keys)
                .withScale(Numbers.show(-bound, 3), Numbers.show(bound, 3));
    }

    private static boolean[] pooled(int side, int pool) {
        boolean[] read = new boolean[side];
        Arrays.fill(read, 0, side / pool * pool, true);
        return read;
    }

    PixelMapChart.Picture pooled(ConvolutionMoment moment) {
        FeatureMap map = moment.map();
        ImageShape shape = map.pooledShape();
        int pool = moment.setup().pool();
        int row = map.row(moment.place()) / pool;
        int column = map.column(moment.place()) / pool;
        List<PixelMapChart.Frame> frames = row < shape.height() && column < shape.width()
                ? List.of(new PixelMapChart.Frame(PixelMapChart.Sign.FIELD, row, column, 1, 1))
                : List.of();
        double bound = map.bound();
        return PixelMapChart.Picture.of(shape.height(), shape.width(), map.pooled(), Tones.SIGNED, bound)
                .withFrames(frames, List.of())
                .withScale(Numbers.show(-bound, 3), Numbers.show(bound, 3));
    }

    KernelStepChart.Picture step(ConvolutionMoment moment) {
        FeatureMap.Step step = moment.step();
        return new KernelStepChart.Picture(
                moment.setup().kernel().side(),
                step.pixels(),
                tones(moment.map().image()),
                moment.setup().kernel().array(),
                step.products(),
                step.rowSums(),
                step.sum(),
                moment.map().bound(),
                new KernelStepChart.Names(
                        texts.get("convolution.step.pixels"),
                        texts.get("convolution.step.kernel"),
                        texts.get("convolution.step.products"),
                        texts.get("convolution.step.rowSums")),
                texts.get(
                        "convolution.step.place",
                        Integer.toString(step.row() + 1),
                        Integer.toString(step.column() + 1)));
    }

    /** Multiply-adds against the kernel's side, a line a stride, and where things stand. */
    WholeNumberChart.Picture cost(ConvolutionMoment moment) {
        ConvolutionSetup setup = moment.setup();
        List<WholeNumberChart.Line> lines = new ArrayList<>();
        List<Integer> strides = IntStream.rangeClosed(1, STRIDES).boxed().toList();
        for (int stride : strides) {
            lines.add(costLine(moment, stride));
        }
        if (setup.stride() > STRIDES) {
            lines.add(costLine(moment, setup.stride()));
        }
        ImageShape maps = moment.map().shape();
        LayerCost here = LayerCost.convolution(
                moment.map().image().shape(),
                new ImageShape(setup.filters(), maps.height(), maps.width()),
                setup.kernel().side());
        lines.add(new WholeNumberChart.Line(
                List.of(WholeNumberChart.Point.of(setup.kernel().side(), (double) here.multiplyAdds())),
                CurveLook.points(Ink.series(Math.min(setup.stride(), STRIDES + 1) - 1), Marker.CIRCLE)
                        .radius(CurveLook.CURRENT_RADIUS),
                ""));
        return new WholeNumberChart.Picture(
                lines, texts.get("convolution.cost.kernel"), "", true, Double.NaN, Double.NaN, 1, LARGEST_KERNEL);
    }

    private WholeNumberChart.Line costLine(ConvolutionMoment moment, int stride) {
        ConvolutionSetup setup = moment.setup();
        ImageShape image = moment.map().image().shape();
        List<WholeNumberChart.Point> points = new ArrayList<>();
        for (int side = 1; side <= LARGEST_KERNEL; side += 2) {
            try {
                ImageShape maps = setup.withKernel(setup.kernel().withSide(side))
                        .withStride(stride)
                        .geometry()
                        .maps("kernel", image, setup.filters());
                points.add(WholeNumberChart.Point.of(
                        side, (double) LayerCost.convolution(image, maps, side).multiplyAdds()));
            } catch (Refusal leavesNothing) {
                break;
            }
        }
        return new WholeNumberChart.Line(points, CurveLook.series(Math.min(stride, STRIDES + 1) - 1), "s = " + stride);
    }

    // the network

    /** The network's image with what one number of its last convolution sees. */
    PixelMapChart.Picture field(LabImage image, List<Convolution> convolutions, long row, long column) {
        ReceptiveField down = ReceptiveField.of(convolutions, row);
        ReceptiveField across = ReceptiveField.of(convolutions, column);
        List<PixelMapChart.Frame> frames = List.of(
                new PixelMapChart.Frame(PixelMapChart.Sign.FIELD, down.from(), across.from(), (int) down.size(), 1));
        return PixelMapChart.Picture.of(image.height(), image.width(), image.pixels(), tones(image), 1)
                .withFrames(
                        frames,
                        List.of(new PixelMapChart.Key(
                                PixelMapChart.Sign.FIELD,
                                texts.get(
                                        "convolution.key.field",
                                        Long.toString(down.size()),
                                        Long.toString(across.size())))));
    }

    /** Learned kernels, layer by layer; the chosen one of the first is framed. */
    MapTilesChart.Picture kernels(NetworkView view) {
        List<MapTilesChart.Row> rows = new ArrayList<>();
        for (int layer = 0; layer < view.learned().choice().convolutions().size(); layer++) {
            double[][][][] filters = view.learned().filters(layer);
            List<MapTilesChart.Tile> tiles = new ArrayList<>();
            double bound = 0;
            for (double[][][] filter : filters) {
                for (double[][] channel : filter) {
                    double[] numbers = Arrays.stream(channel)
                            .flatMapToDouble(Arrays::stream)
                            .toArray();
                    bound = Math.max(bound, largest(numbers));
                    tiles.add(new MapTilesChart.Tile(channel[0].length, numbers, false));
                }
            }
            rows.add(new MapTilesChart.Row(
                    texts.get(
                            "convolution.kernels.layer",
                            Integer.toString(layer + 1),
                            Integer.toString(filters.length),
                            Integer.toString(filters[0].length)),
                    Tones.SIGNED,
                    bound,
                    tiles));
        }
        return new MapTilesChart.Picture(rows);
    }

    /** What each layer makes of the image. */
    MapTilesChart.Picture activations(NetworkView view) {
        List<MapTilesChart.Row> rows = new ArrayList<>();
        view.seen().maps().forEach(maps -> {
            ImageShape shape = maps.shape();
            int size = shape.height() * shape.width();
            List<MapTilesChart.Tile> tiles = IntStream.range(0, shape.channels())
                    .mapToObj(channel -> new MapTilesChart.Tile(
                            shape.width(),
                            Arrays.copyOfRange(maps.values(), channel * size, (channel + 1) * size),
                            false))
                    .toList();
            rows.add(new MapTilesChart.Row(
                    texts.get(
                            maps.pooled() ? "convolution.activations.pooled" : "convolution.activations.layer",
                            Integer.toString(maps.layer() + 1),
                            Integer.toString(shape.channels()),
                            Integer.toString(shape.height()),
                            Integer.toString(shape.width())),
                    Tones.SIGNED,
                    largest(maps.values()),
                    tiles));
        });
        return new MapTilesChart.Picture(rows);
    }

    private static double largest(double... numbers) {
        return Arrays.stream(numbers).map(Math::abs).max().orElse(0);
    }

    /** @param wanted the right class, or −1 */
    ClassBarsChart.Picture classes(NetworkView view, int wanted) {
        double[] probabilities = view.seen().probabilities();
        List<String> names = IntStream.range(0, probabilities.length)
                .mapToObj(Integer::toString)
                .toList();
        return new ClassBarsChart.Picture(names, probabilities, wanted);
    }

    /** How much of the first maps, and of the answer, is left when the image moves. */
    WholeNumberChart.Picture forgiveness(NetworkView view, int shift) {
        List<WholeNumberChart.Point> before = new ArrayList<>();
        List<WholeNumberChart.Point> after = new ArrayList<>();
        List<WholeNumberChart.Point> answer = new ArrayList<>();
        List<WholeNumberChart.Point> here = new ArrayList<>();
        view.forgiveness().points().forEach(point -> {
            before.add(WholeNumberChart.Point.of(point.shift(), point.change()));
            after.add(WholeNumberChart.Point.of(point.shift(), point.pooledChange()));
            answer.add(WholeNumberChart.Point.of(point.shift(), point.probability()));
            if (point.shift() == shift) {
                here.add(WholeNumberChart.Point.of(shift, point.probability()));
            }
        });
        List<WholeNumberChart.Line> lines = new ArrayList<>();
        lines.add(new WholeNumberChart.Line(
                answer,
                CurveLook.series(0),
                texts.get(
                        "convolution.forgiveness.answer",
                        Integer.toString(view.forgiveness().answer()))));
        lines.add(new WholeNumberChart.Line(
                before, CurveLook.series(1).with(Dash.SOLID), texts.get("convolution.forgiveness.before")));
        if (view.learned().choice().pool() > 1) {
            lines.add(
                    new WholeNumberChart.Line(after, CurveLook.series(2), texts.get("convolution.forgiveness.after")));
        }
        lines.add(new WholeNumberChart.Line(
                here, CurveLook.points(Ink.series(0), Marker.CIRCLE).radius(CurveLook.CURRENT_RADIUS), ""));
        return new WholeNumberChart.Picture(
                lines,
                texts.get("convolution.forgiveness.shift"),
                "",
                false,
                0,
                1,
                -NetworkView.REACH,
                NetworkView.REACH);
    }

    /** Accuracy on both parts, epoch by epoch. */
    WholeNumberChart.Picture learning(NetworkView view) {
        List<WholeNumberChart.Point> train = new ArrayList<>();
        List<WholeNumberChart.Point> validation = new ArrayList<>();
        view.learned().epochs().forEach(report -> {
            train.add(WholeNumberChart.Point.of(report.epoch(), report.trainAccuracy()));
            validation.add(WholeNumberChart.Point.of(report.epoch(), report.validationAccuracy()));
        });
        return new WholeNumberChart.Picture(
                List.of(
                        new WholeNumberChart.Line(
                                validation, CurveLook.series(0).with(Dash.VALIDATION), texts.get("chart.validation")),
                        new WholeNumberChart.Line(train, CurveLook.series(0), texts.get("chart.training"))),
                texts.get("chart.epoch"),
                texts.get("chart.accuracy"),
                false,
                0,
                1,
                0,
                view.learned().choice().epochs());
    }
}
