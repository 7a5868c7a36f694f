package hyperlab.app;

/** How the toolkit paints, which has to be said before it starts. Whoever says else on the command line is obeyed. */
public final class Painting {
    private Painting() {}

    /**
     * To be called before any class of the toolkit is loaded.
     *
     * <p>Where there is no graphics card, stretching a kept picture of a background takes longer than painting it anew; and as
     * many parts of the window as the toolkit can tell apart are painted one by one rather than with all that lies between.
     * Pulses come four times as often as a picture need be: what is changed between two of them waits a quarter as long to
     * be seen, and a picture that took too long for one is not late by a whole one.
     */
    public static void prepare() {
        say("prism.disableRegionCaching", "true");
        say("prism.dirtyregioncount", "15");
        say("javafx.animation.pulse", "240");
    }

    private static void say(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
