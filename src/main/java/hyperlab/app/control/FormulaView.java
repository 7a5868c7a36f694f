package hyperlab.app.control;

import hyperlab.app.Appearance;
import hyperlab.text.Numbers;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Insets;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/** A LaTeX formula in the text color, drawn at screen resolution and shrunk to the available width. */
public final class FormulaView extends StackPane {
    private static final String LIT = "\\lit";
    private static final Color ON_LIGHT = new Color(0x24292f);
    private static final Color ON_DARK = new Color(0xc9d1d9);

    private static final Color LIT_ON_LIGHT = new Color(0xb6e3ff);
    private static final Color LIT_ON_DARK = new Color(0x1f4a80);

    private final Look look;
    private final StringProperty latex = new SimpleStringProperty(this, "latex", "");
    private final ImageView picture = new ImageView();
    private final Appearance appearance;
    private double baseline = 1;

    /** The size of a formula, in normal and presentation mode, and its layout. */
    public enum Look {
        /** A block among controls and charts. */
        BOX(15.7f, 22.4f, TeXConstants.STYLE_DISPLAY),
        /** A block on a page, whose text is larger. */
        PAGE(17.9f, 24.6f, TeXConstants.STYLE_DISPLAY),
        /** Inline in a page's text, aligned to its baseline. */
        LINE(17.9f, 24.6f, TeXConstants.STYLE_TEXT);

        private final float size;
        private final float presentedSize;
        private final int style;

        Look(float size, float presentedSize, int style) {
            this.size = size;
            this.presentedSize = presentedSize;
            this.style = style;
        }
    }

    /** @param words the formula in words, for screen readers */
    public FormulaView(String latex, String words, Appearance appearance) {
        this(Look.BOX, latex, words, appearance);
    }

    /** @param words the formula in words, for screen readers */
    public FormulaView(Look look, String latex, String words, Appearance appearance) {
        this.look = look;
        this.appearance = appearance;
        getStyleClass().add(look == Look.LINE ? "line-formula" : "formula");
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        picture.setAccessibleText(words);
        getChildren().add(picture);
        if (look == Look.LINE) {
            setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
            setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        } else {
            setMinWidth(0);
        }
        this.latex.addListener((observed, before, now) -> draw());
        appearance.theme().addListener((observed, before, now) -> draw());
        appearance.presented().addListener((observed, before, now) -> draw());
        widthProperty().addListener((observed, before, now) -> draw());
        this.latex.set(latex);
    }

    /** Highlights a part of a formula. */
    public static String lit(String part) {
        return LIT + "{" + part + "}";
    }

    public StringProperty latex() {
        return latex;
    }

    /** Draws at screen resolution, because thin strokes are lost when an image is scaled down. */
    private void draw() {
        if (latex.get().isEmpty()) {
            picture.setImage(null);
            return;
        }
        double room = getWidth() - getInsets().getLeft() - getInsets().getRight();
        TeXFormula formula = formula();
        float wanted = appearance.presented().get() ? look.presentedSize : look.size;
        TeXIcon natural = icon(formula, wanted);
        boolean fits = look == Look.LINE || !(room > 0);
        double shrink = fits ? 1 : Math.min(1, room / natural.getIconWidth());
        double pixels = Screen.getPrimary().getOutputScaleX();
        float size = (float) (wanted * shrink * pixels);
        TeXIcon icon = size == wanted ? natural : icon(formula, size);
        icon.setForeground(appearance.isDark() ? ON_DARK : ON_LIGHT);
        BufferedImage image = new BufferedImage(
                Math.max(1, icon.getIconWidth()), Math.max(1, icon.getIconHeight()), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        icon.paintIcon(null, graphics, 0, 0);
        graphics.dispose();
        picture.setImage(SwingFXUtils.toFXImage(image, null));
        picture.setFitWidth(image.getWidth() / pixels);
        baseline = icon.getBaseLine();
    }

    @Override
    public double getBaselineOffset() {
        return look == Look.LINE ? prefHeight(-1) * baseline : super.getBaselineOffset();
    }

    private TeXIcon icon(TeXFormula formula, float size) {
        TeXIcon icon = formula.createTeXIcon(look.style, size);
        if (look == Look.LINE) {
            icon.setInsets(new Insets(0, 0, 0, 0), true);
        }
        return icon;
    }

    private TeXFormula formula() {
        Color lit = appearance.isDark() ? LIT_ON_DARK : LIT_ON_LIGHT;
        String background = String.format("\\bgcolor{#%06x}", lit.getRGB() & 0xffffff);
        return new TeXFormula(latex.get().replace(LIT, background));
    }

    /** Three significant digits; large and small numbers use powers of ten in LaTeX. */
    public static String number(double value) {
        if (Double.isInfinite(value)) {
            return "\\infty";
        }
        int exponent = value == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(value)));
        if (exponent < -3 || exponent > 5) {
            return Numbers.show(value / Math.pow(10, exponent), 3) + " \\cdot 10^{" + exponent + "}";
        }
        return Numbers.show(value, 3).replace('−', '-');
    }
}
