package hyperlab.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.training.AccuracyChart;
import hyperlab.chart.training.LossChart;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.junit.jupiter.api.Test;

class StageDrawableTest {
    private static final Texts TEXTS = Texts.in(Language.KOREAN);
    private static final int MARGIN = 12;
    private static final int HEAD = 28;
    private static final int GAP = 12;

    private final JFreeChart loss = new LossChart(TEXTS, ChartTheme.LIGHT).chart();
    private final JFreeChart accuracy = new AccuracyChart(TEXTS, ChartTheme.LIGHT).chart();

    private static StageDrawable.PlacedChart part(JFreeChart chart, String title, Rectangle place) {
        return new StageDrawable.PlacedChart(chart, title, "실선: 훈련, 점선: 검증", place);
    }

    private static BufferedImage draw(StageDrawable stage) {
        BufferedImage image = new BufferedImage(stage.width(), stage.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        stage.draw(g2, new Rectangle2D.Double(0, 0, stage.width(), stage.height()));
        g2.dispose();
        return image;
    }

    private static int[] pixels(BufferedImage image, int x, int y, int width, int height) {
        return image.getRGB(x, y, width, height, null, 0, width);
    }

    @Test
    void drawsChartsSideBySideUnchanged() {
        StageDrawable stage = new StageDrawable(
                List.of(
                        part(loss, "손실", new Rectangle(400, 90, 260, 160)),
                        part(accuracy, "정확도", new Rectangle(700, 90, 200, 160))),
                ChartTheme.LIGHT);
        assertEquals(2 * MARGIN + 500, stage.width());
        assertEquals(HEAD + 160, stage.height());
        BufferedImage whole = draw(stage);
        assertArrayEquals(
                pixels(GoldenImage.draw(loss, 260, 160), 0, 0, 260, 160), pixels(whole, MARGIN, HEAD, 260, 160));
        assertArrayEquals(
                pixels(GoldenImage.draw(accuracy, 200, 160), 0, 0, 200, 160),
                pixels(whole, MARGIN + 300, HEAD, 200, 160));
    }

    @Test
    void closesGapsBetweenRows() {
        StageDrawable stage = new StageDrawable(
                List.of(
                        part(accuracy, "아래", new Rectangle(10, 700, 200, 100)),
                        part(loss, "위", new Rectangle(10, 50, 200, 120))),
                ChartTheme.LIGHT);
        assertEquals(HEAD + 120 + GAP + HEAD + 100, stage.height());
        assertArrayEquals(
                pixels(GoldenImage.draw(accuracy, 200, 100), 0, 0, 200, 100),
                pixels(draw(stage), MARGIN, stage.height() - 100, 200, 100));
    }

    @Test
    void chartsNextToTallChartStayInPlace() {
        StageDrawable stage = new StageDrawable(
                List.of(
                        part(loss, "왼쪽", new Rectangle(0, 0, 200, 300)),
                        part(accuracy, "위", new Rectangle(220, 0, 200, 120)),
                        part(accuracy, "아래", new Rectangle(220, 180, 200, 120))),
                ChartTheme.LIGHT);
        assertEquals(HEAD + 300, stage.height());
        BufferedImage whole = draw(stage);
        int[] alone = pixels(GoldenImage.draw(accuracy, 200, 120), 0, 0, 200, 120);
        assertArrayEquals(alone, pixels(whole, MARGIN + 220, HEAD, 200, 120));
        assertArrayEquals(alone, pixels(whole, MARGIN + 220, HEAD + 180, 200, 120));
    }

    @Test
    void placesTitlesAboveChartsWithinTheirWidth() {
        String endless = "아주 긴 제목 ".repeat(20);
        StageDrawable stage = new StageDrawable(
                List.of(
                        part(loss, endless, new Rectangle(0, 0, 200, 60)),
                        part(accuracy, "정확도", new Rectangle(220, 0, 200, 60))),
                ChartTheme.DARK);
        BufferedImage whole = draw(stage);
        int ground = ChartTheme.DARK.background().getRGB();
        assertTrue(inked(whole, MARGIN, 200, ground) > 200, "words over the first");
        assertEquals(0, inked(whole, MARGIN + 201, 19, ground), "none between the two");
        assertTrue(inked(whole, MARGIN + 220, 200, ground) > 100, "words over the second");
    }

    private static long inked(BufferedImage image, int x, int width, int ground) {
        long inked = 0;
        for (int pixel : pixels(image, x, 0, width, HEAD)) {
            inked += pixel == ground ? 0 : 1;
        }
        return inked;
    }
}
