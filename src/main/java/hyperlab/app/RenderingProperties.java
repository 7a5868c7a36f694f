package hyperlab.app;

import hyperlab.ui.Preferences;

/**
 * Rendering properties of the toolkit, which must be set before it starts. Values from the command line take
 * precedence.
 */
public final class RenderingProperties {
    private RenderingProperties() {}

    /**
     * Must be called before any class of the toolkit is loaded.
     *
     * <p>Without a graphics card, stretching a cached background image takes longer than repainting it, so region
     * caching is off. With as many dirty regions as the toolkit supports, separate parts of the window are repainted
     * one by one instead of with everything in between. Pulses run at four times the frame rate, so that a change
     * between two frames waits a quarter as long to become visible, and a frame that takes too long is not a whole
     * frame late.
     */
    public static void setDefaults() {
        setIfAbsent("prism.disableRegionCaching", "true");
        setIfAbsent("prism.dirtyregioncount", "15");
        setIfAbsent("javafx.animation.pulse", "240");
    }

    /**
     * Sets the size of everything in the window. Must be called before the toolkit starts; macOS has no such setting.
     */
    static void setScale(Preferences preferences) {
        if (preferences.scalePercent() != 100) {
            String scale = Double.toString(preferences.scalePercent() / 100.0 * preferences.systemScale());
            setIfAbsent("glass.gtk.uiScale", scale);
            setIfAbsent("glass.win.uiScale", scale);
        }
    }

    private static void setIfAbsent(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
