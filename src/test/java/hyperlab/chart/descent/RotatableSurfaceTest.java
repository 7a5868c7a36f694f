package hyperlab.chart.descent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.GoldenImage;
import hyperlab.chart.Surface;
import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.descent.ObjectiveFunction;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RotatableSurfaceTest {
    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 200, 200);
    private static final ObjectiveFunction.PlotWindow SQUARE = new ObjectiveFunction.PlotWindow(-2, 2, -2, 2);
    private static final double BOX = SurfaceProjection.HEIGHT;

    private static SurfaceProjection projection(double azimuth, double elevation) {
        return new SurfaceProjection(new ViewAngles(azimuth, elevation), AREA);
    }

    @Test
    void fromAboveTheProjectionIsTheMap() {
        SurfaceProjection above = projection(0, 90);
        double scale = 200 / (2 * Math.sqrt(2));
        assertEquals(scale, above.scale(), 1e-9);
        assertEquals(100 + 0.3 * scale, above.pixelX(0.3, 0.7), 1e-9);
        assertEquals(100 - 0.7 * scale, above.pixelY(0.3, 0.7, 1), 1e-9);
        assertEquals(above.pixelY(0.3, 0.7, 0), above.pixelY(0.3, 0.7, 1), 1e-9);
        assertEquals(BOX, above.near(0.3, 0.7, 1) - above.near(0.3, 0.7, 0), 1e-9);
    }

    @Test
    void quarterTurnPutsTheFarSideOnTheLeft() {
        SurfaceProjection turned = projection(90, 30);
        assertEquals(-0.7, turned.right(0.3, 0.7), 1e-12);
        // back = across = 0.3; z = BOX·(0.9 − 0.5)
        double z = 0.4 * BOX;
        assertEquals(z * Math.sqrt(3) / 2 + 0.3 / 2, turned.up(0.3, 0.7, 0.9), 1e-12);
        assertEquals(z / 2 - 0.3 * Math.sqrt(3) / 2, turned.near(0.3, 0.7, 0.9), 1e-12);
        assertArrayEquals(new double[] {-Math.sqrt(3) / 2, 0, 0.5}, turned.towardViewer(), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "-30, 40", "77, 61", "-180, 90", "133, 12"})
    void projectionIsRotation(double azimuth, double elevation) {
        SurfaceProjection projection = projection(azimuth, elevation);
        double z = BOX * (0.8 - 0.5);
        double right = projection.right(-0.6, 0.2);
        double up = projection.up(-0.6, 0.2, 0.8);
        double near = projection.near(-0.6, 0.2, 0.8);
        assertEquals(0.36 + 0.04 + z * z, right * right + up * up + near * near, 1e-12);
        assertArrayEquals(new double[] {right, up, near}, projection.toView(-0.6, 0.2, z), 1e-12);
        double[] toViewer = projection.towardViewer();
        assertArrayEquals(new double[] {0, 0, 1}, projection.toView(toViewer[0], toViewer[1], toViewer[2]), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "-30, 40", "45, 20", "45, 90", "10, 70"})
    void everyCornerOfTheBoxIsInsideTheArea(double azimuth, double elevation) {
        SurfaceProjection projection = projection(azimuth, elevation);
        Rectangle2D room = new Rectangle2D.Double(-1e-9, -1e-9, 200 + 2e-9, 200 + 2e-9);
        for (int corner = 0; corner < 8; corner++) {
            int across = (corner & 1) * 2 - 1;
            int along = (corner & 2) - 1;
            assertTrue(room.contains(projection.pixel(across, along, corner >> 2)), "corner " + corner);
        }
    }

    @Test
    void anglesStayInTheirRange() {
        assertEquals(new ViewAngles(-170, 90), new ViewAngles(100, 80).turned(90, 30));
        assertEquals(new ViewAngles(170, ViewAngles.MIN_ELEVATION), new ViewAngles(-100, 10).turned(-90, -30));
        assertEquals(new ViewAngles(-180, 45), new ViewAngles(180, 45));
    }

    /** A plateau of height 1 that ends at y = 0 hides the ground behind it up to a distance of height/tan ε. */
    @ParameterizedTest
    @CsvSource({"30", "50", "70"})
    void plateauHidesWhatLiesInItsShadow(double elevation) {
        Surface plateau = Surface.of((x, y) -> y < 0.01 ? 1 : 0, SQUARE);
        HeightField field = new HeightField(plateau);
        SurfaceProjection projection = projection(0, elevation);
        double shadow = BOX / Math.tan(Math.toRadians(elevation));
        double sample = 2.0 / (Surface.SAMPLES - 1);
        assertFalse(field.isVisible(0.3, Math.min(1, shadow - 3 * sample), 0, projection));
        if (shadow + 3 * sample < 1) {
            assertTrue(field.isVisible(0.3, shadow + 3 * sample, 0, projection));
        }
        assertTrue(field.isVisible(0.3, -0.5, 1, projection), "on the plateau");
        assertTrue(field.isVisible(0.3, 0.3, 0, projection(180, elevation)), "seen from the other side");
        assertTrue(field.isVisible(0.3, 0.3, 0, projection(0, 90)), "seen from above");
    }

    @Test
    void heightsAreLinearUnlessWallsFlattenTheRest() {
        HeightScale plane = HeightScale.of(Surface.of((x, y) -> 3 + x, SQUARE));
        assertFalse(plane.isLogarithmic());
        assertEquals(0.25, plane.height(2), 1e-12);
        HeightScale steep = HeightScale.of(Surface.of((x, y) -> Math.exp(3 * (x + 2)), SQUARE));
        double unit = Math.exp(6) - 1;
        assertTrue(steep.isLogarithmic());
        assertEquals(unit, steep.unit(), 0.03 * unit);
        assertEquals(
                Math.log1p(1) / Math.log1p((Math.exp(12) - 1) / steep.unit()),
                steep.height(steep.low() + steep.unit()),
                1e-9);
        assertEquals(0, HeightScale.of(Surface.of((x, y) -> 7, SQUARE)).height(7));
        assertTrue(Double.isNaN(steep.height(Double.POSITIVE_INFINITY)));
    }

    private static SurfaceChartModel model(ObjectiveFunction.PlotWindow window) {
        Surface bowl = Surface.of((x, y) -> x * x + 2 * y * y, window);
        SurfacePath path = new SurfacePath(
                Curve.of(new double[] {-1.5, 1.2, -0.9, 0.6, -0.3}, new double[] {1.5, 0.6, 0.2, 0.1, 0}),
                2,
                CurveStyle.series(0).radius(3),
                "η = 0.9");
        SurfacePath away = new SurfacePath(
                Curve.of(new double[] {-1.5, 9}, new double[] {1.5, 0}),
                1,
                CurveStyle.series(3).radius(3),
                "η = 2");
        return new SurfaceChartModel(
                bowl,
                "x",
                "y",
                List.of(away, path),
                new SurfaceChartModel.NamedPoint(-1.5, 1.5, "start"),
                List.of(new SurfaceChartModel.NamedPoint(0, 0, "minimum")),
                List.of());
    }

    @ParameterizedTest
    @EnumSource
    void looksLikeGoldenImage(ChartTheme theme) {
        RotatableSurfaceChart chart = new RotatableSurfaceChart(theme);
        chart.show(model(SQUARE));
        GoldenImage.assertMatchesReference(
                "rotatable-surface-" + theme.name().toLowerCase(Locale.ROOT), chart.chart(), 480, 320);
    }

    @Test
    void nearCellsCoverFarOnesAndTheUndersideIsTranslucent() {
        // A ramp that rises toward the viewer shows only its underside; one that rises away shows only its top.
        Rectangle2D area = new Rectangle2D.Double(0, 0, 200, 200);
        SurfaceProjection low = projection(0, 10);
        int top = centerPixel(new HeightField(Surface.of((x, y) -> y, SQUARE)), low, area);
        int underside = centerPixel(new HeightField(Surface.of((x, y) -> -y, SQUARE)), low, area);
        assertEquals(255, top >>> 24);
        assertTrue((underside >>> 24) < 128 && (underside >>> 24) > 0, "alpha " + (underside >>> 24));
        // A ridge across the view hides the valley behind it: the same pixel shows the ridge's opaque front.
        HeightField ridge = new HeightField(Surface.of((x, y) -> 1 - y * y, SQUARE));
        assertEquals(255, centerPixel(ridge, low, area) >>> 24);
    }

    private static int centerPixel(HeightField field, SurfaceProjection projection, Rectangle2D area) {
        BufferedImage image = new SurfaceMesh(field, projection, ChartTheme.LIGHT, 12, 2, area, 1).draw();
        return image.getRGB(100, 100);
    }

    @Test
    void turningChangesOnlyTheView() {
        RotatableSurfaceChart chart = new RotatableSurfaceChart(ChartTheme.LIGHT);
        chart.show(model(SQUARE));
        BufferedImage before = GoldenImage.draw(chart.chart(), 240, 160);
        chart.setAngles(ViewAngles.DEFAULT.turned(25, 0));
        BufferedImage turned = GoldenImage.draw(chart.chart(), 240, 160);
        chart.setAngles(ViewAngles.DEFAULT);
        assertNotEquals(hash(before), hash(turned));
        assertEquals(hash(before), hash(GoldenImage.draw(chart.chart(), 240, 160)));
    }

    private static int hash(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.hashCode(pixels);
    }
}
