package hyperlab.chart.training;

import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.training.StepChart.Column;
import hyperlab.chart.training.StepChart.Link;
import hyperlab.chart.training.StepChart.Links;
import hyperlab.chart.training.StepChart.Model;
import hyperlab.chart.training.StepChart.Phase;
import hyperlab.text.NumberFormats;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/** The texts of {@link StepChart} at the pointer. */
final class StepTexts {
    private static final int DIGITS = 3;

    private StepTexts() {}

    /** A unit, or the line that a click would select, with the numbers of the phase. */
    static Optional<String> textAt(Model model, double pixelX, double pixelY, Rectangle2D area, ChartStyle style) {
        if (area.getWidth() < 1 || area.getHeight() < 1) {
            return Optional.empty();
        }
        for (int column = 0; column < model.columns().size(); column++) {
            double radius = StepLayout.radius(model, column, area, style.scale());
            double straight = StepLayout.halfWidth(model, column, area, style) - radius;
            for (int unit = 0; unit < model.columns().get(column).outputs().length; unit++) {
                double dx = pixelX - area.getX() - StepLayout.x(model, column) * area.getWidth();
                double dy = pixelY - area.getY() - StepLayout.y(model, column, unit) * area.getHeight();
                if (Math.hypot(Math.max(0, Math.abs(dx) - straight), dy) <= radius) {
                    return Optional.of(unitText(model, column, unit));
                }
            }
        }
        Link link = StepLayout.linkAt(
                model, (pixelX - area.getX()) / area.getWidth(), (pixelY - area.getY()) / area.getHeight());
        return Optional.ofNullable(link).map(line -> linkText(model, line));
    }

    private static String unitText(Model model, int index, int unit) {
        Column column = model.columns().get(index);
        boolean named = unit < column.unitNames().size();
        String text = column.name() + ", " + (unit + 1) + "\n"
                + (named ? column.unitNames().get(unit) + " = " : "")
                + NumberFormats.format(column.outputs()[unit], DIGITS);
        return column.biasesBefore().length == 0
                ? text
                : text + "\n" + changed("b", model, column.biasesBefore()[unit], column.biasesAfter()[unit]);
    }

    private static String linkText(Model model, Link link) {
        Links links = model.links().get(link.column());
        double before = links.before()[link.to()][link.from()];
        double after = links.after()[link.to()][link.from()];
        String text = unitName(model, link.column(), link.from()) + " → "
                + unitName(model, link.column() + 1, link.to()) + "\n" + changed("w", model, before, after);
        return model.phase().compareTo(Phase.BACKWARD) < 0
                ? text
                : text + "\n∂L/∂w = " + NumberFormats.format(links.gradients()[link.to()][link.from()], DIGITS);
    }

    /** A parameter, and its new value once it is updated. */
    private static String changed(String name, Model model, double before, double after) {
        String value = model.phase() == Phase.UPDATE
                ? NumberFormats.formatChange(before, after, DIGITS)
                : NumberFormats.format(before, DIGITS);
        return name + " = " + value;
    }

    /** The name of an input or an output; that of a hidden unit as in formulas. */
    private static String unitName(Model model, int column, int unit) {
        List<String> names = model.columns().get(column).unitNames();
        boolean hidden = column > 0 && column < model.columns().size() - 1;
        return hidden || unit >= names.size() ? "h" + column + "," + (unit + 1) : names.get(unit);
    }
}
