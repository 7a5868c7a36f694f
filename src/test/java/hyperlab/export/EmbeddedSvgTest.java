package hyperlab.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.training.LossChart;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedSvgTest {
    private static final Document DOCUMENT = new Document.OfExperiment(Experiment.DEFAULT.withName("두 반달"));
    private static final String SVG = "<svg xmlns='http://www.w3.org/2000/svg'>";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void choose() {
        file = folder.resolve("figure.svg");
    }

    private String complaint(String svg) throws IOException {
        Files.writeString(file, svg);
        return complaint();
    }

    private String complaint() {
        InvalidInputException error =
                assertThrows(InvalidInputException.class, () -> EmbeddedMetadataReader.readDocument(file));
        assertEquals(1, error.getMessage().lines().count());
        assertTrue(error.getMessage().startsWith(file.toString()));
        return error.detail();
    }

    private static String carrying(String text) {
        return SVG + "<metadata><document xmlns='urn:hyperlab:document'>" + text + "</document></metadata></svg>";
    }

    @Test
    void readsSvgRewrittenByAnotherProgram() throws IOException {
        Files.writeString(
                file,
                "\uFEFF<?xml version='1.0'?>\n<!-- saved -->\n<s:svg xmlns:s='http://www.w3.org/2000/svg'"
                        + " xmlns:h='urn:hyperlab:document'><s:g/><s:metadata><h:document>\n{\"a\": "
                        + "&lt;<![CDATA[&<]]>&#xc544;}\n</h:document></s:metadata></s:svg>");
        assertEquals("{\"a\": <&<아}", EmbeddedMetadataReader.readDocument(file));
    }

    @Test
    void rejectsSvgWithoutDocument() throws IOException {
        assertEquals("is a picture without a Hyperlab experiment", complaint(SVG + "<g/></svg>"));
    }

    @Test
    void rejectsXmlThatIsNotSvg() throws IOException {
        assertEquals("is not a PNG, SVG, PDF or GIF file", complaint("<html><body>svg</body></html>"));
        assertEquals("is not a PNG, SVG, PDF or GIF file", complaint("<svg>"));
        assertEquals("is not a PNG, SVG, PDF or GIF file", complaint("{}"));
    }

    @Test
    void rejectsTruncatedOrDamagedSvg() throws IOException {
        LossChart chart = new LossChart(Texts.in(Language.ENGLISH), ChartTheme.LIGHT);
        FigureFile.write(
                file, new Figure(chart.chart(), 90, 60, null), FigureOptions.defaultFor(FigureFormat.SVG), DOCUMENT);
        byte[] whole = Files.readAllBytes(file);
        int start = Files.readString(file).indexOf("<metadata");
        assertEquals(DOCUMENT, Documents.parse(EmbeddedMetadataReader.readDocument(file), "figure"));
        for (int length = start; length < start + 800; length += 7) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertEquals("is truncated or damaged", complaint(), "length " + length);
        }
        whole[start + 100] = (byte) 0xff;
        Files.write(file, whole);
        assertEquals("is truncated or damaged", complaint());
        assertEquals("is truncated or damaged", complaint(carrying("<b>{}</b>")));
    }

    @Test
    void readsNoOtherFileThroughEntities() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "{\"secret\": 1}");
        String type = "<!DOCTYPE svg [<!ENTITY other SYSTEM '" + secret.toUri() + "'>]>";
        assertEquals("is truncated or damaged", complaint(type + carrying("&other;")));
        Files.writeString(file, "<!DOCTYPE svg SYSTEM '" + secret.toUri() + "'>" + carrying("{}"));
        assertEquals("{}", EmbeddedMetadataReader.readDocument(file), "a type that is named is not fetched");
    }

    @Test
    void rejectsEntityExpansionAttacks() throws IOException {
        StringBuilder type = new StringBuilder("<!DOCTYPE svg [<!ENTITY e0 'ha'>");
        for (int k = 1; k < 40; k++) {
            type.append("<!ENTITY e%d '&e%d;&e%d;'>".formatted(k, k - 1, k - 1));
        }
        assertEquals("is truncated or damaged", complaint(type + "]>" + carrying("&e39;")));
    }

    @Test
    void rejectsOversizedText() throws IOException {
        assertEquals("contains more than 32 MB of text", complaint(carrying("x".repeat(33 << 20))));
    }

    @Test
    void readsTheLargestText() throws IOException {
        String text = "&lt;".repeat(20 << 20);
        Files.writeString(file, carrying(text));
        assertEquals("<".repeat(20 << 20), EmbeddedMetadataReader.readDocument(file));
    }

    @Test
    void endsALongWayWithoutText() {
        assertEquals("is truncated or damaged", complaintAboutEndless(SVG.substring(0, SVG.length() - 1) + " id='"));
        assertEquals("is a picture without a Hyperlab experiment", complaintAboutEndless(SVG + "<g id='"));
        assertEquals("is a picture without a Hyperlab experiment", complaintAboutEndless(SVG + "<!--"));
        assertEquals(
                "is truncated or damaged",
                complaintAboutEndless(SVG + "<metadata><document xmlns='urn:hyperlab:document'>{}<b id='"));
    }

    /** The error for an SVG with an attribute or a comment that never ends. */
    private static String complaintAboutEndless(String svg) {
        byte[] start = svg.getBytes(StandardCharsets.UTF_8);
        InputStream endless = new InputStream() {
            private long read;

            @Override
            public int read() {
                assertTrue(read <= 9L << 20, "reads on after the limit");
                return read < start.length ? start[(int) read++] : read++ > 0 ? 'a' : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                for (int i = 0; i < length; i++) {
                    bytes[offset + i] = (byte) read();
                }
                return length;
            }
        };
        InvalidInputException error =
                assertThrows(InvalidInputException.class, () -> EmbeddedSvg.read(endless, "endless.svg"));
        return error.detail();
    }
}
