package hyperlab.chart.map;

import hyperlab.chart.ColorBarTitle;
import hyperlab.chart.axis.Ticks;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.TextPainter;
import hyperlab.map.MapColor;
import hyperlab.map.MapSubject;
import hyperlab.map.PixelOutcome;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The color bar above a map: the ramp of runs that converged and that of runs that diverged meet at the boundary. */
final class MapColorBar extends ColorBarTitle<MapColorBar.Content> {
    private static final double HEIGHT = 54;
    private static final double UNNAMED_BOUNDARY_HEIGHT = 40;
    private static final double BRIEF_HEIGHT = 26;
    private static final double BAR_HEIGHT = 12;
    private static final double BAR_TOP = 18;
    private static final double TOP_WITHOUT_BOUNDARY = 4;
    /** The bar covers at most this share of the width. */
    private static final double MAX_SHARE = 0.62;

    private static final double GAP = 10;
    private static final int MAX_TICKS = 4;

    /**
     * What it shows.
     *
     * @param boundary the name of the line between both ramps; empty to leave its room to the map
     * @param brief whether only the bar and the outcomes at its ends are shown, to leave the room to the map
     */
    record Content(
            MapColors colors,
            MapColor color,
            String converged,
            String value,
            String diverged,
            String time,
            String boundary,
            boolean hatched,
            boolean brief) {}

    MapColorBar() {
        super(HEIGHT);
    }

    /** @param ranges what the ramps cover; null for the values of the snapshot */
    void show(MapModel model, @Nullable ColorRanges ranges, Texts texts) {
        MapColor color = model.snapshot().map().color();
        boolean descent = model.snapshot().map().subject() instanceof MapSubject.OfDescent;
        boolean steps = !(model.snapshot().map().subject() instanceof MapSubject.OfExperiment);
        String name = descent && color == MapColor.TRAIN_LOSS ? "functionValue" : color.fileName();
        String time = color == MapColor.SPECTRAL_RADIUS
                ? texts.get("chart.map.color.spectralRadius")
                : texts.get(steps ? "chart.map.atStep" : "chart.map.atEpoch");
        setBarHeight(
                switch (model.legend()) {
                    case NONE -> BRIEF_HEIGHT;
                    case BRIEF -> UNNAMED_BOUNDARY_HEIGHT;
                    case FULL -> HEIGHT;
                });
        setContent(new Content(
                new MapColors(model.snapshot(), ranges),
                color,
                texts.get("chart.map.converged"),
                texts.get("chart.map.color." + name),
                texts.get("chart.map.diverged"),
                color == MapColor.OUTCOME ? "" : time,
                model.legend() == MapModel.Legend.FULL ? texts.get("chart.map.boundary") : "",
                model.patterns() && model.snapshot().outcomes().contains(PixelOutcome.DIVERGED),
                model.legend() == MapModel.Legend.NONE));
    }

    @Override
    protected void drawContent(Graphics2D g2, Rectangle2D area, Content shown) {
        double scale = style().scale();
        double leftText = Math.max(width(shown.converged()), shown.brief() ? 0 : width(shown.value()));
        double rightText = Math.max(width(shown.diverged()), shown.brief() ? 0 : width(shown.time()));
        double room = area.getWidth() - leftText - rightText - 4 * GAP * scale;
        double length = Math.max(40, Math.min(MAX_SHARE * area.getWidth(), room));
        double left = area.getX() + (area.getWidth() - length - leftText - rightText) / 2 + leftText;
        double top = area.getY() + (shown.boundary().isEmpty() ? TOP_WITHOUT_BOUNDARY : BAR_TOP) * scale;
        double middle = left + length / 2;
        double textTop = top + BAR_HEIGHT * scale / 2;
        double textBottom = top + BAR_HEIGHT * scale + 12 * scale;
        Color blue = style().theme().series(0);
        Color red = style().theme().series(3);
        text(g2, shown.converged(), blue, left - GAP * scale - width(shown.converged()), textTop);
        text(g2, shown.diverged(), red, left + length + GAP * scale, textTop);
        drawBar(g2, shown, new Rectangle2D.Double(left, top, length, BAR_HEIGHT * scale));
        g2.setColor(style().theme().text());
        g2.draw(new Line2D.Double(middle, top - 2 * scale, middle, top + (BAR_HEIGHT + 4) * scale));
        if (shown.brief()) {
            return;
        }
        text(g2, shown.value(), style().theme().muted(), left - GAP * scale - width(shown.value()), textBottom);
        text(g2, shown.time(), style().theme().muted(), left + length + GAP * scale, textBottom);
        text(g2, shown.boundary(), style().theme().text(), middle - width(shown.boundary()) / 2, top - 9 * scale);
        if (shown.color().hasValue()) {
            ticks(g2, shown.colors().ranges().converged(), shown.colors().isReversed(), left, middle, textBottom);
            boolean reversed = !shown.colors().isDivergedReversed();
            ticks(g2, shown.colors().ranges().diverged(), reversed, middle, left + length, textBottom);
        }
    }

    private double width(String text) {
        return TextPainter.width(text, style().labelFont());
    }

    private void text(Graphics2D g2, String text, Color color, double x, double centerY) {
        TextPainter.draw(g2, text, style().labelFont(), color, x, centerY);
    }

    private void drawBar(Graphics2D g2, Content shown, Rectangle2D bar) {
        int[] rgb = new int[2 * MapRamps.COLORS];
        for (int i = 0; i < MapRamps.COLORS; i++) {
            double share = i / (MapRamps.COLORS - 1.0);
            boolean flat = shown.color() == MapColor.OUTCOME;
            rgb[i] = MapRamps.converged(style().theme(), flat ? MapColors.CONVERGED : share);
            rgb[MapRamps.COLORS + i] = MapRamps.diverged(style().theme(), flat ? MapColors.DIVERGED : share);
        }
        int height = (int) Math.ceil(bar.getHeight());
        drawColors(g2, rgb, new Rectangle((int) bar.getX(), (int) bar.getY(), (int) bar.getWidth(), height));
        if (shown.hatched()) {
            drawHatch(
                    g2,
                    new Rectangle2D.Double(
                            bar.getCenterX(), bar.getY(), bar.getWidth() / 2, Math.ceil(bar.getHeight())));
        }
    }

    /** The diagonal lines of diverged pixels. */
    private void drawHatch(Graphics2D g2, Rectangle2D diverged) {
        int shade = style().theme() == ChartTheme.LIGHT ? 0 : 255;
        Graphics2D own = (Graphics2D) g2.create();
        own.clip(diverged);
        own.setColor(new Color(shade, shade, shade, (int) (255 * MapImage.PATTERN_STRENGTH)));
        own.setStroke(new BasicStroke((float) style().scale()));
        double spacing = MapImage.HATCH_SPACING * style().scale();
        for (double x = diverged.getX() - diverged.getHeight(); x < diverged.getMaxX(); x += spacing) {
            own.draw(new Line2D.Double(x, diverged.getMaxY(), x + diverged.getHeight(), diverged.getY()));
        }
        own.dispose();
    }

    private void ticks(Graphics2D g2, ValueRange range, boolean reversed, double from, double to, double centerY) {
        if (range.isEmpty()) {
            return;
        }
        List<Double> ticks = range.logarithmic()
                ? Ticks.logarithmic(range.low(), range.high(), MAX_TICKS)
                : Ticks.linear(range.low(), range.high(), MAX_TICKS);
        double lastRight = from;
        double lastLeft = to;
        for (double tick : range.high() > range.low() ? ticks : List.of(range.low())) {
            if (tick < range.low() || tick > range.high()) {
                continue;
            }
            double share = range.share(tick);
            double x = from + (reversed ? 1 - share : share) * (to - from);
            String text = NumberFormats.format(tick, 3);
            double half = TextPainter.width(text, style().axisFont()) / 2;
            boolean fits = x - half >= from && x + half <= to;
            if (fits && (reversed ? x + half + 4 < lastLeft : x - half > lastRight + 4 || lastRight == from)) {
                TextPainter.draw(g2, text, style().axisFont(), style().theme().muted(), x - half, centerY);
                lastRight = x + half;
                lastLeft = x - half;
            }
        }
    }
}
