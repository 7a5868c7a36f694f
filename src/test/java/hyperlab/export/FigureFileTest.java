package hyperlab.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.series.BoundedSeries;
import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartFonts;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.training.BoundaryChart;
import hyperlab.chart.training.BoundaryChartModel;
import hyperlab.chart.training.LossChart;
import hyperlab.chart.training.RunCurves;
import hyperlab.chart.training.TrainingCurvesModel;
import hyperlab.diagnosis.DecisionMap;
import hyperlab.export.caption.Captions;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.ExperimentOverrides;
import hyperlab.file.RunLoader;
import hyperlab.file.figure.FigureSettings;
import hyperlab.file.figure.FigureState;
import hyperlab.file.figure.FigureStateFormat;
import hyperlab.file.figure.FigureWidth;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Drawable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class FigureFileTest {
    private static final Document DOCUMENT = new Document.OfExperiment(
            Experiment.DEFAULT.withName("두 반달 <&> ]]>\t½·c·x²").withSeed(7));
    private static final int WIDTH = 420;
    private static final int HEIGHT = 240;

    @TempDir
    Path folder;

    private static Figure loss(Texts texts, RunCurves curves, int epochs) {
        LossChart chart = new LossChart(texts, ChartTheme.LIGHT);
        chart.show(TrainingCurvesModel.of(curves, epochs));
        return new Figure(chart.chart(), WIDTH, HEIGHT, new Caption(Captions.of(DOCUMENT, texts), ChartTheme.LIGHT));
    }

    private static Figure loss(Language language) {
        RunCurves curves = new RunCurves(
                Curve.of(new double[] {0, 1, 2, 3}, new double[] {1, 0.5, 0.25, 0.125}),
                Curve.of(new double[] {0, 1, 2, 3}, new double[] {1, 0.6, 0.5, 0.4}));
        return loss(Texts.in(language), curves, 3);
    }

    /** A figure with a tinted image beneath lines and markers. */
    private static Figure boundary() {
        TrainingRun run =
                new RunLoader(null).open(ExperimentOverrides.with(Experiment.DEFAULT, List.of("data.samples=60")));
        DecisionMap map = DecisionMap.of(run.partition(), run::predict, 20, 20);
        BoundaryChart chart = new BoundaryChart(Texts.in(Language.ENGLISH), ChartTheme.LIGHT);
        chart.show(BoundaryChartModel.of(run.partition(), map));
        return new Figure(chart.chart(), WIDTH, HEIGHT, null);
    }

    private static byte[] bytes(Figure figure, FigureFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FigureFile.draw(figure, FigureOptions.defaultFor(format), DOCUMENT).writeTo(out);
        return out.toByteArray();
    }

    private static Element svg(Figure figure) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes(figure, FigureFormat.SVG)))
                .getDocumentElement();
    }

    private static String plain(String text) {
        return text.strip().replaceAll("[\\s\u00a0]+", " ");
    }

    @ParameterizedTest
    @EnumSource
    void figureEmbedsDocument(FigureFormat format) {
        Path file = folder.resolve("figure" + format.fileExtension());
        FigureFile.write(file, loss(Language.KOREAN), FigureOptions.defaultFor(format), DOCUMENT);
        assertEquals(
                Documents.write(DOCUMENT).strip(),
                EmbeddedMetadataReader.readDocument(file).strip());
        assertEquals(DOCUMENT, Documents.parse(EmbeddedMetadataReader.readDocument(file), "figure"));
    }

    @ParameterizedTest
    @EnumSource
    void figureEmbedsShownRuns(FigureFormat format) throws IOException {
        EmbeddedMetadata carried = new EmbeddedMetadata(Documents.write(DOCUMENT), "{\"runs\": \"<&> 느린\"}");
        Path file = folder.resolve("figure" + format.fileExtension());
        try (OutputStream out = Files.newOutputStream(file)) {
            FigureFile.draw(loss(Language.KOREAN), FigureOptions.defaultFor(format), carried)
                    .writeTo(out);
        }
        EmbeddedMetadata read = EmbeddedMetadataReader.readAll(file);
        assertEquals(carried.document().strip(), read.document().strip());
        assertEquals(carried.runs(), read.runs());
        FigureFile.write(file, loss(Language.KOREAN), FigureOptions.defaultFor(format), DOCUMENT);
        assertEquals("", EmbeddedMetadataReader.readAll(file).runs());
    }

    @ParameterizedTest
    @EnumSource
    void figureEmbedsItsLayout(FigureFormat format) throws IOException {
        FigureState state = new FigureState(
                "training-loss", format.id(), 169, FigureSettings.DEFAULT.withCaption("\"<&> 느린\" – η"));
        EmbeddedMetadata embedded = new EmbeddedMetadata(Documents.write(DOCUMENT), "{\"runs\": 1}")
                .withFigure(FigureStateFormat.write(state));
        Path file = folder.resolve("figure" + format.fileExtension());
        try (OutputStream out = Files.newOutputStream(file)) {
            FigureFile.draw(loss(Language.KOREAN), FigureOptions.defaultFor(format), embedded)
                    .writeTo(out);
        }
        EmbeddedMetadata read = EmbeddedMetadataReader.readAll(file);
        assertEquals(state, FigureStateFormat.parse(read.figure(), "figure"));
        assertEquals(embedded.runs(), read.runs());
    }

    /** Widths in points by hand: 8 cm = 8 / 2.54 · 72. */
    @ParameterizedTest
    @CsvSource({
        "8, CENTIMETERS, 300, 226.7717, 945",
        "640, PIXELS, 200, 230.4, 640",
        "21.3, CENTIMETERS, 97, 603.7795, 813"
    })
    void figureHasExactWidth(double value, FigureWidth.Unit unit, int dpi, double points, int pixels) throws Exception {
        FigureSettings settings =
                new FigureSettings(new FigureWidth(value, unit), 0, dpi, 9, false, false, false, false, "", true);
        Figure figure = loss(Language.KOREAN);
        try (PDDocument pdf = Loader.loadPDF(printed(figure, FigureFormat.PDF, settings))) {
            PDRectangle page = pdf.getPage(0).getMediaBox();
            assertEquals(points, page.getWidth(), 1e-4);
            assertEquals(page.getWidth() * figure.totalHeight() / WIDTH, page.getHeight(), 1e-3);
            BufferedImage rendered = new PDFRenderer(pdf).renderImageWithDPI(0, 96);
            assertTrue(isWhite(rendered, rendered.getWidth() - 3), "a margin remains on the right");
            assertFalse(isWhite(rendered, rendered.getWidth() * 9 / 10), "the drawing reaches as far as on the screen");
        }
        byte[] png = printed(figure, FigureFormat.PNG, settings);
        assertEquals(pixels, ImageIO.read(new ByteArrayInputStream(png)).getWidth());
        String svg = new String(printed(figure, FigureFormat.SVG, settings), StandardCharsets.UTF_8);
        String width = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        assertTrue(
                svg.contains("width=\"" + width + (unit == FigureWidth.Unit.PIXELS ? "" : "cm") + "\""),
                svg.substring(0, 400));
        assertTrue(svg.contains("viewBox=\"0 0 " + WIDTH + " " + figure.totalHeight() + "\""));
    }

    private static boolean isWhite(BufferedImage image, int x) {
        for (int y = 0; y < image.getHeight(); y++) {
            if ((image.getRGB(x, y) & 0xffffff) != 0xffffff) {
                return false;
            }
        }
        return true;
    }

    private static byte[] printed(Figure figure, FigureFormat format, FigureSettings settings) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FigureFile.draw(figure, format, settings, new EmbeddedMetadata(Documents.write(DOCUMENT)))
                .writeTo(out);
        return out.toByteArray();
    }

    @Test
    void titleIsAboveTheChart() throws IOException {
        Figure plain = loss(Language.ENGLISH);
        Figure titled = new Figure(plain.chart(), WIDTH, HEIGHT, plain.caption(), "Loss of two moons");
        assertEquals(plain.totalHeight() + 30, titled.totalHeight());
        try (PDDocument pdf = Loader.loadPDF(bytes(titled, FigureFormat.PDF))) {
            String text = plain(new PDFTextStripper().getText(pdf));
            assertTrue(text.startsWith("Loss of two moons"), text);
        }
    }

    /** Axis texts and captions have 12 logical pixels; a title has 14. */
    @Test
    void smallestTextIsThatOfAxesAndCaption() {
        Figure plain = loss(Language.KOREAN);
        assertEquals(12, SmallestText.of(plain), 1e-6);
        Drawable small = (g2, area) -> {
            plain.chart().draw(g2, area);
            Graphics2D half = (Graphics2D) g2.create();
            half.scale(0.5, 0.5);
            half.setFont(ChartFonts.regular(9));
            half.drawString("a", 10, 10);
            half.dispose();
        };
        assertEquals(4.5, SmallestText.of(new Figure(small, WIDTH, HEIGHT, null)), 1e-6);
    }

    @ParameterizedTest
    @EnumSource
    void sameFigureGivesSameFile(FigureFormat format) throws IOException {
        assertArrayEquals(bytes(loss(Language.KOREAN), format), bytes(loss(Language.KOREAN), format));
        assertArrayEquals(bytes(boundary(), format), bytes(boundary(), format));
    }

    @ParameterizedTest
    @EnumSource
    void pdfTextIsSearchable(Language language) throws IOException {
        Figure figure = loss(language);
        try (PDDocument pdf = Loader.loadPDF(bytes(figure, FigureFormat.PDF))) {
            String text = new PDFTextStripper().getText(pdf);
            assertTrue(plain(text).contains(plain(figure.caption().text())), text);
            XYPlot plot = ((JFreeChart) figure.chart()).getXYPlot();
            assertTrue(text.contains(plot.getDomainAxis().getLabel()), text);
            String upright = plot.getRangeAxis().getLabel().replace(" ", "");
            assertTrue(text.replaceAll("\\s", "").contains(upright), text);
        }
    }

    @Test
    void pdfHasOnePageAndFontSubsets() throws IOException {
        Figure figure = loss(Language.KOREAN);
        byte[] bytes = bytes(figure, FigureFormat.PDF);
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            assertEquals(1, pdf.getNumberOfPages());
            assertEquals(WIDTH * 72 / 96.0, pdf.getPage(0).getMediaBox().getWidth());
            assertEquals(
                    figure.totalHeight() * 72 / 96.0,
                    pdf.getPage(0).getMediaBox().getHeight());
            List<PDFont> fonts = fonts(pdf.getPage(0).getResources());
            assertTrue(fonts.size() >= 1 && fonts.size() <= 2, fonts.toString());
            for (PDFont font : fonts) {
                assertTrue(font.isEmbedded() && font.getName().matches("[A-Z]{6}\\+Pretendard-\\w+"), font.getName());
            }
        }
        assertTrue(bytes.length < 100_000, "length " + bytes.length);
    }

    private static List<PDFont> fonts(PDResources resources) throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        for (COSName name : resources.getFontNames()) {
            fonts.add(resources.getFont(name));
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.getXObject(name) instanceof PDFormXObject form) {
                fonts.addAll(fonts(form.getResources()));
            }
        }
        return fonts;
    }

    @ParameterizedTest
    @EnumSource
    void pdfShowsSameAsPng(Language language) throws IOException {
        assertLookAlike(loss(language));
        assertLookAlike(boundary());
    }

    private static void assertLookAlike(Figure figure) throws IOException {
        BufferedImage png = PngFigure.image(figure, 1);
        BufferedImage page;
        try (PDDocument pdf = Loader.loadPDF(bytes(figure, FigureFormat.PDF))) {
            page = new PDFRenderer(pdf).renderImageWithDPI(0, 96);
        }
        assertEquals(png.getWidth(), page.getWidth());
        assertEquals(png.getHeight(), page.getHeight());
        int differing = 0;
        for (int y = 0; y < png.getHeight(); y++) {
            for (int x = 0; x < png.getWidth(); x++) {
                differing += distance(png.getRGB(x, y), page.getRGB(x, y)) > 100 ? 1 : 0;
            }
        }
        // Antialiased edges of text and lines differ in a few pixels.
        assertEquals(0, (double) differing / (png.getWidth() * png.getHeight()), 0.01);
    }

    private static int distance(int one, int other) {
        int distance = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            distance = Math.max(distance, Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)));
        }
        return distance;
    }

    @Test
    void svgHasGlyphOutlinesAndAccessibleCaption() throws Exception {
        Figure figure = loss(Language.KOREAN);
        Element svg = svg(figure);
        assertEquals("0 0 " + WIDTH + " " + figure.totalHeight(), svg.getAttribute("viewBox"));
        assertEquals(Integer.toString(WIDTH), svg.getAttribute("width"));
        assertEquals(Integer.toString(figure.totalHeight()), svg.getAttribute("height"));
        assertEquals(0, svg.getElementsByTagName("text").getLength());
        assertTrue(svg.getElementsByTagName("path").getLength() > 10);
        assertEquals(
                plain(figure.caption().text()),
                plain(svg.getElementsByTagName("desc").item(0).getTextContent()));
    }

    @Test
    void svgImagesHavePrintResolution() throws Exception {
        NodeList images = svg(boundary()).getElementsByTagName("image");
        assertEquals(1, images.getLength());
        Element image = (Element) images.item(0);
        String data = image.getAttributeNS("http://www.w3.org/1999/xlink", "href");
        byte[] png = Base64.getMimeDecoder().decode(data.substring(data.indexOf(',') + 1));
        BufferedImage tint = ImageIO.read(new ByteArrayInputStream(png));
        assertNotNull(tint);
        assertEquals(3, tint.getWidth() / Double.parseDouble(image.getAttribute("width")), 0.01);
    }

    @ParameterizedTest
    @EnumSource
    void millionEpochsGiveSmallFile(FigureFormat format) throws IOException {
        BoundedSeries train = new BoundedSeries();
        BoundedSeries validation = new BoundedSeries();
        Random random = new Random(1);
        for (int epoch = 0; epoch <= 1_000_000; epoch++) {
            train.add(epoch, random.nextDouble());
            validation.add(epoch, random.nextDouble());
        }
        RunCurves curves = new RunCurves(train.curve(), validation.curve());
        int length = bytes(loss(Texts.in(Language.ENGLISH), curves, 1_000_000), format).length;
        assertTrue(length < 500_000, "length " + length);
    }

    @Test
    void leavesOnlyCompleteFiles() throws IOException {
        Path file = Files.writeString(folder.resolve("figure.pdf"), "before");
        FigureFile.write(file, loss(Language.ENGLISH), FigureOptions.defaultFor(FigureFormat.PDF), DOCUMENT);
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
        assertEquals(DOCUMENT, Documents.parse(EmbeddedMetadataReader.readDocument(file), "figure"));
    }
}
