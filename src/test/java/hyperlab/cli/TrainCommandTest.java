package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.export.EmbeddedMetadataReader;
import hyperlab.file.figure.FigureState;
import hyperlab.file.figure.FigureStateFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainCommandTest {
    private static final List<String> HISTORY = List.of(
            "epoch",
            "step",
            "trainLoss",
            "validationLoss",
            "trainAccuracy",
            "validationAccuracy",
            "learningRate",
            "trainSeconds",
            "seconds");

    @TempDir
    Path folder;

    private Path out;

    @BeforeEach
    void nameTheRunFolder() {
        out = folder.resolve("run");
    }

    @Test
    void printsTheRowsOfTheHistory() throws IOException {
        List<String> lines =
                train(iris(), "--epochs", 3, "--history").out().lines().toList();
        List<String> history = Files.readAllLines(folder.resolve("run/history.csv"));

        assertEquals(5, history.size());
        assertEquals(
                history,
                lines.stream().filter(line -> line.matches("(epoch|\\d+),.*")).toList());
    }

    @Test
    void writesRunFolderWithOneHistoryRowPerEpoch() throws IOException {
        CommandRun run = train(iris(), "--epochs", 5);

        CsvOutput history = CsvOutput.read(out.resolve("history.csv"));
        assertEquals(HISTORY, history.header());
        assertEquals(6, history.rows().size());
        assertEquals("0", history.cell(0, "step"));
        assertEquals("5", history.cell(5, "epoch"));
        assertEquals("40", history.cell(5, "step"), "120 rows in batches of 16");
        assertTrue(history.number(5, "trainLoss") < history.number(0, "trainLoss"));
        CsvOutput predictions = CsvOutput.read(out.resolve("predictions.csv"));
        assertEquals(
                List.of("row", "part", "target", "prediction", "p_setosa", "p_versicolor", "p_virginica"),
                predictions.header());
        assertEquals(150, predictions.rows().size());
        assertTrue(read("experiment.json").contains("\"epochs\" : 5")
                || read("experiment.json").contains("\"epochs\": 5"));
        assertTrue(read("weights.json").contains("hyperlab-weights/1"));
        assertTrue(read("outcome.json").contains("\"completed\""));
        assertFalse(Files.exists(out.resolve("charts")));
        assertTrue(run.out().contains("\n" + out + "\n"), run.out());
    }

    @Test
    void accuracyIsEmptyForRegression() throws IOException {
        train(experiment("{'format':'hyperlab-experiment/1','data':{'source':'sine'}}"), "--epochs", 1);

        CsvOutput history = CsvOutput.read(out.resolve("history.csv"));
        assertEquals("", history.cell(1, "trainAccuracy"));
        assertEquals("", history.cell(1, "validationAccuracy"));
        assertEquals(
                List.of("row", "part", "target", "prediction"),
                CsvOutput.read(out.resolve("predictions.csv")).header());
    }

    @Test
    void formatAloneWritesTheLossChart() throws IOException {
        train(iris(), "--epochs", 1, "--format", "pdf,csv");
        try (Stream<Path> charts = Files.list(out.resolve("charts"))) {
            assertEquals(
                    Set.of("loss.pdf", "loss.csv"),
                    Set.copyOf(
                            charts.map(chart -> chart.getFileName().toString()).toList()));
        }
    }

    @Test
    void saysThatItReplacedResults() throws IOException {
        assertFalse(train(iris(), "--epochs", 1, "--language", "en").out().contains("replaced"));
        Files.setLastModifiedTime(
                out.resolve("outcome.json"),
                FileTime.from(LocalDateTime.of(2024, 2, 3, 4, 5)
                        .atZone(ZoneId.systemDefault())
                        .toInstant()));
        String text = train(iris(), "--epochs", 1, "--language", "en").out();
        assertTrue(text.contains(out + ": replaced the results of 2024-02-03 04:05\n" + out + "\n"), text);
    }

    @Test
    void reproducesRunBitForBit() throws IOException {
        Path experiment = iris();
        train(experiment, "--epochs", 4, "--set", "network.dropout=0.2");
        List<List<String>> first = withoutSeconds();
        String weights = read("weights.json");
        String predictions = read("predictions.csv");
        train(experiment, "--epochs", 4, "--set", "network.dropout=0.2");

        assertEquals(first, withoutSeconds());
        assertEquals(weights, read("weights.json"));
        assertEquals(predictions, read("predictions.csv"));
        train(experiment, "--epochs", 4, "--set", "network.dropout=0.2", "--set", "seed=8");
        assertNotEquals(weights, read("weights.json"));
    }

    @Test
    void retrainsSameRunFromRunFolder() throws IOException {
        train(iris(), "--epochs", 3, "--set", "training.learningRate=0.007");
        List<List<String>> first = withoutSeconds();
        Path again = Files.copy(out.resolve("experiment.json"), folder.resolve("again.json"));
        train(again);

        assertEquals(first, withoutSeconds());
    }

    @Test
    void overridesKeysOfTheFile() throws IOException {
        train(
                iris(),
                "--set",
                "training.epochs=2",
                "--set",
                "network.hidden=[3]",
                "--set",
                "training.batchSize=\"full\"");

        CsvOutput history = CsvOutput.read(out.resolve("history.csv"));
        assertEquals(3, history.rows().size());
        assertEquals("2", history.cell(2, "step"));
    }

    @Test
    void reportsDivergedRunAsCompleted() throws IOException {
        Path plane = experiment("{'format':'hyperlab-experiment/1','data':{'source':'plane'},"
                + "'training':{'optimizer':{'name':'sgd'},'learningRate':1e6,'epochs':50}}");
        CommandRun run = train(plane, "--language", "en");

        assertTrue(run.out().contains("Diverged"), run.out());
        assertTrue(read("outcome.json").contains("\"diverged\""));
        CsvOutput history = CsvOutput.read(out.resolve("history.csv"));
        assertTrue(history.rows().size() < 51);
        for (int row = 0; row < history.rows().size(); row++) {
            assertTrue(Double.isFinite(history.number(row, "trainLoss")));
        }
    }

    @Test
    void resolvesInitialWeightsNextToExperiment() throws IOException {
        train(iris(), "--epochs", 1);
        Path apart = Files.createDirectories(folder.resolve("apart"));
        Files.copy(out.resolve("weights.json"), apart.resolve("w.json"));
        Path experiment = Files.copy(iris(), apart.resolve("warm.hyperlab.json"));
        double reached = CsvOutput.read(out.resolve("history.csv")).number(1, "trainLoss");
        train(experiment, "--epochs", 0, "--set", "network.initialWeights=w.json");

        assertEquals(reached, CsvOutput.read(out.resolve("history.csv")).number(0, "trainLoss"));
    }

    @Test
    void ensembleWritesMemberWeightsAndMeanPrediction() throws IOException {
        train(iris(), "--epochs", 3, "--set", "ensemble=2");
        String second = read("weights-2.json");
        CsvOutput together = CsvOutput.read(out.resolve("predictions.csv"));
        train(iris(), "--epochs", 3, "--set", "data.split=sequential", "--set", "ensemble=3");
        assertTrue(Files.exists(out.resolve("weights-3.json")));
        train(iris(), "--epochs", 3);
        CsvOutput first = CsvOutput.read(out.resolve("predictions.csv"));
        assertFalse(Files.exists(out.resolve("weights-2.json")), "of a larger ensemble before");
        Files.writeString(folder.resolve("second.json"), second);
        train(iris(), "--epochs", 0, "--set", "network.initialWeights=second.json");
        CsvOutput other = CsvOutput.read(out.resolve("predictions.csv"));

        for (int row = 0; row < 150; row++) {
            double mean = (first.number(row, "p_virginica") + other.number(row, "p_virginica")) / 2;
            assertEquals(mean, together.number(row, "p_virginica"), 1e-15);
        }
    }

    @Test
    void ensembleContinuesFromWeightsOfAnother() throws IOException {
        train(iris(), "--epochs", 3, "--set", "ensemble=3");
        double reached = CsvOutput.read(out.resolve("history.csv")).number(3, "validationLoss");
        for (String name : List.of("weights.json", "weights-2.json", "weights-3.json")) {
            Files.copy(out.resolve(name), folder.resolve(name));
        }
        Object[] again = {"--epochs", 0, "--set", "ensemble=3", "--set", "network.initialWeights=weights.json"};
        train(iris(), again);

        assertEquals(reached, CsvOutput.read(out.resolve("history.csv")).number(0, "validationLoss"));
        Files.delete(folder.resolve("weights-3.json"));
        out = folder.resolve("other");
        assertEquals(folder.resolve("weights-3.json") + " does not exist", refused(iris(), again));
    }

    @Test
    void progressTakesFewLines() throws IOException {
        CommandRun run = train(iris(), "--epochs", 300);

        assertTrue(run.out().lines().count() <= 16, run.out());
    }

    @Test
    void usesKoreanOnRequest() throws IOException {
        assertTrue(train(iris(), "--epochs", 1, "--language", "ko").out().contains("에포크"));
    }

    @Test
    void drawsChartsWithEmbeddedExperimentOnRequest() throws IOException {
        train(iris(), "--epochs", 3, "--charts", "loss,accuracy", "--format", "png", "--set", "seed=11");

        assertTrue(Files.exists(out.resolve("charts/accuracy.png")));
        String carried =
                CommandRun.done("inspect", out.resolve("charts/loss.png")).out();
        assertTrue(carried.contains("hyperlab-experiment/1"), carried);
        assertTrue(carried.replace(" ", "").contains("\"seed\":11"), carried);
    }

    private List<String> charts() throws IOException {
        try (Stream<Path> files = Files.list(out.resolve("charts"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void everyFormatEmbedsSameExperiment() throws IOException {
        train(iris(), "--epochs", 2, "--charts", "confusion,loss", "--format", "pdf, png,svg");

        assertEquals(
                List.of("confusion.pdf", "confusion.png", "confusion.svg", "loss.pdf", "loss.png", "loss.svg"),
                charts());
        Set<String> printed = new TreeSet<>();
        for (String chart : charts()) {
            printed.add(CommandRun.done("inspect", out.resolve("charts").resolve(chart))
                    .out());
        }
        assertEquals(1, printed.size(), printed.toString());
    }

    @Test
    void chartDataHasTheNumbersOfTheHistory() throws IOException {
        train(iris(), "--epochs", 3, "--charts", "loss", "--format", "csv");
        List<String> rows = Files.readAllLines(out.resolve("charts/loss.csv"));
        assertEquals("run,part,epoch,value", rows.get(0));
        List<String> history = Files.readAllLines(out.resolve("history.csv"));
        assertEquals(1 + 2 * 4, rows.size());
        for (int epoch = 0; epoch <= 3; epoch++) {
            String[] cells = history.get(1 + epoch).split(",", -1);
            assertTrue(rows.get(1 + epoch).endsWith("," + cells[2]), rows.get(1 + epoch));
            assertTrue(rows.get(5 + epoch).endsWith("," + cells[3]), rows.get(5 + epoch));
        }
        train(iris(), "--epochs", 3, "--charts", "loss");
        assertFalse(Files.exists(out.resolve("charts/loss.csv")));
    }

    /** 8 cm = 226.77 points; 640 pixels at 200 dots per inch = 230.4 points. */
    @ParameterizedTest
    @CsvSource({"8cm, 300, 226.77, 945", "640px, 200, 230.4, 640"})
    void chartsHaveTheChosenWidth(String width, int dpi, double points, int pixels) throws IOException {
        train(
                iris(),
                "--epochs",
                1,
                "--charts",
                "loss",
                "--format",
                "pdf,png",
                "--width",
                width,
                "--dpi",
                dpi,
                "--caption",
                "Three species",
                "--no-title");
        Path pdf = out.resolve("charts/loss.pdf");
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertEquals(points, document.getPage(0).getMediaBox().getWidth(), 0.01);
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("Three species. iris") || text.contains("Three species. Iris"), text);
        }
        assertEquals(
                pixels, ImageIO.read(out.resolve("charts/loss.png").toFile()).getWidth());
        FigureState state =
                FigureStateFormat.parse(EmbeddedMetadataReader.readAll(pdf).figure(), "figure");
        assertEquals("Three species", state.settings().caption());
        assertEquals(dpi, state.settings().dpi());
    }

    @Test
    void removesChartsOfEarlierRunInAnyFormat() throws IOException {
        train(iris(), "--epochs", 1, "--charts", "loss,accuracy", "--format", "png,svg");
        train(iris(), "--epochs", 1, "--charts", "loss", "--format", "pdf");

        assertEquals(List.of("loss.pdf"), charts());
    }

    @Test
    void replacesEarlierRun() throws IOException {
        train(iris(), "--epochs", 5);
        train(iris(), "--epochs", 2);

        assertEquals(3, CsvOutput.read(out.resolve("history.csv")).rows().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'format':'hyperlab-experiment/1','trainig':{}}|training
            {'format':'hyperlab-experiment/1','training':{'learningrate':1}}|learningRate
            {'format':'hyperlab-experiment/1','training':{'epochs':1,'epochs':2}}|training.epochs is given twice
            {'format':'hyperlab-experiment/1','training':{'epochs':'ten'}}|training.epochs must be a whole number
            {'format':'hyperlab-experiment/1','training':{'epochs':1.5}}|training.epochs must be a whole number
            {'format':'hyperlab-experiment/1','training':{'learningRate':-0.1}}|training.learningRate must be finite and > 0, got -0.1
            {'format':'hyperlab-experiment/1','training':{'learningRate':NaN}}|NaN
            {'format':'hyperlab-experiment/1','training':{'batchSize':0}}|training.batchSize must be a whole number ≥ 1
            {'format':'hyperlab-experiment/1','network':{'hidden':[0]}}|network.hidden
            {'format':'hyperlab-experiment/1','network':{'activation':{'name':'rellu'}}}|relu
            {'format':'hyperlab-experiment/1','network':{'initialWeights':'none.json'}}|none.json
            {'format':'hyperlab-experiment/1','data':{'source':'irs'}}|iris
            {'format':'hyperlab-experiment/1','data':{'source':'csv'}}|data.file
            {'format':'hyperlab-experiment/1','data':{'source':'csv','file':'none.csv','target':'y'}}|none.csv
            {'format':'hyperlab-experiment/2'}|hyperlab-experiment/1
            {'format':|experiment.hyperlab.json
            []|experiment.hyperlab.json
            """)
    void aWrongExperimentIsRefusedInOneLineBeforeAnythingIsWritten(String json, String told) throws IOException {
        String line = refused(experiment(json));

        assertTrue(line.contains(told), line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a,y;1,2;3|data.csv
            ''|data.csv
            a,y|data.csv
            a,y;1,one;2,one|class
            a,y;1,one;,two|data.csv
            a,y;1,one;x,two|data.csv
            a,y;1,one;NaN,two|data.csv
            b,z;1,one;2,two|y
            """)
    void aWrongCsvFileIsRefusedInOneLineBeforeAnythingIsWritten(String csv, String told) throws IOException {
        Files.writeString(folder.resolve("data.csv"), csv.replace(";", "\n"));
        String line = refused(experiment(csvExperiment()));

        assertTrue(line.contains(told), line);
    }

    @Test
    void rejectsBinaryCsvFileInOneLine() throws IOException {
        Files.write(folder.resolve("data.csv"), new byte[] {'P', 'K', 3, 4, 0, 0, (byte) 0xff, (byte) 0xfe, 10, 0, 1});

        assertTrue(refused(experiment(csvExperiment())).contains("data.csv"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --epochs ten|--epochs must be a whole number, got "ten"
            --epochs -1|training.epochs must be a whole number from 0 to 1000000, got -1
            --epochs 99999999999|training.epochs must be a whole number from 0 to 1000000, got 99999999999
            --epochs 99999999999999999999|training.epochs must be a whole number from 0 to 1000000, got 99999999999999999999
            --epochs 1 --set training.epochs=2|training.epochs is given twice
            --set training.epochs=1 --set training.epochs=2|training.epochs is given twice
            --set epochs|--set must be KEY=VALUE, got "epochs"
            --charts los|--charts can be loss, accuracy, boundary, weights, gradients, confusion, but not "los"; did you mean loss?
            --charts loss,boundary|--charts must not include boundary if there are 4 features and not 2, got boundary
            --format png,svgz|--format can be png, svg, pdf, gif, csv, but not "svgz"; did you mean svg?
            --format jpg|--format can be png, svg, pdf, gif, csv, but not "jpg"; did you mean png?
            --language fr|--language can be en, ko, but not "fr"; did you mean en?
            --set training.learningRate=NaN|training.learningRate must be a number, got "NaN"
            """)
    void rejectsInvalidOptionBeforeWriting(String options, String line) throws IOException {
        assertEquals(line, refused(iris(), (Object[]) options.split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource({
        "training.learningRat=1, learningRate",
        "training.epochs=ten, training.epochs",
        "network.hidden=[0], network.hidden"
    })
    void aWrongAssignmentNamesItsKey(String assignment, String told) throws IOException {
        String line = refused(iris(), "--set", assignment);

        assertTrue(line.contains(told), line);
    }

    @ParameterizedTest
    @CsvSource({"accuracy", "confusion"})
    void whatOnlyClassesHaveIsRefusedOfARegression(String chart) throws IOException {
        Path sine = experiment("{'format':'hyperlab-experiment/1','data':{'source':'sine'}}");

        assertEquals(
                "--charts must not include " + chart + " if the target is a number, got " + chart,
                refused(sine, "--charts", "loss," + chart));
    }

    @Test
    void drawsResultChartsInBothLanguages() throws IOException {
        Path moons =
                experiment("{'format':'hyperlab-experiment/1','data':{'source':'moons','samples':60},'ensemble':2}");
        for (String language : List.of("en", "ko")) {
            train(moons, "--epochs", 2, "--charts", "boundary,weights,gradients,confusion", "--language", language);

            assertEquals(
                    List.of("boundary.png", "confusion.png", "gradients.png", "weights.png"),
                    names(out.resolve("charts")).stream().sorted().toList());
        }
        train(moons, "--epochs", 2, "--charts", "boundary");
        assertEquals(List.of("boundary.png"), names(out.resolve("charts")));
    }

    @Test
    void drawsRegressionMapAndConvolutionWeights() throws IOException {
        Path bumps = experiment("{'format':'hyperlab-experiment/1','data':{'source':'bumps','samples':40}}");
        train(bumps, "--epochs", 1, "--charts", "boundary,weights,gradients");
        assertTrue(Files.exists(out.resolve("charts/boundary.png")));
        Path digits = experiment("{'format':'hyperlab-experiment/1','data':{'source':'digits','samples':60},"
                + "'network':{'convolutions':[{'filters':2}],'hidden':[],'activation':{'name':'prelu'}}}");
        train(digits, "--epochs", 1, "--charts", "weights,gradients,confusion");
        assertTrue(Files.exists(out.resolve("charts/gradients.png")));
    }

    @Test
    void rejectsMissingExperiment() {
        Path missing = folder.resolve("missing.hyperlab.json");

        assertTrue(refused(missing).contains(missing.toString()));
    }

    @Test
    void rejectsFileInPlaceOfRunFolderBeforeTraining() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "mine");
        String line = CommandRun.refused("train", iris(), "--epochs", 1_000_000, "--out", taken);

        assertTrue(line.contains(taken.toString()), line);
        assertEquals("mine", Files.readString(taken));
    }

    @Test
    void rejectsAFolderThatCannotBeWrittenBeforeItReadsTheData() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken.txt"), "");
        Path missing = experiment(
                "{'format':'hyperlab-experiment/1','data':{'source':'csv','file':'missing.csv','target':'y'}}");
        String line = CommandRun.refused("train", missing, "--out", taken);
        assertEquals(taken + " cannot be written into: it is a file, not a folder", line);
    }

    @Test
    void rejectsFileInPlaceOfChartsBeforeTraining() throws IOException {
        Path taken = Files.writeString(Files.createDirectories(out).resolve("charts"), "mine");
        String line = CommandRun.refused("train", iris(), "--epochs", 1_000_000, "--charts", "accuracy", "--out", out);

        assertTrue(line.contains(taken + " is a file, not a folder"), line);
        assertEquals(List.of("charts"), names(out));
    }

    @Test
    void rejectsEmptyPath() throws IOException {
        assertEquals("EXPERIMENT must be a path, got \"\"", CommandRun.refused("train", ""));
        assertEquals("--out must be a path, got \"\"", CommandRun.refused("train", iris(), "--out", ""));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en|Warning: Features of different scales (certain). The widest feature varies|The rule: this ratio is 30 or more, and the features are not standardized. It follows the literature (LeCun et al. 1998, 4.3); the threshold is ours. Remedy: --set data.standardize=true
            ko|주의: 특징의 크기가 서로 달라요 (확실). 가장 넓은 특징이|규칙: 이 비율이 30 이상이고 특징을 표준화하지 않은 경우예요. 문헌(LeCun 외 1998, 4.3)을 따랐고, 기준값은 이 프로그램에서 정했어요. 처방: --set data.standardize=true
            """)
    void printsFindingsAndRemediesLast(String language, String beginning, String end) throws IOException {
        String text = train(iris(), "--epochs", 1, "--set", "data.source=wine", "--language", language)
                .out();

        String last = text.substring(text.indexOf(out + "\n") + out.toString().length() + 1);
        assertTrue(last.startsWith(beginning), text);
        assertTrue(last.lines().findFirst().orElseThrow().endsWith(end), text);
    }

    @Test
    void suggestsTestedRateForDivergedRun() throws IOException {
        Object[] options = {"--epochs", 3, "--set", "training.optimizer=sgd", "--set", "training.learningRate=1e200"};
        String text = train(iris(), options).out();

        assertTrue(text.contains("Problem: The loss diverges (certain). "), text);
        String remedy = text.substring(text.indexOf("training.learningRate=") + 22)
                .lines()
                .findFirst()
                .orElseThrow();
        assertTrue(Double.parseDouble(remedy) < 10, remedy);
        options[5] = "training.learningRate=" + remedy;
        assertFalse(train(iris(), options).out().contains("diverges"));
    }

    private CommandRun train(Path experiment, Object... options) {
        return CommandRun.done(words(experiment, options));
    }

    private String refused(Path experiment, Object... options) {
        String line = CommandRun.refused(words(experiment, options));
        assertFalse(Files.exists(out), "nothing is written");
        return line;
    }

    private Object[] words(Path experiment, Object... options) {
        return Stream.of(Stream.of("train", experiment, "--out", out), Arrays.stream(options))
                .flatMap(words -> words)
                .toArray();
    }

    private List<List<String>> withoutSeconds() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        CsvOutput.read(out.resolve("history.csv")).rows().forEach(row -> rows.add(row.subList(0, 7)));
        return rows;
    }

    private String read(String file) throws IOException {
        return Files.readString(out.resolve(file));
    }

    private Path iris() throws IOException {
        return experiment("{'format':'hyperlab-experiment/1','seed':5,'data':{'source':'iris'},"
                + "'training':{'learningRate':0.01,'batchSize':16}}");
    }

    private static String csvExperiment() {
        return "{'format':'hyperlab-experiment/1','data':{'source':'csv','file':'data.csv','target':'y'}}";
    }

    private Path experiment(String json) throws IOException {
        return Files.writeString(folder.resolve("experiment.hyperlab.json"), json.replace('\'', '"'));
    }
}
