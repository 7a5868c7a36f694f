package hyperlab.lab.learningrate.race;

import hyperlab.descent.DescentEvidence;
import hyperlab.descent.Regime;
import hyperlab.descent.Stability;
import hyperlab.finding.Finding;
import hyperlab.finding.Severity;
import hyperlab.text.NumberFormats;
import hyperlab.ui.control.slider.SliderMark;
import hyperlab.ui.control.slider.Zone;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The race at the playback position {@code step}.
 *
 * @param selectedIndex the index of the selected racer
 */
public record RaceSnapshot(DescentRace race, int step, int selectedIndex) {
    public RacerRun selectedRun() {
        return race.runs().get(selectedIndex);
    }

    /** Only the start, with all paths hidden, for use while a question is open. */
    public RaceSnapshot withHiddenPaths() {
        return new RaceSnapshot(race.withHiddenPaths(), 0, selectedIndex);
    }

    /** The selected racer's next step; empty at the end of its path. */
    public Optional<StepNarration> narration() {
        return selectedRun().narration(step);
    }

    /** The doctor's findings: severe ones first, and within the same severity those of the selected racer first. */
    public List<Finding<DescentEvidence, Double>> sortedFindings() {
        return race.findings().stream()
                .sorted(Comparator.comparing(
                                (Finding<DescentEvidence, Double> found) -> found.severity() != Severity.DANGER)
                        .thenComparing(found -> found.evidence().descent() != selectedIndex))
                .toList();
    }

    /**
     * Whether every step of the selected racer multiplies the distance to the minimum by the same factor. In that case
     * 1/c and 2/c separate all of its regimes.
     */
    public boolean hasConstantFactor() {
        return selectedRun().isPlainSgd() && !race.isSurface() && (race.isParabola() || race.hasConstantCurvature());
    }

    /** The ranges of rates by regime for the selected racer, in ascending order; empty if there are no regimes. */
    public List<Zone> zones() {
        return regimeBoundaries()
                .map(borders -> List.of(
                        new Zone(0, borders.landFrom(), Regime.GLIDE),
                        new Zone(borders.landFrom(), borders.landTo(), Regime.LAND),
                        new Zone(borders.landTo(), borders.divergeFrom(), Regime.OSCILLATE),
                        new Zone(borders.divergeFrom(), Double.POSITIVE_INFINITY, Regime.DIVERGE)))
                .orElse(List.of())
                .stream()
                .filter(zone -> zone.to() > zone.from())
                .toList();
    }

    /** The labeled rates above the slider's track: 1/c and 2/c, or the computed boundaries with momentum. */
    public List<SliderMark> marks() {
        String curvature = curvatureSymbol();
        return regimeBoundaries()
                .map(borders -> selectedRun().isPlainSgd()
                        ? List.of(
                                new SliderMark(borders.divergeFrom() / 2, "1/" + curvature),
                                new SliderMark(borders.divergeFrom(), "2/" + curvature))
                        : List.of(
                                new SliderMark(borders.landFrom(), NumberFormats.format(borders.landFrom(), 2)),
                                new SliderMark(borders.divergeFrom(), NumberFormats.format(borders.divergeFrom(), 3))))
                .orElse(List.of());
    }

    /** The symbol for the curvature: c for a parabola, f″ for other curves, λ for surfaces. */
    public String curvatureSymbol() {
        return race.curvatureSymbol();
    }

    /** The boundaries between the regimes for the curvature at the selected racer's position. */
    public Optional<Stability.RegimeBorders> regimeBoundaries() {
        return selectedRun().regimeBoundaries(step);
    }
}
