package hyperlab.chart;

import hyperlab.chart.SearchMapChart.Kind;
import hyperlab.chart.SearchMapChart.Picture;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** The background of a search map: a tint with contour lines. */
final class SearchGround extends PictureAnnotation<Picture> {
    private static final int TINTS = 256;
    private static final int CONTOURS = 9;
    private static final double STRONGEST = 0.62;
    private static final double LINE = 0.5;

    private final Kept ground = new Kept();

    /** Everything it depends on other than its position. */
    private record Look(Surface heat, Kind kind, ChartStyle style) {}

    static Color tint(ChartTheme theme, Kind kind, double share) {
        return theme.faint(theme.series(kind.series()), STRONGEST * share);
    }

    @Override
    void draw(Graphics2D g2, Rectangle2D area, Pixels pixels, Picture shown) {
        Surface heat = shown.heat();
        if (heat == null || area.getWidth() < 1 || area.getHeight() < 1) {
            return;
        }
        ground.draw(g2, area, new Look(heat, shown.kind(), style()), own -> {
            PixelImage.draw(own, image(heat, shown.kind(), area, PixelImage.sharpness(own)), area);
            own.setColor(style().theme().faint(style().theme().axis(), LINE));
            own.setStroke(new BasicStroke((float) style().scale()));
            own.draw(lines(heat, shown.kind(), pixels));
        });
    }

    private BufferedImage image(Surface heat, Kind kind, Rectangle2D area, double sharpness) {
        int[] tints = new int[TINTS];
        for (int k = 0; k < TINTS; k++) {
            tints[k] = tint(style().theme(), kind, k / (TINTS - 1.0)).getRGB();
        }
        HeatRange range = HeatRange.of(heat);
        double span = range.high() - range.low();
        return PixelImage.of(area, sharpness, (right, above) -> {
            double column = right * (heat.columns() - 1);
            double row = above * (heat.rows() - 1);
            double share = kind.isRanked()
                    ? heat.depthAt(column, row)
                    : span > 0 ? (between(heat, column, row) - range.low()) / span : 0;
            return tints[(int) Math.max(0, Math.min(TINTS - 1, Math.round(share * (TINTS - 1))))];
        });
    }

    /** Interpolates bilinearly. */
    private static double between(Surface heat, double column, double row) {
        int left = (int) Math.max(0, Math.min(heat.columns() - 2, Math.floor(column)));
        int low = (int) Math.max(0, Math.min(heat.rows() - 2, Math.floor(row)));
        double right = column - left;
        double above = row - low;
        double bottom =
                heat.heights().at(left, low) * (1 - right) + heat.heights().at(left + 1, low) * right;
        double top =
                heat.heights().at(left, low + 1) * (1 - right) + heat.heights().at(left + 1, low + 1) * right;
        return bottom * (1 - above) + top * above;
    }

    private static Path2D lines(Surface heat, Kind kind, Pixels pixels) {
        HeatRange range = HeatRange.of(heat);
        double[] levels = kind.isRanked() ? heat.levels(CONTOURS) : new double[CONTOURS];
        for (int k = 0; k < CONTOURS && !kind.isRanked(); k++) {
            levels[k] = range.low() + (range.high() - range.low()) * (k + 1) / (CONTOURS + 1.0);
        }
        return Contours.path(heat.heights(), levels, pixels);
    }
}
