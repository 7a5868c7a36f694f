package hyperlab.lab.learn;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides a column of text and charts into screens, so that nothing is cut that fits on one screen. A heading stays with
 * what follows it. What is higher than a screen, such as a long table, is divided between its parts.
 */
final class PageBreaks {
    /** A screen is filled at least this far if what follows can be divided. */
    private static final double MIN_FILLED = 0.6;

    private static final double ROUNDING = 0.5;

    private PageBreaks() {}

    /**
     * A part of the column.
     *
     * @param top the upper edge
     * @param bottom the lower edge
     * @param heading whether it must not be the last part of a screen
     * @param parts from top to bottom; empty if it cannot be divided
     */
    record Box(double top, double bottom, boolean heading, List<Box> parts) {
        Box {
            parts = List.copyOf(parts);
        }

        /** The lower edge of the last part that begins above a height and cannot be divided. */
        double lastBottom(double above) {
            if (parts.isEmpty()) {
                return top < above - ROUNDING ? bottom : Double.NEGATIVE_INFINITY;
            }
            return parts.stream()
                    .mapToDouble(part -> part.lastBottom(above))
                    .max()
                    .orElseThrow();
        }
    }

    /** The upper edge of each screen of this height; at least one. */
    static List<Double> of(Box column, double height) {
        List<Double> tops = new ArrayList<>();
        List<Box> parts = column.parts();
        double top = parts.isEmpty() ? column.top() : parts.get(0).top();
        double bottom =
                parts.isEmpty() ? column.bottom() : parts.get(parts.size() - 1).bottom();
        tops.add(top);
        while (bottom > top + height + ROUNDING) {
            double next = next(column, top, height);
            top = next > top + ROUNDING ? next : top + height;
            tops.add(top);
        }
        return tops;
    }

    /** Where the screen after the one at {@code top} begins. */
    private static double next(Box box, double top, double height) {
        List<Box> parts = box.parts();
        for (int k = 0; k < parts.size(); k++) {
            Box part = parts.get(k);
            if (part.bottom() <= top + height + ROUNDING) {
                continue;
            }
            int first = k;
            while (first > 0
                    && parts.get(first - 1).heading()
                    && parts.get(first - 1).top() > top + ROUNDING) {
                first--;
            }
            double before = parts.get(first).top();
            if (before - top < MIN_FILLED * height && !part.parts().isEmpty()) {
                double inside = next(part, top, height);
                return inside > part.top() + ROUNDING ? inside : before;
            }
            return before;
        }
        return top + height;
    }
}
