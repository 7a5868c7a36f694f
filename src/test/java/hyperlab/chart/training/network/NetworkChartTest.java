package hyperlab.chart.training.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.GoldenImage;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.PointerReading;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.training.PredictionChart;
import hyperlab.chart.training.WorstPredictionsChart;
import hyperlab.chart.training.network.NetworkDiagram.Column;
import hyperlab.chart.training.network.NetworkDiagram.Inset;
import hyperlab.chart.training.network.NetworkDiagram.KernelTile;
import hyperlab.chart.training.network.NetworkDiagram.UnitPosition;
import hyperlab.chart.training.network.NetworkDiagram.UnitState;
import hyperlab.chart.training.network.NetworkDiagram.WeightLinks;
import hyperlab.image.ImageShape;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The network diagram, predictions, and the samples with the worst predictions, drawn without a display. */
class NetworkChartTest {
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);
    private static final Texts KOREAN = Texts.in(Language.KOREAN);

    private static NetworkDiagram sketch() {
        List<UnitState> twelve = new ArrayList<>(Collections.nCopies(NetworkDiagram.MAX_UNITS, UnitState.HEALTHY));
        twelve.set(1, UnitState.DEAD);
        twelve.set(3, UnitState.SATURATED);
        twelve.set(5, UnitState.DROPPED);
        double[][] first = new double[12][2];
        double[][] second = new double[2][12];
        for (int unit = 0; unit < 12; unit++) {
            first[unit][0] = Math.sin(unit);
            first[unit][1] = 0.2 * unit - 1;
            second[0][unit] = Math.cos(unit);
            second[1][unit] = unit == 4 ? -2 : Double.NaN;
        }
        return new NetworkDiagram(
                List.of(
                        new Column(
                                "inputs",
                                "",
                                2,
                                List.of(UnitState.HEALTHY, UnitState.HEALTHY),
                                List.of("x", "y"),
                                false),
                        new Column("hidden layer 1", "128 units, 12 shown", 128, twelve, List.of(), true),
                        new Column(
                                "output layer",
                                "",
                                2,
                                List.of(UnitState.HEALTHY, UnitState.HEALTHY),
                                List.of("0", "1"),
                                false)),
                List.of(new WeightLinks(first), new WeightLinks(second)),
                null,
                null);
    }

    @Test
    void drawsWeightsAsWidthAndColorAndFlagsUnits() {
        NetworkChart chart = new NetworkChart(ENGLISH, ChartTheme.LIGHT);
        chart.show(sketch());
        GoldenImage.assertMatchesReference("network-light", chart.chart(), 620, 340);
        assertEquals(2, sketch().largest());
    }

    @Test
    void pointerReadsTheWeightsOfUnitsAndLines() {
        NetworkChart chart = new NetworkChart(ENGLISH, ChartTheme.LIGHT);
        chart.show(sketch());
        Rectangle2D area = new Rectangle2D.Double(100, 50, 1000, 600);
        double left = 100 + 1000 * NetworkChart.columnAt(0, 3);
        double middle = 100 + 1000 * NetworkChart.columnAt(1, 3);
        double right = 100 + 1000 * NetworkChart.columnAt(2, 3);
        // The column's share of the height: 3 % above and 17 % below the units.
        double firstInput = 50 + 600 * (0.03 + 0.8 * 0.25);
        double thirdUnit = 50 + 600 * (0.03 + 0.8 * 2.5 / 12);
        double firstOutput = firstInput;
        assertEquals("x", read(chart, left, firstInput, area));
        assertEquals(
                "hidden layer 1, unit 3\nx: 0.909\ny: −0.6",
                read(chart, middle, thirdUnit, area),
                "sin 2 and 0.2 · 2 − 1");
        String output = read(chart, right, firstOutput, area);
        assertTrue(output.startsWith("0\nhidden layer 1, unit 1: 1\nhidden layer 1, unit 2: 0.54\n"), output);
        assertTrue(output.endsWith("hidden layer 1, unit 8: 0.754\n… and 4 more"), output);
        assertEquals(
                "x → hidden layer 1, unit 3: 0.909",
                read(chart, (left + middle) / 2, (firstInput + thirdUnit) / 2, area));
        assertEquals("", read(chart, left, 50 + 600 * 0.95, area));
    }

    private static String read(NetworkChart chart, double x, double y, Rectangle2D area) {
        return chart.readingAt(x, y, area).map(PointerReading::position).orElse("");
    }

    @Test
    void highlightsSelectedUnitAndShowsItsMap() {
        NetworkChart chart = new NetworkChart(ENGLISH, ChartTheme.LIGHT);
        double[] values = new double[16];
        for (int k = 0; k < 16; k++) {
            values[k] = k - 7;
        }
        chart.show(sketch().withChosen(new UnitPosition(1, 2), new Inset("layer 1, unit 3: output", 4, 4, values)));
        chart.style(ChartStyle.of(ChartTheme.DARK));
        chart.texts(KOREAN);
        GoldenImage.assertMatchesReference("network-dark-chosen", chart.chart(), 620, 340);
    }

    /** Two inputs and two outputs with tiles, and two layers of eight units; the inset shows the fourth unit. */
    private static BufferedImage withInset(int chosenColumn, @Nullable Inset inset) {
        KernelTile tile = new KernelTile(new double[][] {{1, -1}, {0.5, 2}});
        List<Column> columns = new ArrayList<>();
        for (int column = 0; column < 4; column++) {
            int units = column == 0 || column == 3 ? 2 : 8;
            columns.add(new Column(
                    "layer " + column,
                    "",
                    units,
                    Collections.nCopies(units, UnitState.HEALTHY),
                    units == 2 ? List.of("x", "y") : List.of(),
                    false,
                    Collections.nCopies(units, tile)));
        }
        List<WeightLinks> links = List.of(
                new WeightLinks(new double[8][2]),
                new WeightLinks(new double[8][8]),
                new WeightLinks(new double[2][8]));
        NetworkChart chart = new NetworkChart(ENGLISH, ChartTheme.LIGHT);
        chart.show(new NetworkDiagram(columns, links, new UnitPosition(chosenColumn, 3), inset));
        return GoldenImage.draw(chart.chart(), 630, 220);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theMapOfAUnitCoversNoOtherUnit(int chosenColumn) {
        BufferedImage without = withInset(chosenColumn, null);
        BufferedImage with = withInset(chosenColumn, new Inset("", 1, 1, new double[] {-7}));
        int lost = 0;
        int drawn = 0;
        for (int x = 0; x < without.getWidth(); x++) {
            for (int y = 0; y < without.getHeight(); y++) {
                boolean empty =
                        without.getRGB(x, y) == ChartTheme.LIGHT.background().getRGB();
                boolean same = with.getRGB(x, y) == without.getRGB(x, y);
                lost += empty || same ? 0 : 1;
                drawn += same ? 0 : 1;
            }
        }
        assertEquals(0, lost, "pixels of units under the map");
        assertTrue(drawn > 60 * 60, "pixels of the map: " + drawn);
    }

    @Test
    void truncatesLongNames() {
        int width = 420;
        BufferedImage plain = GoldenImage.draw(named("", ""), width, 300);
        BufferedImage named = GoldenImage.draw(named("공부 시간(시간)", "versicolor of the genus iris"), width, 300);
        int written = 0;
        for (int y = 0; y < 300; y++) {
            int[] units = plain.getRGB(0, y, width, 1, null, 0, width);
            int[] words = named.getRGB(0, y, width, 1, null, 0, width);
            if (Arrays.equals(units, words)) {
                continue;
            }
            written++;
            int left = Arrays.mismatch(units, blank(units[0], width));
            assertTrue(Arrays.mismatch(units, words) < left);
            assertArrayEquals(
                    Arrays.copyOfRange(units, left, width / 2), Arrays.copyOfRange(words, left, width / 2), "row " + y);
            int right = last(units, units[0]);
            assertArrayEquals(
                    Arrays.copyOfRange(units, width / 2, right + 1),
                    Arrays.copyOfRange(words, width / 2, right + 1),
                    "row " + y);
            assertEquals(units[0], words[width - 1]);
        }
        assertTrue(written > 5);
    }

    private static int[] blank(int color, int width) {
        int[] row = new int[width];
        Arrays.fill(row, color);
        return row;
    }

    private static int last(int[] row, int ground) {
        int at = row.length - 1;
        while (row[at] == ground) {
            at--;
        }
        return at;
    }

    private static JFreeChart named(String input, String output) {
        NetworkChart chart = new NetworkChart(ENGLISH, ChartTheme.LIGHT);
        chart.show(new NetworkDiagram(
                List.of(
                        new Column("inputs", "", 1, List.of(UnitState.HEALTHY), List.of(input), false),
                        new Column("output layer", "", 1, List.of(UnitState.HEALTHY), List.of(output), false)),
                List.of(new WeightLinks(new double[][] {{0}})),
                null,
                null));
        return chart.chart();
    }

    @Test
    void drawsFeatureMapsAsKernels() {
        NetworkChart chart = new NetworkChart(ENGLISH, ChartTheme.LIGHT);
        List<KernelTile> tiles = List.of(
                new KernelTile(new double[][] {{1, 0, -1}, {2, 0, -2}, {1, 0, -1}}),
                new KernelTile(new double[][] {{1, 2, 1}, {0, 0, 0}, {-1, -2, -1}}),
                new KernelTile(new double[3][3]));
        List<UnitState> states = List.of(UnitState.HEALTHY, UnitState.DEAD, UnitState.HEALTHY);
        chart.show(new NetworkDiagram(
                List.of(
                        new Column("image", "8 × 8 pixels", 1, List.of(UnitState.HEALTHY), List.of(), false),
                        new Column("convolution 1", "", 3, states, List.of(), false, tiles),
                        new Column(
                                "output layer",
                                "",
                                2,
                                List.of(UnitState.HEALTHY, UnitState.HEALTHY),
                                List.of("0", "1"),
                                false)),
                List.of(new WeightLinks(new double[][] {{0.3}, {-1}, {0}}), new WeightLinks(new double[][] {
                    {1, -0.5, 0.2}, {-0.2, 0.4, 0.9}
                })),
                new UnitPosition(1, 0),
                null));
        GoldenImage.assertMatchesReference("network-maps", chart.chart(), 520, 300);
    }

    @Test
    void findsUnitUnderPointer() {
        NetworkChart chart = new NetworkChart(ENGLISH, ChartTheme.LIGHT);
        assertNull(chart.unitAt(0.5, 0.5));
        chart.show(sketch());
        assertEquals(new UnitPosition(0, 0), chart.unitAt(NetworkChart.columnAt(0, 3), 0.25));
        assertEquals(new UnitPosition(0, 1), chart.unitAt(NetworkChart.columnAt(0, 3), 0.7));
        assertEquals(new UnitPosition(1, 11), chart.unitAt(0.5, 0.8));
        assertNull(chart.unitAt(0.3, 0.5));
        assertNull(chart.unitAt(0.5, 0.92));
        assertEquals(0.5, NetworkChart.columnAt(0, 1));
    }

    @Test
    void drawsPredictionsOnDiagonalAndFitsOnSamples() {
        PredictionChart chart = new PredictionChart(ENGLISH, ChartTheme.LIGHT);
        Curve train = Curve.of(new double[] {0, 1, 2}, new double[] {0.2, 0.9, 2.4});
        Curve validation = Curve.of(new double[] {0.5, 1.5}, new double[] {0.4, 1.2});
        Curve diagonal = Curve.of(new double[] {0, 2}, new double[] {0, 2});
        chart.show(new PredictionChart.Model(train, validation, diagonal, false, "true y", "predicted y"));
        GoldenImage.assertMatchesReference("prediction", chart.chart(), 420, 300);
        chart.texts(KOREAN);
        chart.style(ChartStyle.of(ChartTheme.DARK));
        Curve fit = Curve.of(new double[] {0, 1, 2}, new double[] {0, 1.4, 2.2});
        chart.show(new PredictionChart.Model(train, validation, fit, true, "x", "y"));
        GoldenImage.assertMatchesReference("fit-dark", chart.chart(), 420, 300);
        Curve lost = Curve.of(new double[] {0}, new double[] {Double.NaN});
        chart.show(new PredictionChart.Model(Curve.EMPTY, Curve.EMPTY, lost, true, "x", "y"));
        assertEquals(-1, chart.chart().getXYPlot().getRangeAxis().getLowerBound());
    }

    @Test
    void showsMistakesAsTableOrImages() {
        WorstPredictionsChart chart = new WorstPredictionsChart(ChartTheme.LIGHT);
        chart.show(new WorstPredictionsChart.Model(
                List.of("row", "species", "predicted", "how sure", "petal length"),
                List.of(
                        new WorstPredictionsChart.Row(
                                List.of("70", "versicolor", "virginica", "97.1 %", "4.8"), new double[0]),
                        new WorstPredictionsChart.Row(
                                List.of("106", "virginica", "versicolor", "88.0 %", "4.5"), new double[0])),
                null,
                ""));
        GoldenImage.assertMatchesReference("mistakes-table", chart.chart(), 460, 160);
        chart.style(ChartStyle.of(ChartTheme.DARK));
        double[] ramp = {0, 0.25, 0.5, 0.75, 1, 0.5, 0.2, 0, 1};
        chart.show(new WorstPredictionsChart.Model(
                List.of(),
                List.of(
                        new WorstPredictionsChart.Row(List.of("3 taken for 8", "91.0 %"), ramp),
                        new WorstPredictionsChart.Row(List.of("1 taken for 7", "60.2 %"), ramp)),
                new ImageShape(1, 3, 3),
                ""));
        GoldenImage.assertMatchesReference("mistakes-images", chart.chart(), 300, 160);
        chart.show(new WorstPredictionsChart.Model(
                List.of(), List.of(), null, "No validation sample is predicted wrong."));
        GoldenImage.assertMatchesReference("mistakes-none", chart.chart(), 300, 100);
    }

    @Test
    void pointerReadsAllColumnsOfARowAndTheWordsOfAnImage() {
        WorstPredictionsChart chart = new WorstPredictionsChart(ChartTheme.LIGHT);
        List<String> titles = IntStream.range(0, 20).mapToObj(k -> "c" + k).toList();
        chart.show(
                new WorstPredictionsChart.Model(titles, List.of(wideRow("a"), wideRow("b"), wideRow("c")), null, ""));
        // Far fewer columns than twenty have room in 160 pixels.
        GoldenImage.drawOnScreen(chart.chart(), 160, 200);
        Rectangle2D area = new Rectangle2D.Double(0, 0, 160, 200);
        List<String> read = IntStream.range(0, 200)
                .mapToObj(y -> chart.readingAt(80, y, area)
                        .map(PointerReading::position)
                        .orElse(""))
                .distinct()
                .toList();
        assertEquals(4, read.size(), "three rows, and nothing around them");
        assertEquals("", read.get(0), "the head is no row");
        assertTrue(read.get(1).startsWith("c0: a0\nc1: a1\n"), read.get(1));
        assertTrue(read.get(1).endsWith("\nc15: a15\n…"), read.get(1));
        assertTrue(read.get(3).startsWith("c0: c0\nc1: c1\n"), read.get(3));
        double[] pixels = new double[9];
        chart.show(new WorstPredictionsChart.Model(
                List.of(),
                List.of(new WorstPredictionsChart.Row(List.of("3 taken for 8", "91.0 %"), pixels)),
                new ImageShape(1, 3, 3),
                ""));
        GoldenImage.drawOnScreen(chart.chart(), 300, 160);
        assertEquals(
                "3 taken for 8\n91.0 %",
                chart.readingAt(40, 50, area).map(PointerReading::position).orElse(""));
        assertTrue(chart.readingAt(280, 50, area).isEmpty());
    }

    private static WorstPredictionsChart.Row wideRow(String name) {
        return new WorstPredictionsChart.Row(
                IntStream.range(0, 20).mapToObj(k -> name + k).toList(), new double[0]);
    }
}
