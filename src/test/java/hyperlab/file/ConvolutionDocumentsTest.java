package hyperlab.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.training.LossChart;
import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.convolution.DigitNetworkSettings;
import hyperlab.convolution.ImageSelection;
import hyperlab.convolution.KernelSelection;
import hyperlab.convolution.UserImage;
import hyperlab.export.EmbeddedMetadataReader;
import hyperlab.export.Figure;
import hyperlab.export.FigureFile;
import hyperlab.export.FigureOptions;
import hyperlab.export.caption.Captions;
import hyperlab.image.KnownFilter;
import hyperlab.nn.Pooling;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.text.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvolutionDocumentsTest {
    private static final ConvolutionLabSettings OWN = new ConvolutionLabSettings(
            ImageSelection.of(new UserImage("cat.png", 1, 2, "AP8=", false)),
            KernelSelection.of(2, 0.5, -1, 1e-7, 3),
            3,
            4,
            2,
            Pooling.AVERAGE,
            3,
            16,
            new DigitNetworkSettings("digits", 300, 4, 0, 3, 2, 1, 7, 0.02, 16),
            -3,
            Long.MIN_VALUE);

    private static ConvolutionLabSettings parsed(String keys) {
        Document document = Documents.parse("{\"format\": \"hyperlab-convolution/1\"" + keys + "}", "x");
        return ((Document.OfConvolution) document).setup();
    }

    @Test
    void everyKeyHasDefault() {
        assertEquals(ConvolutionLabSettings.DEFAULT, parsed(""));
        assertEquals(
                1797, parsed(", \"network\": {\"data\": \"digits\"}").network().samples());
        assertEquals(0, parsed(", \"image\": {\"source\": \"digits\"}").image().sample());
        assertEquals(
                UserImage.blankDrawing(),
                parsed(", \"image\": {\"source\": \"own\"}").image().userImage());
    }

    @Test
    void roundTripsDocument() {
        for (ConvolutionLabSettings setup : new ConvolutionLabSettings[] {
            ConvolutionLabSettings.DEFAULT,
            OWN,
            ConvolutionLabSettings.DEFAULT.withKernel(KernelSelection.of(KnownFilter.GAUSSIAN, 11))
        }) {
            Document document = new Document.OfConvolution(setup);
            assertEquals(document, Documents.parse(Documents.write(document), "x"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"stride\": 0 | stride must be a whole number from 1 to 16, got 0",
                "\"dilation\": 1.5 | dilation must be a whole number, got 1.5",
                "\"strde\": 1 | strde is not a known key (nearest: stride)",
                "\"pooling\": {\"kind\": \"min\"} | pooling.kind can be none, max, average, but not \"min\"; did you mean max?",
                "\"kernel\": {\"side\": 5} | kernel.kernel must be 3, the side of sobelX, got 5",
                "\"kernel\": {\"filter\": \"own\", \"numbers\": [1]} | kernel.numbers must be 3 × 3, got 1",
                "\"kernel\": {\"filter\": \"own\", \"side\": 1, \"numbers\": [1e9]} | kernel.numbers must be in [-1000, 1000], got 1000000000",
                "\"image\": {\"sample\": 500} | image.sample must be a whole number from 0 to 499, got 500",
                "\"image\": {\"source\": \"own\", \"levels\": \"!\"} | image.levels must be bytes in Base64, got something else",
                "\"image\": {\"source\": \"own\", \"height\": 1} | image.levels must be 28 bytes in Base64, got 784 bytes",
                "\"network\": {\"learningRate\": 0} | network.learningRate must be finite and > 0, got 0",
                "\"network\": {\"samples\": 20000} | network.samples must be a whole number from 100 to 10000, got 20000"
            })
    void refusesABadOneInOneLine(String keys, String line) {
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> parsed(", " + keys));
        assertEquals(line, error.line());
    }

    @Test
    void captionDescribesAllSettings() {
        Texts english = Texts.in(Language.ENGLISH);
        assertEquals(
                "MNIST digit 5, Sobel, vertical edges 3 × 3, s = 2, p = 0, d = 1, network: MNIST digit, 2000 samples,"
                        + " filters 8 + 8, kernel 5, stride 1, max pooling 2, 4 epochs, η = 0.005, batch size 32,"
                        + " random seed 42; Hyperlab " + Version.text(),
                Captions.of(new Document.OfConvolution(ConvolutionLabSettings.DEFAULT), english));
        assertEquals(
                "cat.png (1 × 2), Your own kernel 2 × 2 [0.5 −1 1×10⁻⁷ 3], s = 3, p = 4, d = 2, average 3 × 3, network:"
                        + " Digits, 8 × 8, 300 samples, filters 4, kernel 3, stride 2, max pooling 1, 7 epochs, η = 0.02,"
                        + " batch size 16, shifted by −3, random seed -9223372036854775808; Hyperlab " + Version.text(),
                Captions.of(new Document.OfConvolution(OWN), english));
    }

    /** Dropping a figure on the window restores the lab, including the user's own image. */
    @Test
    void figureEmbedsSetupWithImage(@TempDir Path folder) {
        Path file = folder.resolve("figure.png");
        Document document = new Document.OfConvolution(OWN);
        LossChart chart = new LossChart(Texts.in(Language.ENGLISH), ChartTheme.LIGHT);
        FigureFile.write(file, new Figure(chart.chart(), 60, 40, null), FigureOptions.png(1), document);
        assertEquals(document, Documents.parse(EmbeddedMetadataReader.readDocument(file), "x"));
    }

    @Test
    void writesMapAsTableWithAllDigits(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("map.csv");
        MatrixCsv.write(file, 2, 0.1, -1.0 / 3, 2, 1e-20);
        assertEquals("0.1,-0.3333333333333333\n2.0,1.0E-20\n", Files.readString(file));
    }
}
