package hyperlab.chart.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.GoldenImage;
import hyperlab.chart.style.ChartTheme;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormulaChartTest {
    private static final String LATEX = "o = \\left\\lfloor \\frac{n + 2p - k}{s} \\right\\rfloor + 1";

    private static FormulaChart chart(String words) {
        FormulaChart chart = new FormulaChart(ChartTheme.LIGHT);
        chart.show(new FormulaChart.Model(LATEX, words));
        return chart;
    }

    /** The number of pixels with ink, and the lowest row with any. */
    private static int[] ink(FormulaChart chart, int width, int height) {
        BufferedImage image = GoldenImage.draw(chart.chart(), width, height);
        int count = 0;
        int lowest = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (new Color(image.getRGB(x, y)).getRed() < 128) {
                    count++;
                    lowest = y;
                }
            }
        }
        return new int[] {count, lowest};
    }

    @Test
    void drawsFormulaAndWordsBelow() {
        int[] formula = ink(chart(""), 400, 200);
        int[] withWords = ink(chart("The kernel reads every pixel of the image."), 400, 200);
        assertTrue(formula[0] > 100, "ink " + formula[0]);
        assertTrue(withWords[0] > formula[0] + 100, "ink " + withWords[0]);
        assertTrue(withWords[1] > formula[1] + 10, "rows " + formula[1] + " and " + withWords[1]);
    }

    /** Presented alone, a formula is as large as its card allows; more and shorter lines can be larger. */
    @Test
    void growsInLargeAreas() {
        String words = "The kernel reads every pixel of the image.";
        int usual = ink(chart(words), 700, 90)[1];
        assertTrue(usual < 85, "rows " + usual);
        int large = ink(chart(words), 700, 400)[1];
        assertTrue(large > 1.4 * usual && large < 300, "rows " + large);
        FormulaChart narrow = new FormulaChart(ChartTheme.LIGHT);
        String line = "x = 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12 + 13";
        narrow.show(new FormulaChart.Model(line, ""));
        int wide = ink(narrow, 470, 300)[1];
        narrow.show(new FormulaChart.Model(
                line,
                "\\begin{array}{l} x = 1 + 2 + 3 + 4 + 5 + 6 + 7 \\\\ + 8 + 9 + 10 + 11 + 12 + 13 \\end{array}",
                ""));
        assertTrue(ink(narrow, 470, 300)[1] > 1.8 * wide, "rows " + wide);
    }

    @Test
    void staysInsideSmallAreas() {
        String words = "The kernel reads every pixel of the image, and the stride divides evenly.";
        BufferedImage image = GoldenImage.draw(chart(words).chart(), 120, 110);
        for (int y = 0; y < image.getHeight(); y++) {
            assertEquals(255, new Color(image.getRGB(image.getWidth() - 1, y)).getRed(), "ink at the right edge");
        }
    }

    @Test
    void dataIsTheFormulaInLatex() {
        assertEquals(List.of(List.of(LATEX, "Words")), chart("Words").table().rows());
    }
}
