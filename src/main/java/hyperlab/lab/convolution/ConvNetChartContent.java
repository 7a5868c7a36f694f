package hyperlab.lab.convolution;

import hyperlab.chart.ColorScale;
import hyperlab.chart.ErrorBarLine;
import hyperlab.chart.convolution.ClassBarsChart;
import hyperlab.chart.convolution.IntegerAxisChart;
import hyperlab.chart.convolution.MapTilesChart;
import hyperlab.chart.convolution.PixelMapChart;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.Dash;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.ThemeColor;
import hyperlab.convolution.InputImage;
import hyperlab.convolution.ReceptiveField;
import hyperlab.image.ImageShape;
import hyperlab.nn.ConvolutionSpec;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The content of the network's charts, in one language. */
final class ConvNetChartContent {
    /** The two kinds of pooling often agree: one line is wide, and the other one has gaps that show it. */
    private static final CurveStyle MAX_POOLING = CurveStyle.line(ThemeColor.series(2), CurveStyle.CHOSEN_WIDTH);

    private static final CurveStyle AVERAGE_POOLING =
            CurveStyle.line(ThemeColor.series(3), CurveStyle.WIDTH).with(Dash.VALIDATION);

    private final Texts texts;

    ConvNetChartContent(Texts texts) {
        this.texts = texts;
    }

    /** The network's input image, with the receptive field of one output of the last convolution. */
    PixelMapChart.Model receptiveField(InputImage image, List<ConvolutionSpec> convolutions, long row, long column) {
        ReceptiveField vertical = ReceptiveField.of(convolutions, row);
        ReceptiveField horizontal = ReceptiveField.of(convolutions, column);
        List<PixelMapChart.CellFrame> frames = List.of(new PixelMapChart.CellFrame(
                PixelMapChart.CellMark.RECEPTIVE_FIELD, vertical.from(), horizontal.from(), (int) vertical.size(), 1));
        return PixelMapChart.Model.of(image.height(), image.width(), image.pixels(), ColorScale.MONOCHROME, 1)
                .withFrames(
                        frames,
                        List.of(new PixelMapChart.LegendEntry(
                                PixelMapChart.CellMark.RECEPTIVE_FIELD,
                                texts.get(
                                        "convolution.key.field",
                                        Long.toString(vertical.size()),
                                        Long.toString(horizontal.size())))));
    }

    /** The learned kernels of each layer. */
    MapTilesChart.Model kernels(ConvNetResponse view) {
        List<MapTilesChart.Row> rows = new ArrayList<>();
        for (int layer = 0; layer < view.network().settings().convolutions().size(); layer++) {
            double[][][][] filters = view.network().filters(layer);
            List<MapTilesChart.MapTile> tiles = new ArrayList<>();
            double bound = 0;
            for (double[][][] filter : filters) {
                for (double[][] channel : filter) {
                    double[] numbers = Arrays.stream(channel)
                            .flatMapToDouble(Arrays::stream)
                            .toArray();
                    bound = Math.max(bound, maxMagnitude(numbers));
                    tiles.add(new MapTilesChart.MapTile(channel[0].length, numbers, false));
                }
            }
            rows.add(new MapTilesChart.Row(
                    texts.get(
                            "convolution.kernels.layer",
                            Integer.toString(layer + 1),
                            Integer.toString(filters.length),
                            Integer.toString(filters[0].length)),
                    ColorScale.DIVERGING,
                    bound,
                    tiles));
        }
        return new MapTilesChart.Model(rows);
    }

    /** The activations of each layer for the image. */
    MapTilesChart.Model activations(ConvNetResponse view) {
        List<MapTilesChart.Row> rows = new ArrayList<>();
        view.activations().maps().forEach(maps -> {
            ImageShape shape = maps.shape();
            int size = shape.height() * shape.width();
            List<MapTilesChart.MapTile> tiles = IntStream.range(0, shape.channels())
                    .mapToObj(channel -> new MapTilesChart.MapTile(
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
                    ColorScale.DIVERGING,
                    maxMagnitude(maps.values()),
                    tiles));
        });
        return new MapTilesChart.Model(rows);
    }

    private static double maxMagnitude(double... numbers) {
        return Arrays.stream(numbers).map(Math::abs).max().orElse(0);
    }

    /** @param correctClass the correct class, or −1 if it is unknown */
    ClassBarsChart.Model classes(ConvNetResponse view, int correctClass) {
        double[] probabilities = view.activations().probabilities();
        List<String> names = IntStream.range(0, probabilities.length)
                .mapToObj(Integer::toString)
                .toList();
        return new ClassBarsChart.Model(names, probabilities, correctClass);
    }

    /** How much the first feature maps and the predicted probability change when the image is shifted. */
    IntegerAxisChart.Model invariance(ConvNetResponse view, int shift) {
        List<ErrorBarLine.Point> before = new ArrayList<>();
        List<ErrorBarLine.Point> after = new ArrayList<>();
        List<ErrorBarLine.Point> average = new ArrayList<>();
        List<ErrorBarLine.Point> answer = new ArrayList<>();
        List<ErrorBarLine.Point> current = new ArrayList<>();
        view.invariance().shifts().forEach(point -> {
            before.add(ErrorBarLine.Point.of(point.shift(), point.change()));
            after.add(ErrorBarLine.Point.of(point.shift(), point.pooledChange()));
            average.add(ErrorBarLine.Point.of(point.shift(), point.averageChange()));
            answer.add(ErrorBarLine.Point.of(point.shift(), point.probability()));
            if (point.shift() == shift) {
                current.add(ErrorBarLine.Point.of(shift, point.probability()));
            }
        });
        List<ErrorBarLine> lines = new ArrayList<>();
        lines.add(new ErrorBarLine(
                answer,
                CurveStyle.series(0),
                texts.get(
                        "convolution.forgiveness.answer",
                        Integer.toString(view.invariance().predictedClass()))));
        lines.add(new ErrorBarLine(
                before, CurveStyle.series(1).with(Dash.SOLID), texts.get("convolution.forgiveness.before")));
        if (view.network().settings().pool() > 1) {
            lines.add(new ErrorBarLine(after, MAX_POOLING, texts.get("convolution.forgiveness.after")));
            lines.add(new ErrorBarLine(average, AVERAGE_POOLING, texts.get("convolution.forgiveness.average")));
        }
        lines.add(new ErrorBarLine(
                current,
                CurveStyle.points(ThemeColor.series(0), MarkerShape.CIRCLE).radius(CurveStyle.CURRENT_RADIUS),
                ""));
        return new IntegerAxisChart.Model(
                lines,
                texts.get("convolution.forgiveness.shift"),
                "",
                false,
                0,
                1,
                -ConvNetResponse.MAX_SHIFT,
                ConvNetResponse.MAX_SHIFT);
    }

    /** Training and validation accuracy by epoch. */
    IntegerAxisChart.Model trainingProgress(ConvNetResponse view) {
        List<ErrorBarLine.Point> train = new ArrayList<>();
        List<ErrorBarLine.Point> validation = new ArrayList<>();
        view.network().reports().forEach(report -> {
            train.add(ErrorBarLine.Point.of(report.epoch(), report.trainAccuracy()));
            validation.add(ErrorBarLine.Point.of(report.epoch(), report.validationAccuracy()));
        });
        return new IntegerAxisChart.Model(
                List.of(
                        new ErrorBarLine(
                                validation, CurveStyle.series(0).with(Dash.VALIDATION), texts.get("chart.validation")),
                        new ErrorBarLine(train, CurveStyle.series(0), texts.get("chart.training"))),
                texts.get("chart.epoch"),
                texts.get("chart.accuracy"),
                false,
                0,
                1,
                0,
                view.network().settings().epochs());
    }
}
