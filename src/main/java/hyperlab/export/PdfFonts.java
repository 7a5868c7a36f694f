package hyperlab.export;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import hyperlab.chart.style.ChartFonts;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.text.AttributedCharacterIterator;
import java.text.CharacterIterator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * Embeds subsets of the program's own fonts in a PDF. Characters that they lack are drawn as outlines, and so is text
 * with combining marks, because it needs the font's substitutions. Other text does without them, as on the screen: they
 * would make an arrow of {@code ->}, and PDFBox spends more time on them than on everything else.
 */
final class PdfFonts extends PdfBoxGraphics2DFontTextDrawer {
    private final PDDocument pdf;
    private final Map<String, PDFont> loaded = new HashMap<>();

    PdfFonts(PDDocument pdf) {
        this.pdf = pdf;
    }

    @Override
    protected @Nullable PDFont mapFont(Font font, IFontTextDrawerEnv env) throws IOException {
        Optional<String> file = ChartFonts.file(font);
        return file.isEmpty() ? null : load(file.get());
    }

    private PDFont load(String file) throws IOException {
        PDFont known = loaded.get(file);
        if (known != null) {
            return known;
        }
        try (InputStream in = PdfFonts.class.getResourceAsStream(file)) {
            TrueTypeFont shapes = new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(in));
            shapes.setEnableGsub(false);
            pdf.registerTrueTypeFontForClosing(shapes);
            PDFont font = PDType0Font.load(pdf, shapes, true);
            loaded.put(file, font);
            return font;
        }
    }

    @Override
    public boolean canDrawText(AttributedCharacterIterator text, IFontTextDrawerEnv env)
            throws IOException, FontFormatException {
        return !hasCombiningMark(text) && super.canDrawText(text, env);
    }

    private static boolean hasCombiningMark(AttributedCharacterIterator text) {
        for (char c = text.first(); c != CharacterIterator.DONE; c = text.next()) {
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                return true;
            }
        }
        text.first();
        return false;
    }
}
