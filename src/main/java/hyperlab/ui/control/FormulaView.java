package hyperlab.ui.control;

import hyperlab.text.NumberFormats;
import hyperlab.ui.Appearance;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Insets;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Orientation;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import org.jspecify.annotations.Nullable;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/** A LaTeX formula in the text color, drawn at screen resolution and shrunk to the available width. */
public final class FormulaView extends StackPane {
    private static final String HIGHLIGHT = "\\lit";
    private static final Color ON_LIGHT = new Color(0x24292f);
    private static final Color ON_DARK = new Color(0xc9d1d9);

    private static final Color HIGHLIGHT_ON_LIGHT = new Color(0xb6e3ff);
    private static final Color HIGHLIGHT_ON_DARK = new Color(0x1f4a80);

    private final FormulaStyle formulaStyle;
    private final StringProperty latex = new SimpleStringProperty(this, "latex", "");
    private final ImageView imageView = new ImageView();
    private final Appearance appearance;
    private double baseline = 1;
    private double naturalWidth = 1;
    private double naturalHeight = 1;

    /** A formula is a little larger than the text around it, because its letters are smaller. */
    private static final float FORMULA_GROWTH = 1.12f;

    /** The font size of the text around a formula, and the formula's layout. */
    public enum FormulaStyle {
        /** A block among controls and charts. */
        BOX(14, TeXConstants.STYLE_DISPLAY),
        /** A block on a page, whose text is larger. */
        PAGE(16, TeXConstants.STYLE_DISPLAY),
        /** Inline in a page's text, aligned to its baseline. */
        LINE(16, TeXConstants.STYLE_TEXT);

        private final double textSize;
        private final int style;

        FormulaStyle(double textSize, int style) {
            this.textSize = textSize;
            this.style = style;
        }
    }

    /** @param text the formula in words, for screen readers */
    public FormulaView(String latex, String text, Appearance appearance) {
        this(FormulaStyle.BOX, latex, text, appearance);
    }

    /** @param text the formula in words, for screen readers */
    public FormulaView(FormulaStyle formulaStyle, String latex, String text, Appearance appearance) {
        this.formulaStyle = formulaStyle;
        this.appearance = appearance;
        getStyleClass().add(formulaStyle == FormulaStyle.LINE ? "line-formula" : "formula");
        imageView.setPreserveRatio(true);
        imageView.setSmooth(true);
        imageView.setAccessibleText(text);
        getChildren().add(imageView);
        if (formulaStyle == FormulaStyle.LINE) {
            setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
            setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        } else {
            setMinWidth(0);
        }
        this.latex.addListener((observed, before, now) -> draw());
        appearance.addStyleListener(this, this::draw);
        widthProperty().addListener((observed, before, now) -> draw());
        this.latex.set(latex);
    }

    /** Highlights a part of a formula. */
    public static String highlight(String part) {
        return HIGHLIGHT + "{" + part + "}";
    }

    public StringProperty latexProperty() {
        return latex;
    }

    /** The formula without highlights. */
    public String plainLatex() {
        return latex.get().replace(HIGHLIGHT, "");
    }

    /** Draws at screen resolution, because thin strokes are lost when an image is scaled down. */
    private void draw() {
        if (latex.get().isEmpty()) {
            imageView.setImage(null);
            return;
        }
        double availableWidth = getWidth() - getInsets().getLeft() - getInsets().getRight();
        TeXFormula formula = formula();
        float fontSize = FORMULA_GROWTH * (float) appearance.scaledFontSize(formulaStyle.textSize);
        TeXIcon unscaledIcon = icon(formula, fontSize);
        naturalWidth = unscaledIcon.getIconWidth();
        naturalHeight = unscaledIcon.getIconHeight();
        double shrink = shrinking(availableWidth);
        double pixelScale = Screen.getPrimary().getOutputScaleX();
        float size = (float) (fontSize * shrink * pixelScale);
        TeXIcon icon = size == fontSize ? unscaledIcon : icon(formula, size);
        icon.setForeground(appearance.isDark() ? ON_DARK : ON_LIGHT);
        BufferedImage image = new BufferedImage(
                Math.max(1, icon.getIconWidth()), Math.max(1, icon.getIconHeight()), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        icon.paintIcon(null, graphics, 0, 0);
        graphics.dispose();
        imageView.setImage(SwingFXUtils.toFXImage(image, null));
        imageView.setFitWidth(image.getWidth() / pixelScale);
        baseline = icon.getBaseLine();
    }

    @Override
    public @Nullable Orientation getContentBias() {
        return formulaStyle == FormulaStyle.LINE ? super.getContentBias() : Orientation.HORIZONTAL;
    }

    /** The height at a width. The image cannot tell it, because it is drawn only after the width is set. */
    @Override
    protected double computePrefHeight(double width) {
        if (formulaStyle == FormulaStyle.LINE || latex.get().isEmpty()) {
            return super.computePrefHeight(width);
        }
        double room = width - getInsets().getLeft() - getInsets().getRight();
        return getInsets().getTop()
                + naturalHeight * shrinking(room)
                + getInsets().getBottom();
    }

    private double shrinking(double availableWidth) {
        boolean fits = formulaStyle == FormulaStyle.LINE || !(availableWidth > 0);
        return fits ? 1 : Math.min(1, availableWidth / naturalWidth);
    }

    @Override
    public double getBaselineOffset() {
        return formulaStyle == FormulaStyle.LINE ? prefHeight(-1) * baseline : super.getBaselineOffset();
    }

    private TeXIcon icon(TeXFormula formula, float size) {
        TeXIcon icon = formula.createTeXIcon(formulaStyle.style, size);
        if (formulaStyle == FormulaStyle.LINE) {
            icon.setInsets(new Insets(0, 0, 0, 0), true);
        }
        return icon;
    }

    private TeXFormula formula() {
        Color highlight = appearance.isDark() ? HIGHLIGHT_ON_DARK : HIGHLIGHT_ON_LIGHT;
        String background = String.format("\\bgcolor{#%06x}", highlight.getRGB() & 0xffffff);
        return new TeXFormula(latex.get().replace(HIGHLIGHT, background));
    }

    /** Three significant digits; large and small numbers use powers of ten in LaTeX. */
    public static String number(double value) {
        if (Double.isInfinite(value)) {
            return "\\infty";
        }
        int exponent = value == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(value)));
        if (exponent < -3 || exponent > 5) {
            return NumberFormats.format(value / Math.pow(10, exponent), 3) + " \\cdot 10^{" + exponent + "}";
        }
        return NumberFormats.format(value, 3).replace('−', '-').replace(",", "{,}");
    }
}
