package hyperlab.ui;

import java.util.List;

/**
 * What the user has set once and for all.
 *
 * @param scalePercent the size of everything in the window relative to the system's, one of {@link #SCALES}; applies
 *     from the next start
 * @param systemScale the system's own scale when the size was set, pixels per logical pixel
 * @param reducedMotion whether nothing moves on its own: playing jumps to its result
 * @param audibleLoss whether the loss is heard while it is played
 */
public record Preferences(int scalePercent, double systemScale, boolean reducedMotion, boolean audibleLoss) {
    /** The sizes to choose from, in percent. */
    public static final List<Integer> SCALES = List.of(100, 125, 150, 175, 200);

    public static final Preferences DEFAULT = new Preferences(100, 1, false, false);

    /** Falls back to the normal size for one that cannot be chosen. */
    public Preferences {
        scalePercent = SCALES.contains(scalePercent) ? scalePercent : 100;
        systemScale = systemScale >= 0.5 && systemScale <= 8 ? systemScale : 1;
    }

    /** With another size. */
    public Preferences withScale(int percent, double newSystemScale) {
        return new Preferences(percent, newSystemScale, reducedMotion, audibleLoss);
    }

    /** With or without motion. */
    public Preferences withReducedMotion(boolean reduced) {
        return new Preferences(scalePercent, systemScale, reduced, audibleLoss);
    }

    /** With or without sound. */
    public Preferences withAudibleLoss(boolean audible) {
        return new Preferences(scalePercent, systemScale, reducedMotion, audible);
    }
}
