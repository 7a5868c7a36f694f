package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlab.image.GrayImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares feature maps with PyTorch and SciPy; hyperlab/image/convolve.py created the images and numbers. */
class ConvolveCommandTest {
    @TempDir
    Path folder;

    static Stream<Named<JsonNode>> cases() throws IOException {
        JsonNode cases;
        try (InputStream in = ConvolveCommandTest.class.getResourceAsStream("/hyperlab/image/convolve.json")) {
            cases = new ObjectMapper().readTree(in).get("cases");
        }
        return StreamSupport.stream(cases.spliterator(), false)
                .map(node -> Named.of(
                        node.get("picture") + " " + node.get("filter") + " " + node.get("kernel") + ", stride "
                                + node.get("stride") + ", padding " + node.get("padding") + ", dilation "
                                + node.get("dilation"),
                        node));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void writesSameNumbersAsPyTorch(JsonNode given) throws IOException {
        CommandRun.done(
                "convolve",
                picture(given.get("picture").asText() + ".png"),
                "--filter",
                given.get("filter").asText(),
                "--kernel",
                given.get("kernel"),
                "--stride",
                given.get("stride"),
                "--padding",
                given.get("padding"),
                "--dilation",
                given.get("dilation"),
                "--out",
                folder);

        List<String> lines = Files.readAllLines(folder.resolve("feature-map.csv"));
        JsonNode map = given.get("map");
        assertEquals(map.size(), lines.size());
        for (int y = 0; y < map.size(); y++) {
            double[] row = Stream.of(lines.get(y).split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            double[] expected = StreamSupport.stream(map.get(y).spliterator(), false)
                    .mapToDouble(JsonNode::asDouble)
                    .toArray();
            assertArrayEquals(expected, row, 1e-12, "row " + y);
        }
        GrayImage png = GrayImage.read(folder.resolve("feature-map.png"));
        assertEquals(map.size(), png.height());
        assertEquals(map.get(0).size(), png.width());
    }

    @Test
    void printsSizeWithFormula() throws IOException {
        Path imageFile = picture("grey8.png");

        CommandRun run = CommandRun.done(
                "convolve", imageFile, "--kernel", 5, "--stride", 2, "--padding", 1, "--out", folder.resolve("a/b"));

        assertEquals(
                """
                box 5 × 5 on 11 × 9
                height ⌊(11 + 2·1 − 1·(5 − 1) − 1)/2⌋ + 1 = 5
                width  ⌊(9 + 2·1 − 1·(5 − 1) − 1)/2⌋ + 1 = 4
                %s
                %s (0 is black, 255 white)
                """.formatted(folder.resolve("a/b/feature-map.csv"), folder.resolve("a/b/feature-map.png")), run.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en|--stride 2 --kernel 4|Warning: Unused pixels at the edge. 19 of 99 pixels are never read. With padding 1, the map is 5 × 4, and all pixels are read. Remedy: --padding 1 / Note: The kernel has no center. With size 4, the map is shifted by half a pixel. Size 5 has a center. Remedy: --kernel 5
            ko|--stride 5|주의: 칸 사이의 픽셀을 읽지 않음. 픽셀 99개 가운데 63개를 건너뛰어요. 스트라이드 3이면 더 많이 읽어요. 처방: --stride 3
            en|--stride 1|
            """)
    void printsFindingsAndRemediesLast(String language, String options, @Nullable String findings) throws IOException {
        String arguments = "convolve " + picture("grey8.png") + " --language " + language + " --out " + folder;

        String out = CommandRun.done((Object[]) (arguments + " " + options).split(" ", -1))
                .out();

        List<String> lines = List.of(out.split("\n"));
        assertEquals(findings == null ? "" : findings, String.join(" / ", lines.subList(5, lines.size())));
    }

    @Test
    void identityReproducesImage() throws IOException {
        Path imageFile = picture("grey8.png");

        CommandRun.done("convolve", imageFile, "--filter", "identity", "--padding", 1, "--out", folder);

        assertArrayEquals(
                GrayImage.read(imageFile).pixels(),
                GrayImage.read(folder.resolve("feature-map.png")).pixels());
    }

    @Test
    void showsDifferencesAroundMiddleGrayAndClipsOthers() throws IOException {
        String slope = CommandRun.done("convolve", picture("step.png"), "--filter", "sobelX", "--out", folder)
                .out();

        // A step from 0 to 250 between two of four columns: 1000 at both positions of each row.
        assertEquals("1000.0,1000.0\n1000.0,1000.0\n", Files.readString(folder.resolve("feature-map.csv")));
        assertEquals(255, GrayImage.read(folder.resolve("feature-map.png")).pixels()[0]);
        assertEquals("(\u22121000 is black, 0 middle gray, 1000 white)", lastBracket(slope));

        String even = CommandRun.done("convolve", picture("step.png"), "--filter", "sobelY", "--out", folder)
                .out();
        assertEquals("(all 0, middle gray)", lastBracket(even));
        assertEquals(128, GrayImage.read(folder.resolve("feature-map.png")).pixels()[0]);

        String sharp = CommandRun.done("convolve", picture("step.png"), "--filter", "sharpen", "--out", folder)
                .out();
        assertEquals("-250.0,500.0\n-250.0,500.0\n", Files.readString(folder.resolve("feature-map.csv")));
        assertEquals("(0 is black, 255 white; 4 of 4 values are beyond and clipped)", lastBracket(sharp));
        assertEquals(0, GrayImage.read(folder.resolve("feature-map.png")).pixels()[0]);
    }

    private static String lastBracket(String out) {
        return out.substring(out.lastIndexOf('(')).strip();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PICTURE --filter sobel|--filter can be identity, box, gaussian, sharpen, sobelX, sobelY, laplacian, emboss, but not "sobel"; did you mean sobelX?
            PICTURE --filter sobelX --kernel 5|--kernel must be 3, the side of sobelX, got 5
            PICTURE --filter identity --kernel 2|--kernel must be odd for identity, which has a 1 in the middle, got 2
            PICTURE --kernel 0|--kernel must be a whole number from 1 to 31, got 0
            PICTURE --kernel 99999999999999|--kernel must be a whole number from 1 to 31, got 99999999999999
            PICTURE --kernel 31|--kernel leaves no pixels: kernel 31 with padding 0 on 11 × 9
            PICTURE --dilation 5|--kernel leaves no pixels: kernel 3 with padding 0 and dilation 5 on 11 × 9
            PICTURE --padding 3000|--kernel must make maps of at most 16777216 numbers, got 1 × 6009 × 6007
            PICTURE --stride 0|--stride must be a whole number from 1 to 1000000, got 0
            PICTURE --stride half|--stride must be a whole number, got "half"
            PICTURE --padding -1|--padding must be a whole number from 0 to 1000000, got -1
            PICTURE --dilation 0|--dilation must be a whole number from 1 to 1000000, got 0
            nowhere.png|nowhere.png does not exist
            """)
    void rejectsInvalidArgumentsInOneLine(String args, String line) throws IOException {
        Path target = folder.resolve("out");
        String text = args.replace("PICTURE", picture("grey8.png").toString());

        assertEquals(line, CommandRun.refused((Object[]) ("convolve " + text + " --out " + target).split(" ", -1)));
        assertFalse(Files.exists(target));
    }

    @Test
    void rejectsDamagedImageByName() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.png"), "\u0089PNG");

        assertEquals(
                broken + " is not a picture that can be read (PNG, JPEG, GIF, BMP or TIFF)",
                CommandRun.refused("convolve", broken));
        assertEquals("IMAGE must be given", CommandRun.refused("convolve"));
    }

    private Path picture(String name) throws IOException {
        Path file = folder.resolve(name);
        if (name.equals("step.png")) {
            double[] step = new double[16];
            for (int i = 0; i < 16; i++) {
                step[i] = i % 4 < 2 ? 0 : 250;
            }
            try (var out = Files.newOutputStream(file)) {
                new GrayImage(4, 4, step).writePng(out);
            }
            return file;
        }
        try (InputStream in =
                Objects.requireNonNull(ConvolveCommandTest.class.getResourceAsStream("/hyperlab/image/" + name))) {
            return Files.write(file, in.readAllBytes());
        }
    }
}
