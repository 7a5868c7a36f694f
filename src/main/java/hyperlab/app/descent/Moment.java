package hyperlab.app.descent;

import hyperlab.app.control.Mark;
import hyperlab.app.control.Zone;
import hyperlab.descent.Regime;
import hyperlab.descent.Stability;
import hyperlab.text.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What there is to see while the play head stands at {@code step}.
 *
 * @param selected index of the chosen racer
 */
public record Moment(Race race, int step, int selected) {
    public RacerWalk chosen() {
        return race.walks().get(selected);
    }

    /** The start alone, while what follows is asked about. */
    Moment veiled() {
        return new Moment(race.veiled(), 0, selected);
    }

    /** The step that the chosen racer takes next; empty at its end. */
    public Optional<Narration> narration() {
        return chosen().narration(step);
    }

    /** What the doctor says: first what is grave, and of equally grave things those of the chosen racer. */
    List<Diagnosis> findings() {
        return race.findings().stream()
                .sorted(Comparator.comparing((Diagnosis found) -> !found.isGrave())
                        .thenComparing(found -> found.racer() != selected))
                .toList();
    }

    /**
     * Whether every step of the chosen racer multiplies the distance to the minimum by the same factor, so that 1/c and
     * 2/c tell all of its rates apart.
     */
    boolean hasOneFactor() {
        return chosen().isPlain() && !race.isSurface() && (race.isParabola() || race.curvesEvenly());
    }

    /** Which rates do what for the chosen racer, left to right; empty where no rate is told apart from another. */
    public List<Zone> zones() {
        return borders()
                .map(borders -> List.of(
                        new Zone(0, borders.landFrom(), Regime.GLIDE),
                        new Zone(borders.landFrom(), borders.landTo(), Regime.LAND),
                        new Zone(borders.landTo(), borders.limit(), Regime.OSCILLATE),
                        new Zone(borders.limit(), Double.POSITIVE_INFINITY, Regime.DIVERGE)))
                .orElse(List.of())
                .stream()
                .filter(zone -> zone.to() > zone.from())
                .toList();
    }

    /** The named rates above the track: 1/c and 2/c, or where the borders are with momentum. */
    public List<Mark> marks() {
        String curvature = curvatureSymbol();
        return borders()
                .map(borders -> chosen().isPlain()
                        ? List.of(
                                new Mark(borders.limit() / 2, "1/" + curvature),
                                new Mark(borders.limit(), "2/" + curvature))
                        : List.of(
                                new Mark(borders.landFrom(), Numbers.show(borders.landFrom(), 2)),
                                new Mark(borders.limit(), Numbers.show(borders.limit(), 3))))
                .orElse(List.of());
    }

    /** What curvatures are called here: the constant of a parabola, a second derivative, or a Hessian's eigenvalue. */
    String curvatureSymbol() {
        return race.curvatureSymbol();
    }

    /** The borders between the regimes at the curvature where the chosen racer is. */
    public Optional<Stability.Borders> borders() {
        return chosen().borders(step);
    }
}
