package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.export.DecodedGif;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code train --format gif}: charts that are animated over the epochs. */
class TrainGifTest {
    private static final String MOONS = "{\"format\":\"hyperlab-experiment/1\",\"data\":{\"source\":\"moons\","
            + "\"samples\":60},\"network\":{\"hidden\":[4]},\"training\":{%s}}";
    private static final String LINK = "https://playground.tensorflow.org/#dataset=xor&networkShape=4";

    @TempDir
    Path folder;

    private Path out;

    @BeforeEach
    void nameTheRunFolder() {
        out = folder.resolve("run");
    }

    private Path moons(String training) throws IOException {
        return Files.writeString(folder.resolve("moons.hyperlab.json"), MOONS.formatted(training));
    }

    private void train(Object... more) {
        List<Object> all = new ArrayList<>(List.of("train"));
        all.addAll(List.of(more));
        all.addAll(List.of("--out", out));
        CommandRun.done(all.toArray());
    }

    private DecodedGif gif(String chart) throws IOException {
        return DecodedGif.of(Files.readAllBytes(out.resolve("charts/" + chart + ".gif")));
    }

    @Test
    void animatesEveryChartAndEmbedsExperiment() throws IOException {
        String charts = "loss,accuracy,boundary,weights,gradients,confusion";
        train(moons("\"epochs\":2"), "--charts", charts, "--format", "gif", "--set", "seed=11");
        for (String chart : charts.split(",", -1)) {
            assertEquals(3, gif(chart).frames().size(), chart);
            String carried = CommandRun.done("inspect", out.resolve("charts/" + chart + ".gif"))
                    .out();
            assertTrue(carried.contains("\"seed\" : 11") || carried.contains("\"seed\": 11"), chart);
            assertFalse(Files.exists(out.resolve("charts/" + chart + ".png")), chart);
        }
    }

    @Test
    void sameRunGivesSameFileAlongWithOtherFormats() throws IOException {
        train(moons("\"epochs\":2"), "--charts", "boundary,weights", "--format", "png,gif");
        byte[] boundary = Files.readAllBytes(out.resolve("charts/boundary.gif"));
        byte[] weights = Files.readAllBytes(out.resolve("charts/weights.gif"));
        assertTrue(Files.exists(out.resolve("charts/boundary.png")));
        train(moons("\"epochs\":2"), "--charts", "boundary,weights", "--format", "gif");
        assertArrayEquals(boundary, Files.readAllBytes(out.resolve("charts/boundary.gif")));
        assertArrayEquals(weights, Files.readAllBytes(out.resolve("charts/weights.gif")));
        assertFalse(Files.exists(out.resolve("charts/boundary.png")));
        train(moons("\"epochs\":1"), "--charts", "boundary", "--format", "png");
        assertFalse(Files.exists(out.resolve("charts/boundary.gif")));
        assertFalse(Files.exists(out.resolve("charts/weights.gif")));
    }

    @Test
    void limitsFramesOfLongRun() throws IOException {
        train(moons("\"epochs\":1500,\"batchSize\":\"full\""), "--charts", "loss", "--format", "gif");
        DecodedGif loss = gif("loss");
        assertEquals(120, loss.frames().size());
        assertTrue(Files.size(out.resolve("charts/loss.gif")) < 1_000_000);
    }

    @Test
    void earlyStoppedRunEndsWithLastEpoch() throws IOException {
        String wild = "\"epochs\":50,\"optimizer\":{\"name\":\"sgd\"},\"learningRate\":1e6,\"loss\":\"squaredError\"";
        Path plane = Files.writeString(
                folder.resolve("plane.hyperlab.json"),
                "{\"format\":\"hyperlab-experiment/1\",\"data\":{\"source\":\"plane\"},\"training\":{" + wild + "}}");
        train(plane, "--charts", "loss,weights", "--format", "gif");
        int rows = CsvOutput.read(out.resolve("history.csv")).rows().size();
        assertTrue(rows < 50);
        assertEquals(rows, gif("loss").frames().size());
        assertEquals(rows, gif("weights").frames().size());
        train(
                moons("\"epochs\":400,\"patience\":1,\"learningRate\":0.5"),
                "--charts",
                "loss,weights",
                "--format",
                "gif");
        int last = CsvOutput.read(out.resolve("history.csv")).rows().size() - 1;
        assertTrue(last < 400);
        assertEquals(Math.min(120, last + 1), gif("weights").frames().size());
    }

    @Test
    void removesEarlierGifIfRunHasNoFiniteStart() throws IOException {
        train(moons("\"epochs\":1"), "--charts", "weights", "--format", "gif");
        String huge = "network.initializer={\"name\":\"uniform\",\"range\":1e200}";
        train(moons("\"epochs\":1"), "--charts", "weights", "--format", "gif", "--set", huge);
        assertFalse(Files.exists(out.resolve("charts/weights.gif")));
    }

    @Test
    void everySeedHasItsOwnGif() throws IOException {
        train(moons("\"epochs\":2"), "--seeds", 2, "--charts", "boundary", "--format", "gif");
        Path one = out.resolve("seed-42/charts/boundary.gif");
        Path other = out.resolve("seed-43/charts/boundary.gif");
        assertEquals(3, DecodedGif.of(Files.readAllBytes(one)).frames().size());
        assertEquals(3, DecodedGif.of(Files.readAllBytes(other)).frames().size());
    }

    @Test
    void linkAnimatesOnlyCurves() throws IOException {
        train("--playground", LINK, "--epochs", 2, "--charts", "loss", "--format", "gif");
        assertEquals(3, gif("loss").frames().size());
        assertEquals(
                "--charts must not include boundary in a GIF for a Playground link, got boundary",
                CommandRun.refused(
                        "train", "--playground", LINK, "--charts", "loss,boundary", "--format", "gif", "--out", out));
    }
}
