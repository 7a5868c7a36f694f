package hyperlab.descent;

import hyperlab.descent.Objective.Minimum;
import hyperlab.descent.formula.Formula;
import hyperlab.descent.formula.Jet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Searches for the minima of a formula in x and y within a square around 0. Damped Newton steps start from each
 * interior grid point that is no higher than any of its neighbors, and stop where the gradient is nearly 0. Small wells
 * between the grid points can be missed, so no minimum counts as global.
 */
final class SurfaceSurvey {
    private static final int CELLS = 60;
    private static final int MOST_ROUNDS = 100;
    private static final double FLAT = 1e-9;
    private static final double SAME = 1e-6;

    private final Formula formula;
    private final double reach;

    SurfaceSurvey(Formula formula, double reach) {
        this.formula = formula;
        this.reach = reach;
    }

    /** The minima, lowest first. */
    List<Minimum> minima() {
        double[][] heights = new double[CELLS + 1][CELLS + 1];
        for (int row = 0; row <= CELLS; row++) {
            for (int column = 0; column <= CELLS; column++) {
                heights[row][column] = formula.at(place(column), place(row)).value();
            }
        }
        List<Minimum> found = new ArrayList<>();
        for (int row = 1; row < CELLS; row++) {
            for (int column = 1; column < CELLS; column++) {
                if (isLow(heights, row, column)) {
                    settle(place(column), place(row))
                            .filter(minimum -> found.stream().noneMatch(other -> isSame(minimum, other)))
                            .ifPresent(found::add);
                }
            }
        }
        found.sort(Comparator.comparingDouble(Minimum::value));
        return found;
    }

    private double place(int k) {
        return reach * (2.0 * k / CELLS - 1);
    }

    private static boolean isLow(double[][] heights, int row, int column) {
        for (int up = -1; up <= 1; up++) {
            for (int right = -1; right <= 1; right++) {
                if (!(heights[row][column] <= heights[row + up][column + right])) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isSame(Minimum one, Minimum other) {
        return Math.hypot(
                        one.point().get(0) - other.point().get(0),
                        one.point().get(1) - other.point().get(1))
                < SAME * reach;
    }

    /**
     * Newton's method, damped until the value does not rise; empty if it does not reach a point with a positive
     * definite Hessian.
     */
    private Optional<Minimum> settle(double fromX, double fromY) {
        double x = fromX;
        double y = fromY;
        Jet here = formula.at(x, y);
        double damping = 0;
        for (int round = 0; round < MOST_ROUNDS && slope(here) > 0; round++) {
            double a = here.dxx() + damping;
            double d = here.dyy() + damping;
            double determinant = a * d - here.dxy() * here.dxy();
            double nextX = x - (d * here.dx() - here.dxy() * here.dy()) / determinant;
            double nextY = y - (a * here.dy() - here.dxy() * here.dx()) / determinant;
            Jet next = formula.at(nextX, nextY);
            if (a > 0 && determinant > 0 && next.value() <= here.value()) {
                boolean stands = nextX == x && nextY == y;
                x = nextX;
                y = nextY;
                here = next;
                damping = damping / 4 < FLAT ? 0 : damping / 4;
                if (stands) {
                    break;
                }
            } else {
                damping = Math.max(1e-3 * (1 + Math.abs(here.dxx()) + Math.abs(here.dyy())), 4 * damping);
            }
        }
        double steepness = 1 + Math.abs(here.dxx()) + Math.abs(here.dyy());
        boolean inside = Math.abs(x) <= reach && Math.abs(y) <= reach;
        return inside && slope(here) <= FLAT * steepness && curvesUp(here)
                ? Optional.of(new Minimum(List.of(x, y), here.value(), false))
                : Optional.empty();
    }

    private static double slope(Jet jet) {
        return Math.hypot(jet.dx(), jet.dy());
    }

    private static boolean curvesUp(Jet jet) {
        return jet.dxx() > 0 && jet.dyy() > 0 && jet.dxx() * jet.dyy() - jet.dxy() * jet.dxy() > 0;
    }
}
