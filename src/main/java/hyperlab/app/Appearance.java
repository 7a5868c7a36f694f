package hyperlab.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import hyperlab.chart.ChartTheme;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/** Light or dark, for every scene that was dressed and every chart that asks. FX thread alone. */
public final class Appearance {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final ObjectProperty<Theme> theme;
    private final List<Scene> dressed = new ArrayList<>();

    public Appearance(Theme theme) {
        this.theme = new SimpleObjectProperty<>(this, "theme", theme);
        this.theme.addListener((observed, before, now) -> redress());
    }

    public ObjectProperty<Theme> theme() {
        return theme;
    }

    public boolean isDark() {
        return theme.get() == Theme.DARK;
    }

    /** The colours of charts that go with the theme of now. */
    public ChartTheme chartTheme() {
        return isDark() ? ChartTheme.DARK : ChartTheme.LIGHT;
    }

    /** Gives a scene the style sheets, and keeps it in the theme of now. */
    public void dress(Scene scene) {
        Assets.loadFonts();
        scene.getStylesheets().add(Assets.styleSheet());
        dressed.add(scene);
        redress();
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
