package hyperlab.chart.tuning;

import hyperlab.chart.CachedLayer;
import hyperlab.chart.Contours;
import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.PixelImage;
import hyperlab.chart.Surface;
import hyperlab.chart.SurfaceRange;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.tuning.SearchMapChart.EstimateKind;
import hyperlab.chart.tuning.SearchMapChart.Model;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.data.Range;

/** The background of a search map: a tint with contour lines. */
final class SearchMapBackground extends ModelAnnotation<Model> {
    private static final int TINTS = 256;
    private static final int CONTOURS = 9;
    private static final double STRONGEST = 0.8;
    private static final double LINE = 0.5;

    private final CachedLayer layer = new CachedLayer();

    /** Everything it depends on other than its position. */
    private record SearchLayerKey(Surface estimate, EstimateKind kind, Range x, Range y, ChartStyle style) {}

    /** The tint of a value, given by its share of the range, from 0 to 1. */
    static Color tint(ChartTheme theme, EstimateKind kind, double share) {
        return theme.blendWithBackground(theme.series(kind.series()), STRONGEST * kind.depth(share));
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, Model model) {
        Surface estimate = model.estimate();
        if (estimate == null || area.getWidth() < 1 || area.getHeight() < 1) {
            return;
        }
        Object key = new SearchLayerKey(estimate, model.kind(), pixels.xRange(), pixels.yRange(), style());
        layer.draw(g2, area, key, own -> {
            PixelImage.draw(own, image(estimate, model.kind(), pixels, PixelImage.deviceScale(own)), area);
            own.setColor(style().theme().blendWithBackground(style().theme().axis(), LINE));
            own.setStroke(new BasicStroke((float) style().scale()));
            own.draw(contours(estimate, model.kind(), pixels));
        });
    }

    private BufferedImage image(Surface estimate, EstimateKind kind, PixelTransform pixels, double deviceScale) {
        int[] tints = new int[TINTS];
        for (int k = 0; k < TINTS; k++) {
            tints[k] = tint(style().theme(), kind, k / (TINTS - 1.0)).getRGB();
        }
        SurfaceRange range = SurfaceRange.of(estimate);
        double span = range.high() - range.low();
        Rectangle2D area = pixels.area();
        VisiblePart x = pixels.xPart(0, 1);
        VisiblePart y = pixels.yPart(0, 1);
        int outside = style().theme().background().getRGB();
        return PixelImage.of(area, deviceScale, (right, above) -> {
            if (!x.contains(right, 1 / area.getWidth()) || !y.contains(above, 1 / area.getHeight())) {
                return outside;
            }
            double column = x.at(right) * (estimate.columns() - 1);
            double row = y.at(above) * (estimate.rows() - 1);
            double share = kind.isRanked()
                    ? estimate.normalizedRankAt(column, row)
                    : span > 0 ? (interpolate(estimate, column, row) - range.low()) / span : 0;
            return tints[(int) Math.max(0, Math.min(TINTS - 1, Math.round(share * (TINTS - 1))))];
        });
    }

    /** Interpolates bilinearly. */
    private static double interpolate(Surface estimate, double column, double row) {
        int left = (int) Math.max(0, Math.min(estimate.columns() - 2, Math.floor(column)));
        int low = (int) Math.max(0, Math.min(estimate.rows() - 2, Math.floor(row)));
        double right = column - left;
        double above = row - low;
        double bottom = estimate.samples().value(left, low) * (1 - right)
                + estimate.samples().value(left + 1, low) * right;
        double top = estimate.samples().value(left, low + 1) * (1 - right)
                + estimate.samples().value(left + 1, low + 1) * right;
        return bottom * (1 - above) + top * above;
    }

    private static Path2D contours(Surface estimate, EstimateKind kind, PixelTransform pixels) {
        SurfaceRange range = SurfaceRange.of(estimate);
        double[] levels = kind.isRanked() ? estimate.levels(CONTOURS) : new double[CONTOURS];
        for (int k = 0; k < CONTOURS && !kind.isRanked(); k++) {
            levels[k] = range.low() + (range.high() - range.low()) * (k + 1) / (CONTOURS + 1.0);
        }
        return Contours.path(estimate.samples(), levels, pixels);
    }
}
