package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.learn.LearnPage;
import hyperlab.learn.LearnPages;
import hyperlab.lesson.BundledExercises;
import hyperlab.lesson.answers.AnswersFile;
import hyperlab.lesson.answers.LessonAnswers;
import hyperlab.lesson.answers.LessonAnswers.Answer;
import hyperlab.lesson.answers.LessonAnswers.Kind;
import hyperlab.lesson.readout.LabReadouts;
import hyperlab.lesson.readout.LessonLab;
import hyperlab.text.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LessonCommandTest {
    private record CommandResult(int status, List<String> out, List<String> err) {}

    private static CommandResult run(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words = Stream.concat(
                        Stream.of("lesson"), Arrays.stream(arguments).map(String::valueOf))
                .toArray(String[]::new);
        int status = Commands.run(
                words,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new CommandResult(
                status,
                out.toString(StandardCharsets.UTF_8).lines().toList(),
                err.toString(StandardCharsets.UTF_8).lines().toList());
    }

    @Test
    void newLessonPassesTheCheck(@TempDir Path folder) {
        Path file = folder.resolve("mine.hyperlab-lesson.md");
        assertEquals(0, run("new", folder.resolve("mine"), "--language", "ko").status());
        assertEquals(
                new CommandResult(0, List.of(file + ": no problems, 4 steps"), List.of()),
                run("check", file, "--language", "en"));
        CommandResult again = run("new", file);
        assertEquals(2, again.status());
        assertEquals(List.of(file + " already exists; choose another name"), again.err());
    }

    @Test
    void checkPrintsOneLineForEachProblem(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("mine.hyperlab-lesson.md");
        run("new", file, "--language", "en");
        String text = Files.readString(file);
        int line =
                text.substring(0, text.indexOf("## Predict")).lines().toList().size() + 1;
        Files.writeString(file, text.replace("- [x] between", "- [ ] between").replace("- [ ] nearer", "- [x] nearer"));
        Path missing = folder.resolve("missing.hyperlab-lesson.md");
        CommandResult result = run("check", file, missing, "--language", "en");
        assertEquals(1, result.status());
        assertEquals(
                file + ":" + line + ": truth marks near, but between is computed to be right",
                result.out().get(0));
        assertTrue(result.out().get(1).startsWith(missing + ":1: "), result.out()::toString);
        assertEquals(2, result.out().size());
        assertEquals(
                file + ":" + line + ": truth: 표시한 보기는 near, 계산한 정답은 between",
                run("check", file, "--language", "ko").out().get(0));
    }

    @Test
    void checkPrintsProblemsOfTheFormat(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.hyperlab-lesson.md"), "no front matter\n");
        assertEquals(
                new CommandResult(
                        1,
                        List.of(file + ":1: lesson must begin with its settings between two lines of ---"),
                        List.of()),
                run("check", file, "--language", "en"));
    }

    @ParameterizedTest
    @EnumSource(LessonLab.class)
    void namesDescribesEveryReadout(LessonLab lab) {
        for (String language : List.of("en", "ko")) {
            CommandResult result = run("names", lab.id(), "--language", language);
            assertEquals(0, result.status());
            for (String name : LabReadouts.of(lab).names()) {
                assertTrue(result.out().stream().anyMatch(line -> line.matches("  " + name + "\\b.*\\S{2,}.*")), name);
            }
        }
    }

    @Test
    void printWritesAPdf(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("mine.hyperlab-lesson.md");
        run("new", file, "--language", "en");
        Path pdf = folder.resolve("mine.pdf");
        assertEquals(
                new CommandResult(0, List.of(), List.of()), run("print", file, "--out", pdf, "--answers", "--plan"));
        assertEquals("%PDF-", new String(Files.readAllBytes(pdf), 0, 5, StandardCharsets.US_ASCII));
        Files.writeString(file, Files.readString(file).replace("kind: observe", "kind: look"));
        CommandResult invalid = run("print", file, "--out", pdf);
        assertEquals(2, invalid.status());
        assertTrue(invalid.err().get(0).startsWith(file + ":"), invalid.err()::toString);
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void checkAndPrintTakeExercises(@TempDir Path folder) throws IOException {
        String source =
                BundledExercises.markdown("learning-rate", Language.ENGLISH).orElseThrow();
        Path file = Files.writeString(folder.resolve("learning-rate.md"), source);
        assertEquals(
                new CommandResult(0, List.of(file + ": no problems, 2 exercises"), List.of()),
                run("check", file, "--language", "en"));
        Path pdf = folder.resolve("exercises.pdf");
        assertEquals(new CommandResult(0, List.of(), List.of()), run("print", file, "--out", pdf));
        assertTrue(
                text(pdf).contains("How large should a step be?") && !text(pdf).contains("always 2"));
        assertEquals(0, run("print", file, "--out", pdf, "--answers").status());
        assertTrue(text(pdf).contains("Belief behind it: the limit of the rate is always 2"), text(pdf));
        Files.writeString(file, source.replace("- [x]", "- [ ]").replace("- [ ] 8", "- [x] 8"));
        CommandResult wrong = run("check", file, "--language", "en");
        assertEquals(1, wrong.status());
        assertTrue(
                wrong.out().get(0).endsWith("truth marks eight, but half is computed to be right"),
                wrong.out()::toString);
        Files.writeString(file, source.replace("kind: explain", "kind: look"));
        assertEquals(1, run("check", file).status());
        assertEquals(2, run("print", file, "--out", pdf).status());
    }

    @Test
    void printTakesTheExercisesOfAPageOrOfAll(@TempDir Path folder) throws IOException {
        Path pdf = folder.resolve("exercises.pdf");
        assertEquals(
                0,
                run("print", "--exercises", "epochs", "--language", "ko", "--out", pdf)
                        .status());
        assertTrue(text(pdf).contains("언제 멈춰야 할까?"), text(pdf));
        assertEquals(
                0,
                run("print", "--exercises", "all", "--language", "en", "--out", pdf)
                        .status());
        String all = text(pdf);
        for (LearnPage page : LearnPages.all(Language.ENGLISH)) {
            assertEquals(
                    BundledExercises.markdown(page.name(), Language.ENGLISH).isPresent(),
                    all.replaceAll("\\s+", " ").contains(page.title()),
                    page.title());
        }
        CommandResult unknown = run("print", "--exercises", "epoch", "--out", pdf, "--language", "en");
        assertEquals(2, unknown.status());
        assertTrue(unknown.err().get(0).endsWith("did you mean epochs?"), unknown.err()::toString);
        String rule = "lesson print takes either FILE or --exercises";
        assertEquals(
                List.of(rule), run("print", "--out", pdf, "--language", "en").err());
        assertEquals(
                List.of(rule),
                run("print", "a.md", "--exercises", "all", "--out", pdf, "--language", "en")
                        .err());
    }

    @Test
    void collectWritesATableAndAPicture(@TempDir Path folder) throws IOException {
        LessonAnswers answers = new LessonAnswers(
                "A",
                AnswersFile.sha256("a"),
                Optional.empty(),
                List.of(new Answer(1, Kind.CHOICE, "a", Optional.of(0.0), Optional.of("a belief"))));
        Path csv = folder.resolve("all.csv");
        assertEquals(2, run("collect", folder, "--out", csv).status());
        assertEquals(2, run("collect", folder.resolve("missing"), "--out", csv).status());
        Files.writeString(folder.resolve("one.hyperlab-answers.json"), AnswersFile.write(answers));
        assertEquals(
                new CommandResult(
                        0,
                        List.of(
                                "Files: 1, answers: 1, table: " + csv,
                                "A (version " + answers.sha256().substring(0, 12) + ")",
                                "  one.hyperlab-answers.json: 1 of 1 steps answered, mean score 0 %",
                                "  Step 1: answered by 1 of 1, mean score 0 %"),
                        List.of()),
                run("collect", folder, "--out", csv, "--language", "en"));
        assertEquals(2, Files.readAllLines(csv).size());
        assertTrue(Files.size(folder.resolve("all.png")) > 0);
        Path broken = Files.writeString(folder.resolve("two.hyperlab-answers.json"), "{}");
        CommandResult result = run("collect", folder, "--out", csv);
        assertEquals(2, result.status());
        assertTrue(result.err().get(0).startsWith(broken.toString()), result.err()::toString);
    }

    @Test
    void unknownLabOrCommandIsInvalid() {
        assertEquals(2, run("names", "trainin").status());
        assertTrue(run("names", "trainin").err().get(0).contains("training"));
        assertEquals(2, run().status());
        assertEquals(1, run().err().size());
        assertEquals(2, run("chek").status());
    }
}
