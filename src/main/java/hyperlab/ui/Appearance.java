package hyperlab.ui;

import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/** The theme (light or dark) and size (normal or presentation) of all registered scenes and charts. FX thread only. */
public final class Appearance {
    /** The font size of charts in normal size, in pixels. */
    private static final double CHART_FONT_SIZE = 12;

    private static final int LAYOUT_PASSES = 2;
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final ObjectProperty<Theme> theme;
    private final BooleanProperty presented = new SimpleBooleanProperty(this, "presented");
    private PresentationSizes sizes = new PresentationSizes(PresentationSizes.SMALLEST_UNIT);
    private final List<Scene> scenes = new ArrayList<>();
    private final StyleClassKeys styleClassKeys = new StyleClassKeys();
    /** Each returns a listener, or null if it is no longer in use. */
    private final List<Supplier<@Nullable Runnable>> styleListeners = new ArrayList<>();

    private @Nullable ChartTheme figureTheme;

    public Appearance(Theme theme) {
        this.theme = new SimpleObjectProperty<>(this, "theme", theme);
        this.theme.addListener((observed, before, now) -> {
            applyTheme();
            notifyStyleListeners();
        });
        presented.addListener((observed, before, now) -> {
            scenes.forEach(this::applyStyleSheets);
            notifyStyleListeners();
        });
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** Whether everything is enlarged for a presentation. */
    public BooleanProperty presentationProperty() {
        return presented;
    }

    public boolean isDark() {
        return theme.get() == Theme.DARK;
    }

    /** The chart colors of the current theme. */
    public ChartTheme chartTheme() {
        if (figureTheme != null) {
            return figureTheme;
        }
        return isDark() ? ChartTheme.DARK : ChartTheme.LIGHT;
    }

    /** The colors and sizes of the charts on stage. */
    public ChartStyle chartStyle() {
        return new ChartStyle(chartTheme(), presented.get() ? presentationChartScale() : 1);
    }

    /** Scale factor of chart text and strokes in presentation mode. */
    public double presentationChartScale() {
        return sizes.unit() / CHART_FONT_SIZE;
    }

    /** Sets the height in pixels of the screen of a presentation; the text is at least a fortieth of it. */
    public void setScreenHeight(double height) {
        PresentationSizes newSizes = PresentationSizes.forScreen(height);
        if (newSizes.equals(sizes)) {
            return;
        }
        sizes = newSizes;
        if (presented.get()) {
            scenes.forEach(this::applyStyleSheets);
            notifyStyleListeners();
        }
    }

    /** Converts a length in pixels from normal size to the current size. */
    public double scaledLength(double pixels) {
        return presented.get() ? sizes.length(pixels) : pixels;
    }

    /** Converts a font size in pixels from normal size to the current size. */
    public double scaledFontSize(double pixels) {
        return presented.get() ? sizes.fontSize(pixels) : pixels;
    }

    /**
     * Registers a callback for each change of {@link #chartStyle}. Charts are created at scale 1, so in presentation
     * mode it also runs at once.
     */
    public void addStyleListener(Runnable listener) {
        add(() -> listener, listener);
    }

    /** Registers a callback as {@link #addStyleListener(Runnable)} does, until {@code owner} is no longer in use. */
    public void addStyleListener(Node owner, Runnable listener) {
        NodeListeners.keep(owner, listener);
        add(new WeakReference<>(listener)::get, listener);
    }

    private void add(Supplier<@Nullable Runnable> source, Runnable listener) {
        styleListeners.removeIf(each -> each.get() == null);
        styleListeners.add(source);
        if (presented.get()) {
            listener.run();
        }
    }

    /**
     * Returns the result of {@code work}, run with everything laid out at normal size. The change is not visible on
     * screen.
     */
    public <T> T atNormalSize(Supplier<T> work) {
        if (!presented.get()) {
            return work.get();
        }
        presented.set(false);
        try {
            scenes.forEach(Appearance::layoutFully);
            return work.get();
        } finally {
            presented.set(true);
        }
    }

    /**
     * Loads the style sheet of the theme. Called before the first control is created, or else the toolkit loads a theme
     * of its own first, and matches every selector of this one more slowly.
     */
    public void loadTheme() {
        Application.setUserAgentStylesheet(ThemeSheet.url(theme.get()));
        StyleClassKeys.unwrapAll();
    }

    /**
     * Loads the style sheets before the first scene that needs them. They stay loaded as long as this object is used.
     */
    public void loadSheets() {
        loadTheme();
        styleClassKeys.unwrap(List.of(Assets.styleSheet()));
    }

    /** Applies the style sheets to a scene and keeps it in sync with the theme and the size. */
    public void applyTo(Scene scene) {
        Assets.loadFonts();
        scenes.add(scene);
        applyStyleSheets(scene);
        applyTheme();
    }

    /** Applies the style sheets and the current theme to a scene that is shown only briefly, such as a dialog. */
    public void applyOnce(Scene scene) {
        applyStyleSheets(scene);
        scene.getRoot().pseudoClassStateChanged(DARK, isDark());
    }

    private void applyStyleSheets(Scene scene) {
        List<String> sheets = presented.get() ? Assets.presentedSheets(sizes) : List.of(Assets.styleSheet());
        styleClassKeys.unwrap(sheets);
        scene.getStylesheets().setAll(sheets);
    }

    /** Returns the result of {@code work}, run at normal size with all charts in a theme. Nothing changes on screen. */
    public <T> T withChartTheme(ChartTheme theme, Supplier<T> work) {
        return atNormalSize(() -> {
            if (chartTheme() == theme) {
                return work.get();
            }
            figureTheme = theme;
            notifyStyleListeners();
            try {
                return work.get();
            } finally {
                figureTheme = null;
                notifyStyleListeners();
            }
        });
    }

    /** Two passes, because styles may depend on sizes, and scroll bars on the positions of nodes. */
    private static void layoutFully(Scene scene) {
        for (int round = 0; round < LAYOUT_PASSES; round++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    private void notifyStyleListeners() {
        for (Supplier<@Nullable Runnable> source : List.copyOf(styleListeners)) {
            Runnable listener = source.get();
            if (listener != null) {
                listener.run();
            }
        }
    }

    private void applyTheme() {
        if (scenes.isEmpty()) {
            return;
        }
        loadTheme();
        scenes.forEach(scene -> scene.getRoot().pseudoClassStateChanged(DARK, isDark()));
    }
}
