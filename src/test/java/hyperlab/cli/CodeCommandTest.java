package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlab.file.disk.FailingDisk;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeCommandTest {
    @TempDir
    Path folder;

    @Test
    void printsProgramWithInlineNumbers() throws IOException {
        String program = CommandRun.done("code", experiment("'data':{'source':'iris'}"), "--to", "pytorch")
                .out();

        assertTrue(program.contains("x_train = torch.tensor([\n    ["), program);
        assertTrue(program.contains("classes from 0: setosa, versicolor, virginica."), program);
        assertTrue(program.endsWith("        break\n"), program);
        assertEquals(List.of("e.hyperlab.json"), names());
    }

    @Test
    void writesManyNumbersToSeparateFile() throws IOException {
        Path small = folder.resolve("small.py");
        CommandRun run = CommandRun.done(
                "code",
                experiment("'data':{'samples':20},'network':{'hidden':[2]}"),
                "--to",
                "pytorch",
                "--out",
                small);

        assertEquals(small + "\n", run.out());
        assertTrue(Files.readString(small).contains("x_train = torch.tensor([\n"));
        Path large = folder.resolve("sub/large.py");
        run = CommandRun.done("code", experiment("'data':{'samples':500}"), "--to", "pytorch", "--out", large);

        Path beside = folder.resolve("sub/large-data.json");
        assertEquals(large + "\n" + beside + "\n", run.out());
        assertTrue(Files.readString(large).contains("with_name(\"large-data.json\")"));
        assertTrue(Files.readString(beside).startsWith("{\"x_train\": [["));
    }

    @Test
    void namesTheFileForWhichThereIsNoRoom() throws IOException {
        Path experiment = experiment("'data':{'samples':500}");
        Path program = folder.resolve("large.py");
        Object[] command = {"code", experiment, "--to", "pytorch", "--out", program};
        int changes;
        try (FailingDisk disk = FailingDisk.fullFrom(Integer.MAX_VALUE)) {
            CommandRun.done(command);
            changes = disk.changes();
        }
        for (int change = 1; change <= changes; change++) {
            try (FailingDisk disk = FailingDisk.fullFrom(change)) {
                CommandRun run = CommandRun.of(command);
                assertTrue(disk.changes() >= change);
                String line = run.err().strip();
                assertTrue(line.startsWith(folder.resolve("large").toString()), line);
                assertTrue(line.contains("the disk is full"), line);
            }
        }
    }

    @Test
    void usesDataAndInitialWeightsOfTheRun() throws IOException {
        Path file = experiment("'data':{'samples':10},'network':{'hidden':[]},'training':{'epochs':0}");
        CommandRun.done("train", file, "--out", folder.resolve("run"));
        Path warm = Files.writeString(
                folder.resolve("warm.json"),
                Files.readString(file)
                        .replace("\"hidden\":[]", "\"hidden\":[],\"initialWeights\":\"run/weights.json\"")
                        .replace("\"format\"", "\"seed\": 1, \"format\""));
        String weights = Files.readString(folder.resolve("run/weights.json"));
        String drawn = CommandRun.done("code", file, "--to", "pytorch").out();
        String given = CommandRun.done("code", warm, "--to", "pytorch").out();

        String first =
                weights.substring(weights.indexOf("[ [") + 3).split(",", 2)[0].strip();
        assertTrue(drawn.contains("[[" + first + ", "), drawn);
        assertTrue(given.contains("[[" + first + ", "), given);
        assertTrue(given.contains("# The initial weights, from run/weights.json."), given);
    }

    @Test
    void requiresFileForTooManyNumbers() throws IOException {
        Path file = experiment("'data':{'samples':9000}");

        assertEquals(
                "--out must be given if data and weights are more than 20000 numbers, got 27114",
                CommandRun.refused("code", file, "--to", "pytorch"));
    }

    @Test
    void neverOverwritesExperiment() throws IOException {
        Path file = experiment("'data':{'samples':500}");
        String before = Files.readString(file);
        Path placedWhereDataWouldBe = Files.copy(file, folder.resolve("x-data.json"));

        assertEquals(
                "--out must not replace the experiment, got " + file,
                CommandRun.refused("code", file, "--to", "pytorch", "--out", file));
        assertEquals(
                "--out must not replace the experiment, got " + placedWhereDataWouldBe,
                CommandRun.refused("code", placedWhereDataWouldBe, "--to", "pytorch", "--out", folder.resolve("x.py")));
        Path link = folder.resolve("link.py");
        try {
            Files.createSymbolicLink(link, file);
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Files.createLink(link, file);
        }
        assertEquals(
                "--out must not replace the experiment, got " + link,
                CommandRun.refused("code", file, "--to", "pytorch", "--out", link));
        assertEquals(before, Files.readString(file));
        assertEquals(before, Files.readString(placedWhereDataWouldBe));
        assertFalse(Files.exists(folder.resolve("x.py")));
    }

    @Test
    void rejectsInvalidArgumentsInOneLine() throws IOException {
        Path file = experiment("'data':{'samples':20}");

        assertEquals("--to must be given", CommandRun.refused("code", file));
        assertEquals(
                "--to can be pytorch, notebook, optuna, but not \"torch\"; did you mean pytorch?",
                CommandRun.refused("code", file, "--to", "torch"));
        assertEquals("EXPERIMENT must be given", CommandRun.refused("code", "--to", "pytorch"));
        assertTrue(CommandRun.refused("code", folder.resolve("none.json"), "--to", "pytorch")
                .contains("none.json"));
        assertTrue(CommandRun.refused("code", file, "--to", "pytorch", "--out", folder)
                .endsWith("cannot be written: it is a folder"));
        Path link = Files.writeString(
                folder.resolve("link.json"), "{\"format\":\"hyperlab-playground/1\",\"link\":\"#seed=1\"}");
        assertEquals(
                link + " must be an experiment, got another lab's document",
                CommandRun.refused("code", link, "--to", "pytorch"));
    }

    @Test
    void setsKeysBeforeTheProgramIsWritten() throws IOException {
        Path file = experiment("'data':{'samples':20}");

        String program = CommandRun.done("code", file, "--to", "pytorch", "--set", "training.epochs=7")
                .out();

        assertTrue(program.contains("for epoch in range(1, 8):"), program);
        assertEquals(
                "data.samples is given twice",
                CommandRun.refused(
                        "code", file, "--to", "pytorch", "--set", "data.samples=9", "--set", "data.samples=8"));
    }

    /** The script notebook.py next to check.py runs the cells. */
    @Test
    void writesNotebookWithTheCellsOfTheProgram() throws IOException {
        Path file = experiment("'name':'a_b','data':{'samples':20},'network':{'hidden':[2]}");
        Path notebook = folder.resolve("n.ipynb");
        CommandRun.done("code", file, "--to", "notebook", "--out", notebook);
        JsonNode read = new ObjectMapper().readTree(notebook.toFile());
        StringBuilder code = new StringBuilder();
        List<String> kinds = new ArrayList<>();
        for (JsonNode cell : read.get("cells")) {
            kinds.add(cell.get("cell_type").asText());
            if (cell.get("cell_type").asText().equals("code")
                    && !cell.get("id").asText().equals("curves")) {
                cell.get("source").forEach(line -> code.append(line.asText()));
                code.append('\n');
            }
        }

        assertEquals(4, read.get("nbformat").asInt());
        assertEquals(5, read.get("nbformat_minor").asInt());
        assertEquals("# a\\_b\n", read.at("/cells/0/source/0").asText());
        assertEquals(7, kinds.stream().filter("markdown"::equals).count());
        assertEquals(7, kinds.stream().filter("code"::equals).count());
        List<String> program = CommandRun.done("code", file, "--to", "pytorch")
                .out()
                .lines()
                .filter(line -> !line.isBlank())
                .dropWhile(line -> line.startsWith("#"))
                .toList();
        List<String> cells = code.toString()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("history =") && !line.contains("history.append("))
                .toList();
        assertEquals(program, cells);
    }

    @Test
    void notebookWithManyNumbersReadsThemFromItsFolder() throws IOException {
        Path file = experiment("'data':{'samples':500}");
        Path notebook = folder.resolve("sub/large.ipynb");
        CommandRun run = CommandRun.done("code", file, "--to", "notebook", "--out", notebook);

        assertEquals(notebook + "\n" + folder.resolve("sub/large-data.json") + "\n", run.out());
        String text = Files.readString(notebook);
        assertTrue(text.contains("pathlib.Path(\\\"large-data.json\\\")"));
        assertTrue(text.contains("`large-data.json`, which has to be in the folder of the notebook"));
        assertTrue(text.contains("`Order` shuffles the samples"));
    }

    @Test
    void writesStudyForOptuna() throws IOException {
        Path study = Files.writeString(folder.resolve("s.hyperlab-study.json"), """
                        {"format": "hyperlab-study/1",
                         "experiment": {"format": "hyperlab-experiment/1",
                                        "data": {"source": "csv", "file": "own.csv", "target": "kind"}},
                         "space": {"training.learningRate": {"type": "log", "low": 0.001, "high": 1}},
                         "method": {"name": "random"}, "trials": 9}
                        """);
        Path program = folder.resolve("sub/study.py");
        CommandRun run = CommandRun.done(
                "code", study, "--to", "optuna", "--out", program, "--with", "pytorch", "--storage", "sqlite:///a.db");
        String source = Files.readString(program);

        assertTrue(run.out().startsWith("The same: the search space"), run.out());
        assertTrue(run.out().endsWith(program + "\n"), run.out());
        assertTrue(source.contains("\"file\": \"../own.csv\""), source);
        assertTrue(source.contains("NAME = \"s\"\nSTORAGE = \"sqlite:///a.db\"\nTRIALS = 9\n"), source);
        assertTrue(source.contains("TRAIN_WITH = \"pytorch\"\n"), source);
        assertTrue(CommandRun.done("code", study, "--to", "optuna").out().endsWith("    main()\n"));
    }

    @Test
    void rejectsOptionsOfTheOtherLibrary() throws IOException {
        Path file = experiment("'data':{'samples':20}");
        Path study = Files.writeString(
                folder.resolve("f.hyperlab-study.json"), "{\"format\": \"hyperlab-study/1\", \"function\": \"bowl\"}");

        assertEquals(
                "--with is only for --to optuna",
                CommandRun.refused("code", file, "--to", "pytorch", "--with", "hyperlab"));
        assertEquals(
                "--storage is only for --to optuna",
                CommandRun.refused("code", file, "--to", "pytorch", "--storage", "a"));
        assertEquals(
                "--set is only for --to pytorch and notebook",
                CommandRun.refused("code", study, "--to", "optuna", "--set", "seed=1"));
        assertEquals(
                "--with needs a study of an experiment, got a function",
                CommandRun.refused("code", study, "--to", "optuna", "--with", "pytorch"));
        assertEquals(
                file + " must be a study, got another document", CommandRun.refused("code", file, "--to", "optuna"));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private Path experiment(String keys) throws IOException {
        return Files.writeString(
                folder.resolve("e.hyperlab.json"),
                ("{'format':'hyperlab-experiment/1'," + keys + "}").replace('\'', '"'));
    }
}
