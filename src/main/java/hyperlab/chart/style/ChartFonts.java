package hyperlab.chart.style;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Pretendard for all text in charts, registered once, so that Korean text is rendered on machines without a Korean
 * font.
 */
public final class ChartFonts {
    private static final String REGULAR_FILE = "/fonts/Pretendard-Regular.ttf";
    private static final String BOLD_FILE = "/fonts/Pretendard-Bold.ttf";
    private static final Font REGULAR = load(REGULAR_FILE);
    private static final Font BOLD = load(BOLD_FILE);

    private ChartFonts() {}

    public static Font regular(double size) {
        return REGULAR.deriveFont((float) size);
    }

    public static Font bold(double size) {
        return BOLD.deriveFont((float) size);
    }

    /**
     * Returns {@code font}, or the system's own font of that size if {@code font} lacks a character of {@code text}.
     */
    public static Font withFallback(Font font, String text) {
        if (font.canDisplayUpTo(text) < 0) {
            return font;
        }
        boolean bold = font.getFontName().equals(BOLD.getFontName());
        return new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, 1).deriveFont(font.getSize2D());
    }

    /** Returns the resource that the font was loaded from, for any size; empty for a system font. */
    public static Optional<String> file(Font font) {
        String name = font.getFontName();
        if (name.equals(REGULAR.getFontName())) {
            return Optional.of(REGULAR_FILE);
        }
        return name.equals(BOLD.getFontName()) ? Optional.of(BOLD_FILE) : Optional.empty();
    }

    private static Font load(String path) {
        try (InputStream in = ChartFonts.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no font " + path);
            }
            Font font = Font.createFont(Font.TRUETYPE_FONT, in);
            GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("no font in " + path, e);
        }
    }
}
