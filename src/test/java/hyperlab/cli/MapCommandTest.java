package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.export.EmbeddedMetadataReader;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.learn.LinkedDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapCommandTest {
    private static final List<String> AXES =
            List.of("--x", "training.learningRate=log:0.01:1000:7", "--y", "training.batchSize=integer:1:5");

    @TempDir
    Path folder;

    private Path experiment() throws IOException {
        String json = "{'format':'hyperlab-experiment/1','seed':5,'data':{'samples':40},'network':{'hidden':[3]},"
                + "'training':{'optimizer':{'name':'sgd'},'epochs':6}}";
        return Files.writeString(folder.resolve("moons.json"), json.replace('\'', '"'));
    }

    private CommandRun map(Object... more) throws IOException {
        return CommandRun.done(Stream.of(Stream.of("map", experiment()), AXES.stream(), Stream.of(more))
                .flatMap(all -> all)
                .toArray());
    }

    private static List<String> names(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writesOneRowForEachPixelAndAnImage() throws IOException {
        Path out = folder.resolve("out");
        CommandRun run = map("--color", "validationLoss", "--out", out);

        assertEquals(List.of("charts", "map.csv", "map.json", "pixels.csv"), names(out));
        assertEquals(List.of("map.png"), names(out.resolve("charts")));
        CsvOutput table = CsvOutput.read(out.resolve("map.csv"));
        assertEquals(
                List.of("training.learningRate", "training.batchSize", "outcome", "epochs", "validationLoss"),
                table.header());
        assertEquals(35, table.rows().size());
        assertEquals(List.of("0.01", "1"), table.rows().get(0).subList(0, 2));
        assertEquals(List.of("1000.0", "5"), table.rows().get(34).subList(0, 2));
        assertTrue(run.out().contains("learning rate × batch size, 7 × 5 pixels"), run.out());
        assertTrue(run.out().contains("The map is complete: "), run.out());
    }

    @Test
    void eachSeedHasAFolderAndABestRate() throws IOException {
        Path out = folder.resolve("out");
        Path file = Files.writeString(
                folder.resolve("scaling.json"), Documents.write(LinkedDocuments.load("rate-scaling")));
        CommandRun run = CommandRun.done(
                "map",
                file,
                "--x",
                "training.learningRate=log:0.05:5:5",
                "--y",
                "training.batchSize=choice:256,512,1024",
                "--seeds",
                2,
                "--each-seed",
                "--out",
                out);
        assertEquals(List.of("best.csv", "seed-1", "seed-2"), names(out));
        CsvOutput best = CsvOutput.read(out.resolve("best.csv"));
        assertEquals(List.of("seed", "training.batchSize", "training.learningRate", "trainLoss"), best.header());
        assertEquals(6, best.rows().size());
        for (List<String> row : best.rows()) {
            CsvOutput map = CsvOutput.read(out.resolve("seed-" + row.get(0)).resolve("map.csv"));
            double lowest = map.rows().stream()
                    .filter(pixel ->
                            pixel.get(1).equals(row.get(1)) && !pixel.get(4).isEmpty())
                    .mapToDouble(pixel -> Double.parseDouble(pixel.get(4)))
                    .min()
                    .orElseThrow();
            assertEquals(lowest, Double.parseDouble(row.get(3)));
        }
        assertTrue(run.out().contains("The best learning rate grows like batch size to the power of "), run.out());
        assertTrue(run.out().contains("2 seeds)"), run.out());
    }

    @Test
    void zoomIsAGifWithOneMapForEachFrame() throws IOException {
        Path out = folder.resolve("out");
        CommandRun run = map("--zoom", "1,3,4", "--frames", 3, "--out", out, "--format", "png,gif");
        assertTrue(run.out().contains("Zoom: 3 of 3 frames"), run.out());
        assertEquals(List.of("map.png", "zoom.gif"), names(out.resolve("charts")));
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream input =
                ImageIO.createImageInputStream(out.resolve("charts/zoom.gif").toFile())) {
            reader.setInput(input);
            assertEquals(3, reader.getNumImages(true));
        } finally {
            reader.dispose();
        }
        Document.OfMap part = (Document.OfMap)
                Documents.parse(EmbeddedMetadataReader.readDocument(out.resolve("charts/zoom.gif")), "zoom");
        assertEquals(1, Math.sqrt(part.map().x().low() * part.map().x().high()), 1e-9);
    }

    @Test
    void zoomBesideTheBoundarySaysSo() throws IOException {
        String hint = "The last frame of the zoom has no boundary";
        CommandRun beside = map("--zoom", "0.02,3,100", "--frames", 2, "--out", folder.resolve("beside"));
        assertTrue(beside.out().contains(hint), beside.out());
        CommandRun across = map("--zoom", "1,3,1.1", "--frames", 2, "--out", folder.resolve("across"));
        assertFalse(across.out().contains(hint), across.out());
    }

    @Test
    void mapsOfOtherAxesSayNothingAboutGrowth() throws IOException {
        Path out = folder.resolve("out");
        CommandRun run = CommandRun.done(
                "map",
                experiment(),
                "--x",
                "training.learningRate=log:0.01:1:3",
                "--y",
                "network.dropout=choice:0.0,0.5",
                "--seeds",
                2,
                "--each-seed",
                "--out",
                out);
        assertEquals(List.of("seed-5", "seed-6"), names(out));
        assertFalse(run.out().contains("batch size to the power"), run.out());
    }

    @Test
    void rowsEqualTrain() throws IOException {
        Path out = folder.resolve("out");
        map("--color", "validationLoss", "--out", out, "--parallel", 2);
        CsvOutput table = CsvOutput.read(out.resolve("map.csv"));
        int compared = 0;
        for (int row : new int[] {0, 8, 16, 24, 30, 34}) {
            List<String> cells = table.rows().get(row);
            Path trained = folder.resolve("train" + row);
            CommandRun.done(
                    "train",
                    experiment(),
                    "--set",
                    "training.learningRate=" + cells.get(0),
                    "--set",
                    "training.batchSize=" + cells.get(1),
                    "--out",
                    trained);
            CsvOutput history = CsvOutput.read(trained.resolve("history.csv"));
            List<String> last = history.rows().get(history.rows().size() - 1);
            if (cells.get(2).equals("diverged")) {
                assertEquals("", cells.get(4));
            } else {
                assertEquals(last.get(history.header().indexOf("validationLoss")), cells.get(4));
                assertEquals("6.0", cells.get(3));
                compared++;
            }
        }
        assertTrue(compared >= 3);
    }

    @Test
    void resultDoesNotDependOnParallelAndGoesOn() throws IOException {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        map("--out", one, "--parallel", 1);
        map("--out", two, "--parallel", 4);
        String expected = Files.readString(one.resolve("map.csv"));
        assertEquals(expected, Files.readString(two.resolve("map.csv")));

        // As after a kill: some lines, the last one incomplete, and no map.csv.
        List<String> lines = Files.readAllLines(two.resolve("pixels.csv"));
        Files.writeString(two.resolve("pixels.csv"), String.join("\n", lines.subList(0, 12)) + "\n3,2,conver");
        Files.delete(two.resolve("map.csv"));
        CommandRun run = map("--out", two);

        assertTrue(run.out().contains("Continues: 11 pixels are known already"), run.out());
        assertEquals(expected, Files.readString(two.resolve("map.csv")));
        assertEquals(36, Files.readAllLines(two.resolve("pixels.csv")).size());
    }

    @Test
    void knownPixelsAreNotTrainedAgain() throws IOException {
        Path out = folder.resolve("out");
        map("--out", out);
        List<String> lines = Files.readAllLines(out.resolve("pixels.csv"));
        List<String> changed = lines.stream()
                .map(line -> line.startsWith("0,0,") ? "0,0,converged,6.0,0.125,0.0" : line)
                .toList();
        Files.write(out.resolve("pixels.csv"), changed);
        map("--out", out);

        assertEquals(
                "0.125", CsvOutput.read(out.resolve("map.csv")).rows().get(0).get(4));
    }

    @Test
    void otherMapInTheFolderIsRejected() throws IOException {
        Path out = folder.resolve("out");
        map("--out", out);
        String error = CommandRun.refused(
                Stream.of(Stream.of("map", experiment()), AXES.stream(), Stream.of("--out", out, "--color", "outcome"))
                        .flatMap(all -> all)
                        .toArray());

        assertTrue(error.contains("contains another map, with \"color\": \"trainLoss\""), error);
    }

    @Test
    void severalSeedsHaveAShare() throws IOException {
        Path out = folder.resolve("out");
        map("--seeds", 3, "--color", "outcome", "--out", out);
        CsvOutput table = CsvOutput.read(out.resolve("map.csv"));

        assertEquals(
                List.of("training.learningRate", "training.batchSize", "outcome", "epochs", "divergedShare"),
                table.header());
        assertTrue(table.rows().stream()
                .map(row -> row.get(4))
                .allMatch(share ->
                        Stream.of(0.0, 1 / 3.0, 2 / 3.0, 1.0).anyMatch(each -> share.equals(Double.toString(each)))));
    }

    @Test
    void descentsAndMapsAreSubjectsAndPicturesCarryTheMap() throws IOException {
        Path descent = Files.writeString(
                folder.resolve("parabola.json"),
                "{\"format\":\"hyperlab-descent/1\",\"racers\":[{\"optimizer\":{\"name\":\"sgd\",\"momentum\":0.5}}]}");
        Path out = folder.resolve("out");
        CommandRun.done(
                "map",
                descent,
                "--x",
                "learningRate=linear:0.1:4:8",
                "--y",
                "optimizer.momentum=linear:0:0.9:6",
                "--color",
                "spectralRadius",
                "--format",
                "png,svg,pdf",
                "--out",
                out);
        assertEquals(List.of("map.pdf", "map.png", "map.svg"), names(out.resolve("charts")));
        Path again = folder.resolve("again");
        CommandRun.done("map", out.resolve("map.json"), "--out", again);

        assertEquals(Files.readString(out.resolve("map.csv")), Files.readString(again.resolve("map.csv")));
        for (String name : names(out.resolve("charts"))) {
            String carried =
                    EmbeddedMetadataReader.readDocument(out.resolve("charts").resolve(name));
            assertTrue(Documents.parse(carried, "carried") instanceof Document.OfMap, name);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --x seed=integer:1:3                                 | --y must be given
            --x seed=integer:1:3 --y sed=integer:1:3             | y.sed is not a known key (nearest: seed)
            --x seed=integer:1:3 --y data.noise=linear:0:1:3 --color loss | --color can be
            --x seed=integer:1:3 --y data.noise=linear:0:1:3 --color spectralRadius | color is not available
            --x seed=integer:1:3 --y data.noise=linear:0:1:3 --seeds 99 | --seeds must be
            --x seed=integer:1:3 --y data.noise=linear:0:1:3 --format gif | --format takes gif only with --zoom
            --x seed=integer:1:3 --y data.noise=linear:0:1:3 --zoom 2,2,4 | --zoom must be X,Y,FACTOR
            --x seed=integer:1:3 --y data.noise=linear:0:1:3 --zoom 2,0.5 | --zoom must be X,Y,FACTOR
            --x seed=integer:1:3 --y data.noise=linear:0:1:3 --zoom 2,0.5,a | --zoom must be X,Y,FACTOR
            --x seed=integer:1:3 --y data.noise=linear:0:1:3 --zoom 2,0.5,4 --frames 1 | --frames must be
            """)
    void invalidOptionsAreRejected(String options, String message) throws IOException {
        Path out = folder.resolve("out");
        String error = CommandRun.refused(
                Stream.concat(Stream.of("map", experiment(), "--out", out), Stream.of(options.split(" ")))
                        .toArray());

        assertTrue(error.contains(message), error);
        assertFalse(Files.exists(out));
    }
}
