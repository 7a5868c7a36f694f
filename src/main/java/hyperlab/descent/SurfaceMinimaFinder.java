package hyperlab.descent;

import hyperlab.descent.ObjectiveFunction.Minimum;
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
final class SurfaceMinimaFinder {
    private static final int GRID_CELLS = 60;
    private static final int MAX_ITERATIONS = 100;
    private static final double GRADIENT_TOLERANCE = 1e-9;
    private static final double POSITION_TOLERANCE = 1e-6;

    private final Formula formula;
    private final double radius;

    SurfaceMinimaFinder(Formula formula, double radius) {
        this.formula = formula;
        this.radius = radius;
    }

    /** The minima, lowest first. */
    List<Minimum> minima() {
        double[][] values = new double[GRID_CELLS + 1][GRID_CELLS + 1];
        for (int row = 0; row <= GRID_CELLS; row++) {
            for (int column = 0; column <= GRID_CELLS; column++) {
                values[row][column] =
                        formula.jetAt(coordinate(column), coordinate(row)).value();
            }
        }
        List<Minimum> results = new ArrayList<>();
        for (int row = 1; row < GRID_CELLS; row++) {
            for (int column = 1; column < GRID_CELLS; column++) {
                if (isGridMinimum(values, row, column)) {
                    refine(coordinate(column), coordinate(row))
                            .filter(minimum -> results.stream().noneMatch(other -> isSame(minimum, other)))
                            .ifPresent(results::add);
                }
            }
        }
        results.sort(Comparator.comparingDouble(Minimum::value));
        return results;
    }

    private double coordinate(int k) {
        return radius * (2.0 * k / GRID_CELLS - 1);
    }

    private static boolean isGridMinimum(double[][] values, int row, int column) {
        for (int rowOffset = -1; rowOffset <= 1; rowOffset++) {
            for (int columnOffset = -1; columnOffset <= 1; columnOffset++) {
                if (!(values[row][column] <= values[row + rowOffset][column + columnOffset])) {
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
                < POSITION_TOLERANCE * radius;
    }

    /**
     * Newton's method, damped until the value does not rise; empty if it does not reach a point with a positive
     * definite Hessian.
     */
    private Optional<Minimum> refine(double fromX, double fromY) {
        double x = fromX;
        double y = fromY;
        Jet current = formula.jetAt(x, y);
        double damping = 0;
        for (int iteration = 0; iteration < MAX_ITERATIONS && gradientNorm(current) > 0; iteration++) {
            double a = current.dxx() + damping;
            double d = current.dyy() + damping;
            double determinant = a * d - current.dxy() * current.dxy();
            double nextX = x - (d * current.dx() - current.dxy() * current.dy()) / determinant;
            double nextY = y - (a * current.dy() - current.dxy() * current.dx()) / determinant;
            Jet next = formula.jetAt(nextX, nextY);
            if (a > 0 && determinant > 0 && next.value() <= current.value()) {
                boolean unchanged = nextX == x && nextY == y;
                x = nextX;
                y = nextY;
                current = next;
                damping = damping / 4 < GRADIENT_TOLERANCE ? 0 : damping / 4;
                if (unchanged) {
                    break;
                }
            } else {
                damping = Math.max(1e-3 * (1 + Math.abs(current.dxx()) + Math.abs(current.dyy())), 4 * damping);
            }
        }
        double steepness = 1 + Math.abs(current.dxx()) + Math.abs(current.dyy());
        boolean inside = Math.abs(x) <= radius && Math.abs(y) <= radius;
        return inside && gradientNorm(current) <= GRADIENT_TOLERANCE * steepness && isPositiveDefinite(current)
                ? Optional.of(new Minimum(List.of(x, y), current.value(), false))
                : Optional.empty();
    }

    private static double gradientNorm(Jet jet) {
        return Math.hypot(jet.dx(), jet.dy());
    }

    private static boolean isPositiveDefinite(Jet jet) {
        return jet.dxx() > 0 && jet.dyy() > 0 && jet.dxx() * jet.dyy() - jet.dxy() * jet.dxy() > 0;
    }
}
