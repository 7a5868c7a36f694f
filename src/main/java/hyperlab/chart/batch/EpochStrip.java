package hyperlab.chart.batch;

import hyperlab.batch.EpochBatches;
import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.style.TextPainter;
import hyperlab.text.Texts;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Optional;

/** Draws the strip of {@link EpochStripChart}. */
final class EpochStrip extends ModelAnnotation<EpochStripChart.Model> {
    private static final double ROW = 18;
    /** The row of counts below the bars is left out if both together would have less than this many rows. */
    private static final double MIN_ROWS = 1.5;

    private static final double WORD_ROOM = 8;
    private static final double WIDE_GAP = 12;
    private static final double NARROW_GAP = 3;
    private static final int FEW = 14;
    private static final int SOME = 80;
    private static final double WIDE_BAR = 3;
    private static final double DONE_OPACITY = 0.62;
    private static final double PENDING_OPACITY = 0.32;
    private static final double OMITTED_OPACITY = 0.14;
    private static final double SWATCH = 10;
    private static final double SWATCH_ROOM = SWATCH + 6;
    /** The distance of the frame from the samples and half of its line. */
    private static final double FRAME_ROOM = 4;

    private Texts texts;

    EpochStrip(Texts texts) {
        this.texts = texts;
    }

    /** Takes effect with the next model. */
    void texts(Texts newTexts) {
        texts = newTexts;
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, EpochStripChart.Model model) {
        new Drawing(g2, inside(area), model).draw();
    }

    /** The part of the area for the samples, with room for the frame of the current batch at both ends. */
    private Rectangle2D inside(Rectangle2D area) {
        double room = FRAME_ROOM * style().scale();
        return new Rectangle2D.Double(area.getX() + room, area.getY(), area.getWidth() - 2 * room, area.getHeight());
    }

    /** The sample at a pixel: its position in the epoch, its batch and its kind. */
    @Override
    public Optional<String> textAt(double x, double y, Rectangle2D area) {
        EpochStripChart.Model model = model();
        if (model == null) {
            return Optional.empty();
        }
        EpochBatches cut = model.cut();
        Rectangle2D inside = inside(area);
        StripGeometry strip = StripGeometry.of(cut, inside, style().scale());
        int position = strip.positionAt(cut, x - inside.getX());
        if (position < 0 || y < strip.top() || y > strip.top() + strip.height()) {
            return Optional.empty();
        }
        int sample = model.order().applyAsInt(position);
        int batch = position / cut.batchSize();
        String kind = model.kinds().get(model.kindOf().applyAsInt(sample)).name();
        String where = batch < cut.steps()
                ? texts.get("chart.strip.toCome", Integer.toString(batch + 1))
                : texts.get("chart.strip.leftOut");
        String line = texts.get("chart.strip.sample", Integer.toString(position + 1), where);
        return Optional.of(kind.isEmpty() ? line : line + "\n" + kind);
    }

    /**
     * Where the samples are.
     *
     * @param gap between two batches
     * @param bar width of a sample
     * @param top of all samples
     * @param hasRowBelow whether there is room for a row below them
     * @param height of all samples
     */
    private record StripGeometry(double gap, double bar, double top, boolean hasRowBelow, double height) {
        static StripGeometry of(EpochBatches cut, Rectangle2D area, double scale) {
            int groups = cut.steps() + (cut.droppedSamples() > 0 ? 1 : 0);
            double wanted = (groups <= FEW ? WIDE_GAP : groups <= SOME ? NARROW_GAP : 0) * scale;
            double gap = (area.getWidth() - wanted * (groups - 1)) / cut.samples() < 1 ? 0 : wanted;
            double belowTop = area.getHeight() - 2 * ROW * scale;
            boolean hasRowBelow = belowTop >= MIN_ROWS * ROW * scale;
            return new StripGeometry(
                    gap,
                    (area.getWidth() - gap * (groups - 1)) / cut.samples(),
                    area.getY() + 2 * ROW * scale,
                    hasRowBelow,
                    Math.max(4, hasRowBelow ? belowTop - ROW * scale : belowTop));
        }

        /** The position of the sample at a distance from the left edge; −1 in a gap and outside. */
        int positionAt(EpochBatches cut, double x) {
            double group = cut.batchSize() * bar + gap;
            int batch = (int) Math.floor(x / group);
            double within = x - batch * group;
            int position = batch * cut.batchSize() + (int) Math.floor(within / bar);
            boolean inBatch = within < cut.batchSize() * bar;
            return x >= 0 && inBatch && position < cut.samples() ? position : -1;
        }
    }

    /** One drawing into a rectangle. */
    private final class Drawing {
        private final Graphics2D g2;
        private final Rectangle2D area;
        private final EpochStripChart.Model shown;
        private final EpochBatches cut;
        private final double scale = style().scale();
        private final double gap;
        private final double bar;
        private final double top;
        private final boolean hasRowBelow;
        private final double height;

        Drawing(Graphics2D g2, Rectangle2D area, EpochStripChart.Model model) {
            this.g2 = g2;
            this.area = area;
            this.shown = model;
            cut = model.cut();
            StripGeometry strip = StripGeometry.of(cut, area, scale);
            gap = strip.gap();
            bar = strip.bar();
            top = strip.top();
            hasRowBelow = strip.hasRowBelow();
            height = strip.height();
        }

        void draw() {
            drawTitle();
            for (int batch = 0; batch < cut.steps(); batch++) {
                double share = batch < shown.current() ? DONE_OPACITY : batch == shown.current() ? 1 : PENDING_OPACITY;
                drawSamples(batch * cut.batchSize(), cut.sizeOf(batch), batch, share);
            }
            if (cut.droppedSamples() > 0) {
                drawSamples(cut.samples() - cut.droppedSamples(), cut.droppedSamples(), cut.steps(), OMITTED_OPACITY);
            }
            double free = area.getX();
            for (int batch = 0; batch <= cut.steps(); batch++) {
                free = drawBatchText(batch, free);
            }
        }

        /** Returns the left edge of the sample at {@code place} in {@code batch}. */
        private double x(int position, int batch) {
            return area.getX() + position * bar + batch * gap;
        }

        private void drawSamples(int from, int count, int batch, double share) {
            if (bar >= 1) {
                double width = bar >= WIDE_BAR ? bar - scale : bar;
                for (int position = from; position < from + count; position++) {
                    fill(x(position, batch), width, position, share);
                }
            } else {
                // More samples than pixels: each pixel shows one of the samples that it covers.
                double end = x(from + count, batch);
                for (double x = Math.ceil(x(from, batch)); x < end; x++) {
                    int position = (int) ((x - area.getX() - batch * gap) / bar);
                    fill(x, 1, Math.min(position, from + count - 1), share);
                }
            }
            if (batch == shown.current() && batch < cut.steps()) {
                double left = x(from, batch) - 3 * scale;
                double width = Math.max(5 * scale, count * bar + 5 * scale);
                g2.setColor(style().theme().text());
                g2.setStroke(new BasicStroke((float) (2 * scale)));
                g2.draw(new RoundRectangle2D.Double(
                        left, top - 3 * scale, width, height + 6 * scale, 6 * scale, 6 * scale));
            }
        }

        private void fill(double x, double width, int position, double share) {
            int kind = shown.kindOf().applyAsInt(shown.order().applyAsInt(position));
            Color color = shown.kinds().get(kind).themeColor().resolve(style().theme());
            g2.setColor(style().theme().blendWithBackground(color, share));
            g2.fill(new Rectangle2D.Double(x, top, width, height));
        }

        /**
         * Draws the text above and below a batch if it fits, and always for the current batch. Returns the first free x
         * after it.
         */
        private double drawBatchText(int batch, double free) {
            if (count(batch) == 0) {
                return free;
            }
            boolean isCurrent = batch == shown.current() && batch < cut.steps();
            String above = above(batch, isCurrent);
            String below = below(batch, isCurrent);
            double width = textWidth(above, below, isCurrent);
            double left = left(batch, width);
            boolean fits = left >= free && width <= room(batch);
            if (isCurrent || (fits && !coversCurrent(left, width))) {
                Font font = isCurrent ? style().labelFont() : style().axisFont();
                Color color =
                        isCurrent ? style().theme().text() : style().theme().muted();
                drawCentered(above, font, color, middle(batch), top - ROW * scale / 2 - 2 * scale);
                if (hasRowBelow) {
                    drawCentered(
                            below,
                            style().axisFont(),
                            style().theme().muted(),
                            middle(batch),
                            top + height + ROW * scale / 2 + 2 * scale);
                }
                return left + width + WORD_ROOM * scale;
            }
            return free;
        }

        /** The number of samples of a batch; of those that are left out, at the index after the last batch. */
        private int count(int batch) {
            return batch == cut.steps() ? cut.droppedSamples() : cut.sizeOf(batch);
        }

        private double room(int batch) {
            return count(batch) * bar + 2 * gap;
        }

        private double middle(int batch) {
            return x(batch * cut.batchSize(), batch) + count(batch) * bar / 2;
        }

        private String above(int batch, boolean isCurrent) {
            if (batch == cut.steps()) {
                return texts.get("chart.strip.leftOut");
            }
            String key =
                    isCurrent ? "chart.strip.now" : batch < shown.current() ? "chart.strip.done" : "chart.strip.toCome";
            return texts.get(key, Integer.toString(batch + 1));
        }

        private String below(int batch, boolean isCurrent) {
            String count = Integer.toString(count(batch));
            if (batch < cut.steps() && count(batch) < cut.batchSize()) {
                String rest = texts.get("chart.strip.rest", count);
                if (isCurrent || TextPainter.width(rest, style().axisFont()) <= room(batch)) {
                    return rest;
                }
            }
            return texts.get("chart.strip.samples", count);
        }

        private double textWidth(String above, String below, boolean isCurrent) {
            Font font = isCurrent ? style().labelFont() : style().axisFont();
            double belowWidth = hasRowBelow ? TextPainter.width(below, style().axisFont()) : 0;
            return Math.max(TextPainter.width(above, font), belowWidth);
        }

        /** The left edge of a text of a batch, which stays inside. */
        private double left(int batch, double width) {
            return Math.max(area.getX(), Math.min(middle(batch) - width / 2, area.getMaxX() - width));
        }

        /** Returns whether a text would overlap one of the current batch, which may be wider than its batch. */
        private boolean coversCurrent(double left, double width) {
            int current = shown.current();
            if (current >= cut.steps()) {
                return false;
            }
            double currentWidth = textWidth(above(current, true), below(current, true), true);
            double currentLeft = left(current, currentWidth);
            double gapBetween = WORD_ROOM * scale;
            return left < currentLeft + currentWidth + gapBetween && left + width > currentLeft - gapBetween;
        }

        private void drawCentered(String text, Font font, Color color, double middle, double y) {
            double width = TextPainter.width(text, font);
            double x = Math.max(area.getX(), Math.min(middle - width / 2, area.getMaxX() - width));
            TextPainter.draw(g2, text, font, color, x, y);
        }

        /** Draws the title on the left, and as many of the kinds as fit on the right, closer together if need be. */
        private void drawTitle() {
            double y = area.getY() + ROW * scale / 2;
            TextPainter.draw(
                    g2, shown.title(), style().labelFont(), style().theme().text(), area.getX(), y);
            double free = area.getX() + TextPainter.width(shown.title(), style().labelFont()) + 2 * WORD_ROOM * scale;
            double right = area.getMaxX();
            double wide = 2 * WORD_ROOM * scale;
            double between = right - kindsWidth(wide) >= free ? wide : WORD_ROOM * scale;
            for (int k = shown.kinds().size() - 1; k >= 0; k--) {
                EpochStripChart.SampleKind kind = shown.kinds().get(k);
                double width = TextPainter.width(kind.name(), style().axisFont());
                double left = right - width - SWATCH_ROOM * scale;
                if (kind.name().isEmpty() || left < free) {
                    continue;
                }
                g2.setColor(kind.themeColor().resolve(style().theme()));
                g2.fill(new Rectangle2D.Double(left, y - SWATCH * scale / 2, SWATCH * scale, SWATCH * scale));
                TextPainter.draw(
                        g2, kind.name(), style().axisFont(), style().theme().text(), right - width, y);
                right = left - between;
            }
        }

        /** The width of the names and swatches of all kinds at a distance from each other. */
        private double kindsWidth(double between) {
            return shown.kinds().stream()
                            .filter(kind -> !kind.name().isEmpty())
                            .mapToDouble(kind ->
                                    TextPainter.width(kind.name(), style().axisFont()) + SWATCH_ROOM * scale + between)
                            .sum()
                    - between;
        }
    }
}
