package hyperlab.chart.training;

import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.style.ChartFonts;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.TextPainter;
import hyperlab.chart.training.StepChart.Column;
import hyperlab.chart.training.StepChart.Link;
import hyperlab.chart.training.StepChart.Links;
import hyperlab.chart.training.StepChart.Model;
import hyperlab.chart.training.StepChart.Phase;
import hyperlab.text.NumberFormats;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws the units, the lines and the numbers of {@link StepChart}. */
final class StepDrawing extends ModelAnnotation<Model> {
    private static final double THICKEST = 5;
    private static final double THINNEST = 0.8;
    private static final double THICKEST_ARROW = 8;
    /** With more lines than this, only those into the unit of the selected line have their numbers. */
    private static final int MAX_LABELS = 24;

    private static final double LABEL_POSITION = 0.36;
    private static final int DIGITS = 3;

    @Override
    public Optional<String> textAt(double x, double y, Rectangle2D area) {
        Model model = model();
        return model == null ? Optional.empty() : StepTexts.textAt(model, x, y, area, style());
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, Model model) {
        if (area.getWidth() >= 1 && area.getHeight() >= 1) {
            new Drawing(g2, area, model).draw();
        }
    }

    /** One drawing into a rectangle. */
    private final class Drawing {
        private final Graphics2D g2;
        private final Rectangle2D area;
        private final Model model;
        private final double scale = style().scale();
        private final ChartTheme theme = style().theme();
        private final Color gradientColor = StepChart.GRADIENT.resolve(theme);
        private final Font font = style().labelFont();
        private final double largestWeight;
        private final double largestGradient;
        private final boolean allLabels;
        private final boolean[] hasNumbers;
        private final double[] halfWidths;

        Drawing(Graphics2D g2, Rectangle2D area, Model model) {
            this.g2 = g2;
            this.area = area;
            this.model = model;
            double weight = 0;
            double gradient = 0;
            int count = 0;
            for (Links links : model.links()) {
                for (int to = 0; to < links.before().length; to++) {
                    for (int from = 0; from < links.before()[to].length; from++) {
                        weight = Math.max(weight, Math.abs(links.before()[to][from]));
                        gradient = Math.max(gradient, Math.abs(links.gradients()[to][from]));
                        count++;
                    }
                }
            }
            largestWeight = weight;
            largestGradient = gradient;
            allLabels = count <= MAX_LABELS;
            hasNumbers = new boolean[model.columns().size()];
            halfWidths = new double[hasNumbers.length];
            // Measured once, because each line ends at a unit.
            for (int column = 0; column < hasNumbers.length; column++) {
                hasNumbers[column] = StepLayout.hasNumbers(model, column, area, style());
                halfWidths[column] = StepLayout.halfWidth(model, column, area, style());
            }
        }

        void draw() {
            for (int gap = 0; gap < model.links().size(); gap++) {
                drawLines(gap);
            }
            for (int column = 0; column < model.columns().size(); column++) {
                drawColumn(column);
            }
            for (int gap = 0; gap < model.links().size(); gap++) {
                drawLabels(gap);
            }
            drawLoss();
        }

        private double px(int column) {
            return area.getX() + StepLayout.x(model, column) * area.getWidth();
        }

        private double py(int column, int unit) {
            return area.getY() + StepLayout.y(model, column, unit) * area.getHeight();
        }

        private double radius(int column) {
            return StepLayout.radius(model, column, area, scale);
        }

        /** The length of a line with this direction within a unit, from its center. */
        private double insideUnit(int column, double ux, double uy) {
            double radius = radius(column);
            double half = halfWidths[column];
            return half == radius ? radius : Math.min(half / Math.abs(ux), radius / Math.abs(uy));
        }

        /** Whether there is room for the texts above and below each unit. */
        private boolean hasRoomForTexts(int column) {
            return StepLayout.hasRoomForTexts(model, column, area, scale);
        }

        private void drawLines(int gap) {
            Links links = model.links().get(gap);
            double[][] weights = model.phase() == Phase.UPDATE ? links.after() : links.before();
            for (int to = 0; to < weights.length; to++) {
                for (int from = 0; from < weights[to].length; from++) {
                    double weight = weights[to][from];
                    boolean chosen = new Link(gap, from, to).equals(model.chosen());
                    double share = largestWeight > 0 ? Math.min(1, Math.abs(weight) / largestWeight) : 0;
                    g2.setColor(theme.blendWithBackground(
                            theme.series(weight < 0 ? 1 : 0), chosen ? 1 : 0.35 + 0.5 * share));
                    g2.setStroke(new BasicStroke((float) (scale * (THINNEST + (THICKEST - THINNEST) * share))));
                    g2.draw(new Line2D.Double(px(gap), py(gap, from), px(gap + 1), py(gap + 1, to)));
                    if (model.phase().compareTo(Phase.BACKWARD) >= 0) {
                        drawArrow(gap, from, to, links.gradients()[to][from]);
                    }
                }
            }
        }

        /** An arrow from the later unit to the earlier one, as wide as the gradient is large. */
        private void drawArrow(int gap, int from, int to, double gradient) {
            double share = largestGradient > 0 ? Math.abs(gradient) / largestGradient : 0;
            if (!(share > 0)) {
                return;
            }
            double width = scale * (THINNEST + (THICKEST_ARROW - THINNEST) * share);
            double dx = px(gap) - px(gap + 1);
            double dy = py(gap, from) - py(gap + 1, to);
            double length = Math.hypot(dx, dy);
            double ux = dx / length;
            double uy = dy / length;
            double offset = width / 2 + 3 * scale;
            double start = insideUnit(gap + 1, ux, uy);
            double startX = px(gap + 1) + ux * start - uy * offset;
            double startY = py(gap + 1, to) + uy * start + ux * offset;
            double head = width + 6 * scale;
            double end = insideUnit(gap, ux, uy) + head;
            double endX = px(gap) - ux * end - uy * offset;
            double endY = py(gap, from) - uy * end + ux * offset;
            g2.setColor(theme.blendWithBackground(gradientColor, 0.6));
            g2.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
            g2.draw(new Line2D.Double(startX, startY, endX, endY));
            Path2D tip = new Path2D.Double();
            tip.moveTo(endX + ux * head, endY + uy * head);
            tip.lineTo(endX - uy * head / 2, endY + ux * head / 2);
            tip.lineTo(endX + uy * head / 2, endY - ux * head / 2);
            tip.closePath();
            g2.fill(tip);
        }

        /** The numbers on the lines of a gap. One that would cover another number is left out; the chosen one stays. */
        private void drawLabels(int gap) {
            Links links = model.links().get(gap);
            List<RoundRectangle2D> placed = new ArrayList<>();
            if (gap == model.chosen().column()) {
                drawLabel(links, model.chosen(), placed);
            }
            for (int to = 0; to < links.before().length; to++) {
                for (int from = 0; from < links.before()[to].length; from++) {
                    Link link = new Link(gap, from, to);
                    boolean sameUnit = gap == model.chosen().column()
                            && to == model.chosen().to();
                    if ((allLabels || sameUnit) && !link.equals(model.chosen())) {
                        drawLabel(links, link, placed);
                    }
                }
            }
        }

        private void drawLabel(Links links, Link link, List<RoundRectangle2D> placed) {
            double before = links.before()[link.to()][link.from()];
            double gradient = links.gradients()[link.to()][link.from()];
            double after = links.after()[link.to()][link.from()];
            String text = switch (model.phase()) {
                case FORWARD, LOSS -> NumberFormats.format(before, DIGITS);
                case BACKWARD -> NumberFormats.format(gradient, DIGITS);
                case UPDATE -> NumberFormats.formatChange(before, after, DIGITS);
            };
            boolean chosen = link.equals(model.chosen());
            Font face = chosen ? ChartFonts.bold(font.getSize2D()) : font;
            double width = TextPainter.width(text, face) + 10 * scale;
            double height = (StepLayout.LINE_HEIGHT + 3) * scale;
            double share = labelShare(link, width);
            double centerX = px(link.column()) + share * (px(link.column() + 1) - px(link.column()));
            double centerY = py(link.column(), link.from())
                    + share * (py(link.column() + 1, link.to()) - py(link.column(), link.from()));
            RoundRectangle2D pill = new RoundRectangle2D.Double(
                    centerX - width / 2, centerY - height / 2, width, height, height, height);
            if (placed.stream().anyMatch(other -> other.intersects(pill.getBounds2D()))) {
                return;
            }
            placed.add(pill);
            g2.setColor(theme.background());
            g2.fill(pill);
            g2.setColor(chosen ? theme.series(0) : theme.grid());
            g2.setStroke(new BasicStroke((float) ((chosen ? 2 : 1) * scale)));
            g2.draw(pill);
            Color color = model.phase() == Phase.BACKWARD ? gradientColor : theme.text();
            TextPainter.drawCentered(g2, text, face, color, centerX, centerY);
        }

        /** Where along its line a number stands: nearer to the start, but not over the units there. */
        private double labelShare(Link link, double width) {
            double share = LABEL_POSITION + (link.from() % 2 == 0 ? 0 : 0.12);
            double gapWidth = px(link.column() + 1) - px(link.column());
            double clearOfUnits = (halfWidths[link.column()] + width / 2 + 4 * scale) / gapWidth;
            return Math.max(share, Math.min(clearOfUnits, 0.5));
        }

        private void drawColumn(int index) {
            Column column = model.columns().get(index);
            double x = px(index);
            double radius = radius(index);
            for (int unit = 0; unit < column.outputs().length; unit++) {
                drawUnit(index, unit, radius, hasNumbers[index]);
                if (hasRoomForTexts(index)) {
                    drawUnitTexts(column, unit, x, py(index, unit), radius);
                }
            }
            Link chosen = model.chosen();
            if (!hasNumbers[index] && (index == chosen.column() || index == chosen.column() + 1)) {
                double letter = font.getSize2D() / 2;
                drawUnit(index, index == chosen.column() ? chosen.from() : chosen.to(), Math.max(radius, letter), true);
            }
            drawCentered(column.name(), theme.muted(), x, area.getMaxY() - StepLayout.LINE_HEIGHT * scale / 2);
        }

        /** A unit, wide enough for its number if it has one. */
        private void drawUnit(int index, int unit, double radius, boolean hasNumber) {
            double output = model.columns().get(index).outputs()[unit];
            Font bold = ChartFonts.bold(font.getSize2D());
            String text = StepLayout.number(output);
            double half =
                    hasNumber ? Math.max(halfWidths[index], TextPainter.width(text, bold) / 2 + 3 * scale) : radius;
            double x = px(index);
            double y = py(index, unit);
            RoundRectangle2D shape =
                    new RoundRectangle2D.Double(x - half, y - radius, 2 * half, 2 * radius, 2 * radius, 2 * radius);
            g2.setColor(
                    theme.blendWithBackground(theme.series(output < 0 ? 1 : 0), 0.4 * Math.min(1, Math.abs(output))));
            g2.fill(shape);
            g2.setColor(theme.text());
            g2.setStroke(new BasicStroke((float) (1.2 * scale)));
            g2.draw(shape);
            if (hasNumber) {
                TextPainter.drawCenteredWithHalo(g2, text, bold, theme.text(), x, y, style());
            }
        }

        /** The name of a unit above it, and its bias below. */
        private void drawUnitTexts(Column column, int unit, double x, double y, double radius) {
            double line = StepLayout.LINE_HEIGHT * scale;
            if (unit < column.unitNames().size()) {
                drawCentered(column.unitNames().get(unit), theme.text(), x, y - radius - 0.7 * line);
            }
            if (column.biasesBefore().length > 0) {
                double bias = column.biasesBefore()[unit];
                drawCentered(
                        "b "
                                + (model.phase() == Phase.UPDATE
                                        ? NumberFormats.formatChange(bias, column.biasesAfter()[unit], DIGITS)
                                        : NumberFormats.format(bias, DIGITS)),
                        theme.muted(),
                        x,
                        y + radius + 0.7 * line);
            }
        }

        private void drawCentered(String text, Color color, double centerX, double y) {
            double width = TextPainter.width(text, font);
            double left = Math.max(area.getX(), Math.min(area.getMaxX() - width, centerX - width / 2));
            TextPainter.drawWithHalo(g2, text, font, color, left, y, style());
        }

        private void drawLoss() {
            if (model.phase() == Phase.FORWARD) {
                return;
            }
            double x = area.getMaxX() - 0.055 * area.getWidth();
            double y = area.getCenterY();
            double line = StepLayout.LINE_HEIGHT * 1.3 * scale;
            drawCentered(model.loss(), theme.muted(), x, y - line);
            String before = NumberFormats.format(model.lossBefore(), DIGITS);
            Font bold = ChartFonts.bold(font.getSize2D());
            TextPainter.drawCenteredWithHalo(g2, before, bold, theme.text(), x, y, style());
            if (model.phase() == Phase.UPDATE) {
                String after = "→ " + NumberFormats.format(model.lossAfter(), DIGITS);
                TextPainter.drawCenteredWithHalo(g2, after, bold, theme.text(), x, y + line, style());
            }
        }
    }
}
