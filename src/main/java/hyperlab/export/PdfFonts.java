package hyperlab.export;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import hyperlab.chart.style.ChartFonts;
import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** Embeds subsets of the program's own fonts in a PDF. Characters that they lack are drawn as outlines. */
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
            PDFont font = PDType0Font.load(pdf, in);
            loaded.put(file, font);
            return font;
        }
    }
}
