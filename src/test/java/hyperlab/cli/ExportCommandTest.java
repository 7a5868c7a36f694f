package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.text.NumberFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    @TempDir
    private Path folder;

    private Path experiment(String name, double rate) throws IOException {
        return Files.writeString(
                folder.resolve(name + ".hyperlab.json"),
                "{\"format\": \"hyperlab-experiment/1\", \"name\": \"" + name
                        + "\", \"data\": {\"source\": \"moons\", \"samples\": 40},"
                        + " \"training\": {\"epochs\": 3, \"learningRate\": " + rate + "}}");
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
        }
    }

    /** The numbers are those that {@code train} writes. */
    @Test
    void comparesTrainedRunsAndReportsThemAgainFromThePdf() throws IOException {
        Path slow = experiment("slow", 0.001);
        Path fast = experiment("fast", 0.1);
        Path report = folder.resolve("report.pdf");
        CommandRun.done("export", slow, fast, "--out", report, "--language", "en");
        String text = text(report);
        assertTrue(text.contains("Comparison of 2 runs"), text);
        assertTrue(text.contains("slow 0.001 fast 0.1"), text);

        Path run = folder.resolve("slow.run");
        CommandRun.done("train", slow, "--out", run);
        String[] last = Files.readAllLines(run.resolve("history.csv")).get(4).split(",", -1);
        String loss = NumberFormats.format(Double.parseDouble(last[2]), 4);
        assertTrue(text.contains("slow 3 " + loss), loss + " in " + text);

        Path again = folder.resolve("again.pdf");
        CommandRun.done("export", report, "--out", again, "--title", "Once more", "--language", "en");
        String copy = text(again);
        assertTrue(copy.startsWith("Once more"), copy);
        assertTrue(copy.contains("slow 3 " + loss), copy);
        assertFalse(copy.contains("Findings"), "the doctor cannot examine runs of a figure");
        assertEquals(
                CommandRun.done("inspect", report, "--runs").out(),
                CommandRun.done("inspect", again, "--runs").out());
    }

    /** Runs without names have those of their folders; nothing is trained again. */
    @Test
    void reportsRunFoldersAsTheyAre() throws IOException {
        Path named = experiment("named", 0.1);
        Path unnamed = Files.writeString(
                folder.resolve("r1.hyperlab.json"),
                Files.readString(named).replace("\"name\": \"named\"", "\"name\": \"\""));
        Path first = folder.resolve("r1.run");
        Path second = folder.resolve("r2");
        CommandRun.done("train", unnamed, "--out", first, "--epochs", 2);
        CommandRun.done("train", unnamed, "--out", second, "--set", "training.learningRate=0.01");
        Path report = folder.resolve("report.pdf");
        CommandRun.done("export", first, second, named, "--out", report, "--language", "en");
        String text = text(report);
        for (Path run : List.of(first, second)) {
            List<String> rows = Files.readAllLines(run.resolve("history.csv"));
            String[] last = rows.get(rows.size() - 1).split(",", -1);
            String loss = NumberFormats.format(Double.parseDouble(last[2]), 4);
            String name = run.equals(first) ? "r1" : "r2";
            assertTrue(text.contains(name + " " + last[0] + " " + loss), name + " " + loss + " in " + text);
        }
        assertTrue(text.contains("named 3 "), text);

        Files.writeString(second.resolve("history.csv"), "epoch\n1\n");
        assertTrue(CommandRun.refused("export", second, "--out", report).contains("history.csv"));
    }

    @Test
    void rejectsWhatIsNoExperimentAndOtherFormats() throws IOException {
        Path slow = experiment("slow", 0.001);
        Path study = Files.writeString(
                folder.resolve("a.hyperlab-study.json"),
                "{\"format\": \"hyperlab-study/1\", \"function\": \"branin\", \"method\": {\"name\": \"random\"}}");
        assertTrue(CommandRun.refused("export", study, "--out", folder.resolve("r.pdf"))
                .contains("experiment"));
        assertTrue(CommandRun.refused("export", slow, "--format", "docx").contains("--format"));
        assertFalse(Files.exists(folder.resolve("r.pdf")));
    }
}
