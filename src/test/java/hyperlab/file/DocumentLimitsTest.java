package hyperlab.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.convolution.ImageSelection;
import hyperlab.convolution.UserImage;
import hyperlab.data.PointSet;
import hyperlab.file.json.StrictJson;
import hyperlab.log.LogAxis;
import hyperlab.log.LogFormat;
import hyperlab.log.LogQuantity;
import hyperlab.log.LogSeries;
import hyperlab.log.TrainingLog;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import hyperlab.tune.JobResult;
import hyperlab.tune.JournalEntry;
import hyperlab.tune.SearchDimension;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.SearchSpace;
import hyperlab.tune.TuningObjective;
import hyperlab.tune.TuningStudy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents with as much in them as is allowed are read back as they were, or refused before they are written. */
class DocumentLimitsTest {
    /** A number that takes the most characters. */
    private static final double LONG_NUMBER = -1.2345678901234568E-300;

    private static final JobResult RESULT =
            new JobResult(JobResult.JobOutcome.COMPLETED, 1_000_000, LONG_NUMBER, 0.12345678901234568);

    static Stream<Document> largest() {
        return Stream.of(
                new Document.OfExperiment(Experiment.DEFAULT.withName("x".repeat(21_000_000))),
                points(),
                image(),
                new Document.OfLog(log()),
                study());
    }

    @ParameterizedTest
    @MethodSource("largest")
    void areReadBack(Document document) {
        assertEquals(document, Documents.parse(Documents.write(document), "x"));
    }

    static Stream<Document> tooLarge() {
        return Stream.of(new Document.OfExperiment(Experiment.DEFAULT.withName("점".repeat(12_000_000))), recorded());
    }

    @ParameterizedTest
    @MethodSource("tooLarge")
    void areRefusedInOneLineRatherThanWritten(Document document) {
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> Documents.write(document));
        assertEquals(
                "must be at most " + Documents.MAX_BYTES + " bytes long",
                error.line().replaceFirst("^hyperlab-[a-z]+/1 ", "").replaceFirst(", got \\d+$", ""));
    }

    private static Document image() {
        byte[] levels = new byte[UserImage.MAX_SIDE * UserImage.MAX_SIDE];
        Arrays.fill(levels, (byte) -1);
        String text = Base64.getEncoder().encodeToString(levels);
        UserImage image = new UserImage("cat", UserImage.MAX_SIDE, UserImage.MAX_SIDE, text, false);
        return new Document.OfConvolution(ConvolutionLabSettings.DEFAULT.withImage(ImageSelection.of(image)));
    }

    private static Document points() {
        String points = IntStream.range(0, PointSet.MAX_POINTS)
                .mapToObj(
                        i -> "[" + LONG_NUMBER + "," + LONG_NUMBER * (i + 1) + "," + i % (PointSet.MAX_LABEL + 1) + "]")
                .collect(Collectors.joining(","));
        return Documents.parse(
                "{\"format\": \"hyperlab-experiment/1\", \"data\": {\"source\": \"points\", \"points\": [" + points
                        + "]}}",
                "x");
    }

    private static TrainingLog log() {
        double[] positions = IntStream.range(0, TrainingLog.MAX_VALUES)
                .mapToDouble(i -> i + 0.1)
                .toArray();
        double[] values = positions.clone();
        Arrays.fill(values, LONG_NUMBER);
        Map<LogQuantity, LogSeries> series = new EnumMap<>(LogQuantity.class);
        LogQuantity.curves()
                .forEach(quantity -> series.put(quantity, new LogSeries("column", positions, positions, values)));
        TrainingLog.Restart restart = new TrainingLog.Restart(LogAxis.EPOCH, LONG_NUMBER, 1.0 / 3);
        return new TrainingLog("log", LogFormat.CSV, series, Collections.nCopies(1_000, restart), true);
    }

    private static Document study() {
        List<JournalEntry> found = IntStream.range(0, 20_000)
                .mapToObj(i -> new JournalEntry(i, 1_000_000, RESULT))
                .toList();
        TuningStudy study = StudyFormat.read(StrictJson.object("""
                {"format": "hyperlab-study/1",
                 "space": {"training.learningRate": {"type": "log", "low": 1e-4, "high": 1}},
                 "method": {"name": "halving", "reduction": 2}, "trials": 100000}""".getBytes(StandardCharsets.UTF_8), "x"));
        return new Document.OfStudy(study, found);
    }

    /** Trials with a value for each of the most keys, as read from another program's study. */
    private static Document recorded() {
        Map<String, String> values = new LinkedHashMap<>();
        List<SearchSpace.Hyperparameter> parameters = new ArrayList<>();
        for (int key = 0; key < SearchSpace.MAX_PARAMETERS; key++) {
            String name = "parameter".repeat(50) + key;
            parameters.add(new SearchSpace.Hyperparameter(name, new SearchDimension.LinearDimension(-1, 1)));
            values.put(name, Double.toString(LONG_NUMBER));
        }
        List<SearchMethod.Recorded.RecordedTrial> trials = IntStream.range(0, 6_000)
                .mapToObj(number -> new SearchMethod.Recorded.RecordedTrial(number, values))
                .toList();
        return new Document.OfStudy(
                new TuningStudy(
                        null,
                        TuningStudy.RECORDED,
                        new SearchSpace(parameters),
                        new SearchMethod.Recorded("optuna", trials),
                        TuningObjective.VALIDATION_LOSS,
                        TuningStudy.MAX_TRIALS,
                        1,
                        1),
                List.of());
    }
}
