package hyperlab.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import hyperlab.chart.ChartStyle;
import hyperlab.chart.ChartTheme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/**
 * Light or dark, and as large as for a desk or for a class, for every scene that was dressed and every chart that asks.
 * FX thread alone.
 */
public final class Appearance {
    /** Of charts' type and strokes, when presented. */
    public static final double PRESENTED_CHARTS = 1.5;

    private static final int ROUNDS = 2;
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final ObjectProperty<Theme> theme;
    private final BooleanProperty presented = new SimpleBooleanProperty(this, "presented");
    private final List<Scene> dressed = new ArrayList<>();
    private final List<Runnable> restyles = new ArrayList<>();

    public Appearance(Theme theme) {
        this.theme = new SimpleObjectProperty<>(this, "theme", theme);
        this.theme.addListener((observed, before, now) -> {
            redress();
            restyle();
        });
        presented.addListener((observed, before, now) -> {
            dressed.forEach(this::size);
            restyle();
        });
    }

    public ObjectProperty<Theme> theme() {
        return theme;
    }

    /** Whether all is as large as for a class. */
    public BooleanProperty presented() {
        return presented;
    }

    public boolean isDark() {
        return theme.get() == Theme.DARK;
    }

    /** The colours of charts that go with the theme of now. */
    public ChartTheme chartTheme() {
        return isDark() ? ChartTheme.DARK : ChartTheme.LIGHT;
    }

    /** The colours and sizes of charts on the stage. */
    public ChartStyle chartStyle() {
        return new ChartStyle(chartTheme(), presented.get() ? PRESENTED_CHARTS : 1);
    }

    /** A length of the window, given as for a desk. */
    public double length(double pixels) {
        return presented.get() ? PresentedSheet.length(pixels) : pixels;
    }

    /** Tells of each change of {@link #chartStyle}, and now where charts, which are made at scale 1, have another. */
    public void onStyle(Runnable restyle) {
        restyles.add(restyle);
        if (presented.get()) {
            restyle.run();
        }
    }

    /** What {@code work} gives with everything as large as for a desk, and laid out so; no one sees it. */
    <T> T atDesk(Supplier<T> work) {
        if (!presented.get()) {
            return work.get();
        }
        presented.set(false);
        try {
            dressed.forEach(Appearance::layOut);
            return work.get();
        } finally {
            presented.set(true);
        }
    }

    /** Gives a scene the style sheets, and keeps it in the theme and size of now. */
    public void dress(Scene scene) {
        Assets.loadFonts();
        dressed.add(scene);
        size(scene);
        redress();
    }

    private void size(Scene scene) {
        scene.getStylesheets().setAll(presented.get() ? Assets.presentedSheets() : List.of(Assets.styleSheet()));
    }

    /** Twice, as styles may follow from sizes and scroll bars from what has found its place. */
    private static void layOut(Scene scene) {
        for (int round = 0; round < ROUNDS; round++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    private void restyle() {
        restyles.forEach(Runnable::run);
    }

    private void redress() {
        if (dressed.isEmpty()) {
            return;
        }
        Application.setUserAgentStylesheet(
                isDark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        dressed.forEach(scene -> scene.getRoot().pseudoClassStateChanged(DARK, isDark()));
    }
}
