package hyperlab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import hyperlab.data.CsvInference;
import hyperlab.data.CsvPreview;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSplitter;
import hyperlab.export.EmbeddedMetadataReader;
import hyperlab.file.BundledCases;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.RunFolderReader;
import hyperlab.file.RunsFormat;
import hyperlab.file.ScenesFormat;
import hyperlab.file.WeightsFile;
import hyperlab.file.figure.FigureStateFormat;
import hyperlab.file.log.LogReaders;
import hyperlab.file.runs.SavedHistory;
import hyperlab.file.runs.SavedRun;
import hyperlab.file.runs.SavedRuns;
import hyperlab.image.GrayImage;
import hyperlab.learn.LinkedDocuments;
import hyperlab.lesson.BundledLessons;
import hyperlab.lesson.LessonReader;
import hyperlab.lesson.answers.AnswersFile;
import hyperlab.lesson.answers.LessonAnswers;
import hyperlab.log.LogColumns;
import hyperlab.log.LogDoctor;
import hyperlab.log.LogTable;
import hyperlab.log.TrainingLog;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.playground.PlaygroundLink;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Language;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever is in a file, its reader returns a value or rejects the file with one line, in bounded time and memory.
 * {@code fuzz.tries} and {@code fuzz.seed} are properties; {@code mvn -P fuzz test} tries a hundred thousand files of
 * each kind with 256 MiB.
 */
class ReaderFuzzTest {
    private static final int TRIES = Integer.getInteger("fuzz.tries", 60);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final long MAX_CPU_NANOS = 10_000_000_000L;
    private static final long MAX_ALLOCATED_BYTES = 1L << 30;

    private static final List<String> FRAGMENTS = List.of(
            "null",
            "[]",
            "{}",
            "\"\"",
            "-1",
            "0",
            "1e999",
            "-1e999",
            "NaN",
            "1e-999",
            "2147483648",
            "9223372036854775808",
            "0.1",
            "true",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"../../x\"",
            "\"/dev/zero\"",
            "9".repeat(2_000),
            "\"" + "a".repeat(60_000) + "\"",
            "[".repeat(2_000),
            "{\"a\":".repeat(2_000),
            ",",
            ";",
            "\t",
            "\r",
            "\n",
            "\"",
            "'",
            "\u0000",
            "\uFEFF",
            "&amp;&x;",
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
            "<![CDATA[",
            "endobj",
            "<</Kids[1 0 R]>>",
            "%PDF-",
            "```");

    @TempDir
    private Path folder;

    /** Reads one kind of file. */
    @FunctionalInterface
    private interface Reader {
        Object read(Path file);
    }

    /** A kind of file: the ending of its name, valid files, and what reads it. */
    private enum Kind {
        EXPERIMENT(".hyperlab.json", Documents::read) {
            @Override
            List<byte[]> seeds() {
                return Stream.of(
                                new Document.OfExperiment(Experiment.DEFAULT),
                                new Document.OfPlayground(new PlaygroundExperiment(
                                        PlaygroundLink.parse("#seed=0.5&networkShape=4,2", () -> 0), 5)),
                                new Document.OfPage("loss"),
                                new Document.OfCase(BundledCases.named("iris")))
                        .map(document -> bytes(Documents.write(document)))
                        .toList();
            }
        },
        DOCUMENTS_OF_PAGES(".hyperlab.json", Documents::read) {
            @Override
            List<byte[]> seeds() {
                return LinkedDocuments.names().stream()
                        .map(name -> bytes(Documents.write(LinkedDocuments.load(name))))
                        .toList();
            }
        },
        ACCOMPANYING_RUNS(".hyperlab.json", Documents::readRuns) {
            @Override
            List<byte[]> seeds() {
                return List.of(bytes(Documents.write(new Document.OfExperiment(Experiment.DEFAULT), runs())));
            }
        },
        RUNS(".json", file -> RunsFormat.parse(text(file), "runs")) {
            @Override
            List<byte[]> seeds() {
                return List.of(bytes(RunsFormat.write(runs())));
            }
        },
        SCENES(ScenesFormat.FILE_ENDING, ScenesFormat::read) {
            @Override
            List<byte[]> seeds() {
                return List.of(
                        bytes("{\"format\": \"hyperlab-scenes/1\", \"scenes\": [{\"name\": \"a\", \"position\": 3, "
                                + "\"document\": {\"format\": \"hyperlab-page/1\", \"page\": \"loss\"}}]}"));
            }
        },
        FIGURE_LAYOUT(".json", file -> FigureStateFormat.parse(text(file), "figure")) {
            @Override
            List<byte[]> seeds() {
                return List.of(bytes(
                        "{\"format\": \"hyperlab-figure/1\", \"chart\": \"a\", \"file\": \"png\", \"position\": 3, \"width\": 8.4, "
                                + "\"unit\": \"cm\", \"dpi\": 300, \"caption\": \"b\"}"));
            }
        },
        WEIGHTS(".json", WeightsFile::read) {
            @Override
            List<byte[]> seeds() {
                return List.of(
                        resource("run/weights.json"),
                        bytes(
                                "{\"format\": \"hyperlab-weights/1\", \"layers\": [{\"kind\": \"convolution\", \"weights\": "
                                        + "[[[[1]]]], \"bias\": [0]}, {\"kind\": \"prelu\", \"slope\": [0.25]}]}"));
            }
        },
        ANSWERS(".hyperlab-answers.json", AnswersFile::read) {
            @Override
            List<byte[]> seeds() {
                LessonAnswers.Answer answer = new LessonAnswers.Answer(
                        1, LessonAnswers.Kind.NUMBER, "0.5", Optional.of(1.0), Optional.empty());
                return List.of(bytes(AnswersFile.write(
                        new LessonAnswers("A", AnswersFile.sha256("a"), Optional.of("Kim"), List.of(answer)))));
            }
        },
        LESSON(".hyperlab-lesson.md", LessonReader::load) {
            @Override
            List<byte[]> seeds() {
                return BundledLessons.NAMES.stream()
                        .map(name -> bytes(BundledLessons.markdown(name, Language.ENGLISH)))
                        .toList();
            }
        },
        LINK(".txt", file -> PlaygroundLink.parse(text(file), () -> 0.5)) {
            @Override
            List<byte[]> seeds() {
                return List.of(bytes(PlaygroundLink.PAGE
                        + "activation=relu&batchSize=10&dataset=circle&regDataset=reg-plane&learningRate=0.03&noise=5"
                        + "&networkShape=4,2&seed=0.5&collectStats=false&problem=classification&percTrainData=50"));
            }
        },
        TABLE(".csv", ReaderFuzzTest::table) {
            @Override
            List<byte[]> seeds() {
                return List.of(
                        bytes("a,b,class\n1,2,x\n3,4,y\n5.5,,x\n" + "7,8,y\n".repeat(9)),
                        bytes("\"a\";\"b\"\n\"1,5\";\"x\"\"y\"\n".repeat(5)),
                        bytes("이름\t값\n가\t1\n나\t2\n".repeat(4)));
            }
        },
        LOG_TABLE(".csv", ReaderFuzzTest::log) {
            @Override
            List<byte[]> seeds() {
                return List.of(
                        resource("../log/restarted.csv"),
                        bytes("epoch,step,train_loss,val_loss\n0,1,2,\n0,1,,3\n"),
                        bytes("\"Step\",\"a - loss\",\"a - loss__MIN\"\n\"0\",\"1\",\"1\"\n"),
                        bytes("run_id,key,value,step,timestamp\na,loss,0.5,1,7\na,loss,nan,2,8\n"));
            }
        },
        LOG_JSON(".json", ReaderFuzzTest::log) {
            @Override
            List<byte[]> seeds() {
                return List.of(bytes("{\"epoch\": 1.0, \"log_history\": [{\"epoch\": 0.5, \"loss\": 1.5, \"step\": 1}, "
                        + "{\"epoch\": 1.0, \"eval_loss\": NaN, \"step\": 2}], \"max_steps\": 2}"));
            }
        },
        LOG_EVENTS(".tfevents", ReaderFuzzTest::log) {
            @Override
            List<byte[]> seeds() {
                byte[] whole = resource("../log/events.out.tfevents.1700000000.host.1.0");
                return List.of(Arrays.copyOf(whole, 700));
            }
        },
        RUN_FOLDER("", ReaderFuzzTest::runFolder) {
            @Override
            List<byte[]> seeds() {
                return List.of(resource("run/history.csv"), resource("run/outcome.json"));
            }
        },
        PNG(".png", EmbeddedMetadataReader::readAll) {
            @Override
            List<byte[]> seeds() {
                return List.of(resource("figure.png"));
            }
        },
        SVG(".svg", EmbeddedMetadataReader::readAll) {
            @Override
            List<byte[]> seeds() {
                return List.of(resource("figure.svg"));
            }
        },
        PDF(".pdf", EmbeddedMetadataReader::readAll) {
            @Override
            List<byte[]> seeds() {
                return List.of(resource("figure.pdf"));
            }
        },
        GIF(".gif", EmbeddedMetadataReader::readAll) {
            @Override
            List<byte[]> seeds() {
                return List.of(resource("figure.gif"));
            }
        },
        IMAGE(".png", GrayImage::read) {
            @Override
            List<byte[]> seeds() {
                return List.of(
                        resource("figure.png"), resource("../image/palette.png"), resource("../image/frame.gif"));
            }
        };

        private final String ending;

        @SuppressWarnings("ImmutableEnumChecker") // the readers have no state
        private final Reader reader;

        Kind(String ending, Reader reader) {
            this.ending = ending;
            this.reader = reader;
        }

        abstract List<byte[]> seeds();
    }

    @ParameterizedTest
    @EnumSource
    void isReadOrRejectedWithOneLine(Kind kind) throws IOException {
        List<byte[]> seeds = kind.seeds();
        Path file = folder.resolve("file" + kind.ending);
        for (byte[] seed : seeds) {
            Files.write(file, seed);
            assertNotNull(kind.reader.read(file), "a valid file");
        }
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Random random =
                    new Random(31 * (SEED * 1_000_003 + attempt) + kind.name().hashCode());
            byte[] seed = seeds.get(random.nextInt(seeds.size()));
            byte[] changed = seed;
            for (int change = 0; change <= random.nextInt(4); change++) {
                changed = changed(changed, seed, random);
            }
            Files.write(file, changed);
            String what = kind + ", try " + attempt + " of seed " + SEED;
            read(kind, file, what);
        }
    }

    private static void read(Kind kind, Path file, String what) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long cpuBefore = threads.getCurrentThreadCpuTime();
        long allocatedBefore =
                threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        try {
            assertNotNull(kind.reader.read(file), what);
        } catch (InvalidInputException error) {
            assertEquals(1, error.line().lines().count(), what);
            assertTrue(error.line().length() <= InvalidInputException.MAX_LINE_LENGTH, what);
        } catch (RuntimeException | Error e) {
            throw new AssertionError(what, e);
        }
        long cpu = threads.getCurrentThreadCpuTime() - cpuBefore;
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocatedBefore;
        assertTrue(cpu <= MAX_CPU_NANOS, () -> what + " took " + cpu + " ns");
        assertTrue(allocated <= MAX_ALLOCATED_BYTES, () -> what + " took " + allocated + " bytes");
    }

    /** Flips bits, or deletes, repeats, replaces or inserts a part. */
    private static byte[] changed(byte[] bytes, byte[] other, Random random) {
        if (bytes.length == 0) {
            return other;
        }
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(random.nextBoolean() ? 4 : 60));
        byte[] fragment = bytes(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
        return switch (random.nextInt(7)) {
            case 0 -> {
                byte[] copy = bytes.clone();
                copy[from] ^= (byte) (1 << random.nextInt(8));
                yield copy;
            }
            case 1 -> joined(bytes, from, new byte[0], to);
            case 2 -> joined(bytes, from, fragment, from);
            case 3 -> joined(bytes, from, fragment, to);
            case 4 -> joined(bytes, to, slice(bytes, from, to), to);
            case 5 -> slice(bytes, 0, from);
            default -> joined(bytes, valueStart(bytes, from), fragment, valueEnd(bytes, from));
        };
    }

    /** The value of a JSON key, of a CSV cell or of an attribute around a place. */
    private static int valueStart(byte[] bytes, int at) {
        int start = at;
        while (start > 0 && ":,;=[ \n".indexOf(bytes[start - 1]) < 0) {
            start--;
        }
        return start;
    }

    private static int valueEnd(byte[] bytes, int at) {
        int end = at;
        while (end < bytes.length && ",;&}] \n".indexOf(bytes[end]) < 0) {
            end++;
        }
        return end;
    }

    private static byte[] joined(byte[] bytes, int from, byte[] middle, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.write(middle, 0, middle.length);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    // readers and seeds

    private static Object table(Path file) {
        DataSettings defaults = DataSettings.DEFAULT;
        DataSettings data = new DataSettings(
                DataSettings.CSV,
                null,
                defaults.noise(),
                defaults.trainFraction(),
                defaults.split(),
                false,
                CsvInference.of(CsvPreview.read(file)).plan().toSettings(file.toString()),
                null);
        return DataSplitter.load(data, 1, null);
    }

    /** A folder with a complete run, in which the file is what it resembles most. */
    private static Object runFolder(Path file) {
        try {
            Path run = Files.createDirectories(file.resolveSibling("run"));
            for (String name :
                    List.of("experiment.json", "history.csv", "weights.json", "predictions.csv", "outcome.json")) {
                Files.write(run.resolve(name), resource("run/" + name));
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            String name = text.startsWith("epoch") ? "history.csv" : "outcome.json";
            Files.write(run.resolve(name), Files.readAllBytes(file));
            if (name.equals("history.csv")) {
                // With the right checksum, so that the content is read
                String outcome = Files.readString(run.resolve("outcome.json"));
                Files.writeString(
                        run.resolve("outcome.json"),
                        outcome.replaceAll("(\"history.csv\"\\s*:\\s*\")[0-9a-f]+", "$1" + sha256(file)));
            }
            return RunFolderReader.read(run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As when a log is opened: reads it, guesses its columns, and applies the rules to its curves. */
    private static Object log(Path file) {
        LogReaders.isLog(file);
        LogTable table = LogReaders.readAny(file);
        TrainingLog log = TrainingLog.of(table, LogColumns.guess(table));
        return LogDoctor.examine(log, log.defaultAxis());
    }

    private static SavedRuns runs() {
        EpochReport first = new EpochReport(0, 0, 1.5, 2.5, Double.NaN, Double.NaN, 0.03, 0, 0.001);
        EpochReport last = new EpochReport(4, 52, 1e-9, 0.3, 0.5, 1, 0.03, 0.25, 0.5);
        SavedHistory history = new SavedHistory(
                4, List.of(first, last), last, new TrainingOutcome.Completed(4, 3, true), 0, List.of());
        return new SavedRuns(
                List.of(new SavedRun("run", 5, false, true, Experiment.DEFAULT, null, history)), List.of());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = ReaderFuzzTest.class.getResourceAsStream("/hyperlab/fuzz/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
