package hyperlab.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import hyperlab.chart.style.ChartFonts;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfFontsTest {
    private static final int WIDTH = 200;
    private static final int HEIGHT = 40;
    private static final float SIZE = 20;

    /** The text of a page, and its picture. */
    private record DrawnPage(String text, BufferedImage picture) {
        static DrawnPage of(String text) throws IOException {
            try (PDDocument pdf = Loader.loadPDF(file(text))) {
                return new DrawnPage(
                        new PDFTextStripper().getText(pdf).strip(), new PDFRenderer(pdf).renderImageWithDPI(0, 72));
            }
        }

        private static byte[] file(String text) throws IOException {
            try (PDDocument pdf = new PDDocument()) {
                PDPage page = new PDPage(new PDRectangle(WIDTH, HEIGHT));
                pdf.addPage(page);
                PdfBoxGraphics2D g2 = new PdfBoxGraphics2D(pdf, WIDTH, HEIGHT);
                g2.setFontTextDrawer(new PdfFonts(pdf));
                g2.setFont(ChartFonts.regular(SIZE));
                g2.setColor(Color.BLACK);
                g2.drawString(text, SIZE, HEIGHT - SIZE / 2);
                g2.dispose();
                try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                    content.drawForm(g2.getXFormObject());
                }
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                pdf.save(out);
                return out.toByteArray();
            }
        }

        private boolean isInked(int index) {
            return new Color(picture.getRGB(index % WIDTH, index / WIDTH)).getRed() < 128;
        }

        long ink() {
            return IntStream.range(0, WIDTH * HEIGHT).filter(this::isInked).count();
        }

        long differentInk(DrawnPage other) {
            return IntStream.range(0, WIDTH * HEIGHT)
                    .filter(index -> isInked(index) != other.isInked(index))
                    .count();
        }
    }

    @Test
    void arrowsOfSeveralCharactersStayWhatWasTyped() throws IOException {
        assertEquals(
                "0.1 -> 0.3 => 1 <- 2", DrawnPage.of("0.1 -> 0.3 => 1 <- 2").text());
    }

    @Test
    void combiningMarksAreDrawnOnTheirLetters() throws IOException {
        DrawnPage composed = DrawnPage.of("\u00c4\u00e9\u00f1");
        DrawnPage marks = DrawnPage.of("A\u0308e\u0301n\u0303");
        assertEquals("\u00c4\u00e9\u00f1", composed.text());
        assertTrue(composed.ink() > 100, () -> composed.ink() + " pixels");
        long different = marks.differentInk(composed);
        assertTrue(different < composed.ink() / 10, () -> different + " of " + composed.ink() + " pixels differ");
    }
}
