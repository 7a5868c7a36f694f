package hyperlab.app.convolution;

import hyperlab.chart.ClassBarsChart;
import hyperlab.chart.CurveLook;
import hyperlab.chart.Dash;
import hyperlab.chart.Ink;
import hyperlab.chart.MapTilesChart;
import hyperlab.chart.Marker;
import hyperlab.chart.PixelMapChart;
import hyperlab.chart.Tones;
import hyperlab.chart.WholeNumberChart;
import hyperlab.convolution.LabImage;
import hyperlab.convolution.ReceptiveField;
import hyperlab.image.ImageShape;
import hyperlab.nn.Convolution;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The content of the network's charts, in one language. */
final class ConvNetChartContent {
    private final Texts texts;

    ConvNetChartContent(Texts texts) {
        this.texts = texts;
    }

    /** The network's input image, with the receptive field of one output of the last convolution. */
    PixelMapChart.Picture receptiveField(LabImage image, List<Convolution> convolutions, long row, long column) {
        ReceptiveField vertical = ReceptiveField.of(convolutions, row);
        ReceptiveField horizontal = ReceptiveField.of(convolutions, column);
        List<PixelMapChart.Frame> frames = List.of(
                new PixelMapChart.Frame(PixelMapChart.Sign.FIELD, vertical.from(), horizontal.from(), (int) vertical.size(), 1));
        return PixelMapChart.Picture.of(image.height(), image.width(), image.pixels(), Tones.INK, 1)
                .withFrames(
                        frames,
                        List.of(new PixelMapChart.Key(
                                PixelMapChart.Sign.FIELD,
                                texts.get(
                                        "convolution.key.field",
                                        Long.toString(vertical.size()),
                                        Long.toString(horizontal.size())))));
    }

    /** The learned kernels of each layer. */
    MapTilesChart.Picture kernels(ConvNetResponse view) {
        List<MapTilesChart.Row> rows = new ArrayList<>();
        for (int layer = 0; layer < view.network().choice().convolutions().size(); layer++) {
            double[][][][] filters = view.network().filters(layer);
            List<MapTilesChart.Tile> tiles = new ArrayList<>();
            double bound = 0;
            for (double[][][] filter : filters) {
                for (double[][] channel : filter) {
                    double[] numbers = Arrays.stream(channel)
                            .flatMapToDouble(Arrays::stream)
                            .toArray();
                    bound = Math.max(bound, maxMagnitude(numbers));
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

    /** The activations of each layer for the image. */
    MapTilesChart.Picture activations(ConvNetResponse view) {
        List<MapTilesChart.Row> rows = new ArrayList<>();
        view.activations().maps().forEach(maps -> {
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
                    maxMagnitude(maps.values()),
                    tiles));
        });
        return new MapTilesChart.Picture(rows);
    }

    private static double maxMagnitude(double... numbers) {
        return Arrays.stream(numbers).map(Math::abs).max().orElse(0);
    }

    /** @param correctClass the correct class, or −1 if it is unknown */
    ClassBarsChart.Picture classes(ConvNetResponse view, int correctClass) {
        double[] probabilities = view.activations().probabilities();
        List<String> names = IntStream.range(0, probabilities.length)
                .mapToObj(Integer::toString)
                .toList();
        return new ClassBarsChart.Picture(names, probabilities, correctClass);
    }

    /** How much the first feature maps and the predicted probability change when the image is shifted. */
    WholeNumberChart.Picture invariance(ConvNetResponse view, int shift) {
        List<WholeNumberChart.Point> before = new ArrayList<>();
        List<WholeNumberChart.Point> after = new ArrayList<>();
        List<WholeNumberChart.Point> average = new ArrayList<>();
        List<WholeNumberChart.Point> answer = new ArrayList<>();
        List<WholeNumberChart.Point> current = new ArrayList<>();
        view.invariance().points().forEach(point -> {
            before.add(WholeNumberChart.Point.of(point.shift(), point.change()));
            after.add(WholeNumberChart.Point.of(point.shift(), point.pooledChange()));
            average.add(WholeNumberChart.Point.of(point.shift(), point.averageChange()));
            answer.add(WholeNumberChart.Point.of(point.shift(), point.probability()));
            if (point.shift() == shift) {
                current.add(WholeNumberChart.Point.of(shift, point.probability()));
            }
        });
        List<WholeNumberChart.Line> lines = new ArrayList<>();
        lines.add(new WholeNumberChart.Line(
                answer,
                CurveLook.series(0),
                texts.get(
                        "convolution.forgiveness.answer",
                        Integer.toString(view.invariance().answer()))));
        lines.add(new WholeNumberChart.Line(
                before, CurveLook.series(1).with(Dash.SOLID), texts.get("convolution.forgiveness.before")));
        if (view.network().choice().pool() > 1) {
            lines.add(
                    new WholeNumberChart.Line(after, CurveLook.series(2), texts.get("convolution.forgiveness.after")));
            lines.add(new WholeNumberChart.Line(
                    average, CurveLook.series(3), texts.get("convolution.forgiveness.average")));
        }
        lines.add(new WholeNumberChart.Line(
                current, CurveLook.points(Ink.series(0), Marker.CIRCLE).radius(CurveLook.CURRENT_RADIUS), ""));
        return new WholeNumberChart.Picture(
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
    WholeNumberChart.Picture trainingProgress(ConvNetResponse view) {
        List<WholeNumberChart.Point> train = new ArrayList<>();
        List<WholeNumberChart.Point> validation = new ArrayList<>();
        view.network().epochs().forEach(report -> {
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
                view.network().choice().epochs());
    }
}
