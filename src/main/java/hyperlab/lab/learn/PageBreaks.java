package hyperlab.lab.learn;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides a column of text and charts into screens, so that nothing is cut that fits on one screen. A heading stays with
 * what follows it, and the buttons at the end with what is above them. What is higher than a screen, such as a long
 * table, is divided between its parts.
 */
final class PageBreaks {
    /** A screen is filled at least this far if what follows can be divided. */
    private static final double MIN_FILLED = 0.6;

    /** The last screen is filled at least this far if the screen before can spare it. */
    private static final double LEAST_LAST = 0.4;

    private static final double ROUNDING = 0.5;

    private PageBreaks() {}

    /** What a part must share its screen with. */
    enum Keep {
        ALONE,
        WITH_NEXT,
        WITH_PREVIOUS
    }

    /**
     * A part of the column.
     *
     * @param top the upper edge
     * @param bottom the lower edge
     * @param keep what must be on the same screen, if both fit on one
     * @param parts from top to bottom; empty if it cannot be divided
     */
    record Box(double top, double bottom, Keep keep, List<Box> parts) {
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
            if (part.keep() == Keep.WITH_PREVIOUS && k > 0) {
                return topWithFoot(parts.subList(0, k), part, top, height);
            }
            double before = withHeadings(parts, k, top);
            if (before - top < MIN_FILLED * height && !part.parts().isEmpty()) {
                double inside = next(part, top, height);
                return inside > part.top() + ROUNDING ? inside : before;
            }
            return before;
        }
        return top + height;
    }

    /** The upper edge of a part, or of the headings right above it that are below {@code top}. */
    private static double withHeadings(List<Box> parts, int index, double top) {
        int first = index;
        while (first > 0
                && parts.get(first - 1).keep() == Keep.WITH_NEXT
                && parts.get(first - 1).top() > top + ROUNDING) {
            first--;
        }
        return parts.get(first).top();
    }

    /**
     * Where the last screen begins, so that it has what is above the foot: as little as fills {@link #LEAST_LAST} of it,
     * if it fits on it and something is left on the screen before.
     */
    private static double topWithFoot(List<Box> parts, Box foot, double top, double height) {
        List<Box> leaves = new ArrayList<>();
        parts.forEach(part -> addLeaves(part, leaves));
        double best = foot.top();
        for (int k = leaves.size() - 1; k >= 0 && foot.bottom() - best < LEAST_LAST * height; k--) {
            double start = withHeadings(leaves, k, top);
            if (start <= top + ROUNDING || foot.bottom() > start + height + ROUNDING) {
                break;
            }
            best = start;
        }
        return best;
    }

    /** Adds the parts that are not divided, from top to bottom. */
    private static void addLeaves(Box box, List<Box> leaves) {
        if (box.parts().size() < 2 || box.keep() == Keep.WITH_NEXT) {
            leaves.add(box);
        } else {
            box.parts().forEach(part -> addLeaves(part, leaves));
        }
    }
}
