package hyperlab.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.rule.InvalidInputException;
import hyperlab.text.ForbiddenWords;
import hyperlab.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LearnPagesTest {
    private static final Path FILES = Path.of("assets/pages");

    static List<String> names() {
        return LearnPages.NAMES;
    }

    private static LearnPage english(String name) {
        return LearnPages.of(name, Language.ENGLISH);
    }

    private static LearnPage korean(String name) {
        return LearnPages.of(name, Language.KOREAN);
    }

    @ParameterizedTest
    @MethodSource("names")
    void bothLanguagesHaveTheSameStructure(String name) {
        assertEquals(shapes(english(name)), shapes(korean(name)));
        assertEquals(
                english(name).charts().stream().map(Block.ChartBlock::name).toList(),
                korean(name).charts().stream().map(Block.ChartBlock::name).toList());
        assertEquals(
                english(name).links().stream().map(Inline.Link::target).toList(),
                korean(name).links().stream().map(Inline.Link::target).toList());
    }

    /** The type of each block with its number of parts or its formula. */
    private static List<String> shapes(LearnPage page) {
        return page.blocks().stream()
                .map(block -> block.getClass().getSimpleName() + " " + detail(block))
                .toList();
    }

    private static String detail(Block block) {
        if (block instanceof Block.Formula formula) {
            return formula.latex();
        }
        if (block instanceof Block.Bullets points) {
            return Integer.toString(points.items().size());
        }
        if (block instanceof Block.Table table) {
            return table.rows().stream().map(List::size).toList().toString();
        }
        return "";
    }

    @ParameterizedTest
    @MethodSource("names")
    void pageIsShortAndHasAFormulaAChartAndAnExercise(String name) {
        for (LearnPage page : List.of(english(name), korean(name))) {
            long paragraphs = page.blocks().stream()
                    .filter(Block.Paragraph.class::isInstance)
                    .count();
            assertTrue(paragraphs >= 2 && paragraphs <= 7, name + " has " + paragraphs + " paragraphs");
            assertTrue(page.blocks().stream().anyMatch(Block.Formula.class::isInstance), name);
            assertFalse(page.charts().isEmpty(), name);
            assertTrue(page.blocks().get(page.blocks().size() - 1) instanceof Block.LinkList, name);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyPageIsInItsLanguage(String name) {
        assertFalse(
                ForbiddenWords.HANGUL
                        .matcher(LearnPages.markdown(name, Language.ENGLISH))
                        .find(),
                name);
        String text = LearnPages.markdown(name, Language.KOREAN);
        assertTrue(ForbiddenWords.HANGUL.matcher(korean(name).title()).find(), name);
        assertFalse(
                ForbiddenWords.NONSTANDARD_TERMS.matcher(text).find(),
                () -> name + ": "
                        + ForbiddenWords.NONSTANDARD_TERMS
                                .matcher(text)
                                .results()
                                .toList());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void numbersAreFormattedForReaders(Language language) {
        for (LearnPage page : LearnPages.all(language)) {
            page.blocks().stream().flatMap(LearnPagesTest::words).forEach(words -> {
                assertFalse(ForbiddenWords.PLAIN_MINUS.matcher(words).find(), words);
                assertFalse(ForbiddenWords.BARE_PERCENT.matcher(words).find(), words);
            });
        }
    }

    private static Stream<String> words(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return paragraph.text().stream()
                    .filter(Inline.TextRun.class::isInstance)
                    .map(Inline::text);
        }
        return block instanceof Block.ChartBlock picture ? Stream.of(picture.title(), picture.caption()) : Stream.of();
    }

    @Test
    void everyFileIsRead() throws IOException {
        TreeSet<String> expected = new TreeSet<>();
        for (Language language : Language.values()) {
            for (int k = 0; k < LearnPages.NAMES.size(); k++) {
                expected.add(String.format("%s/%02d-%s.md", language.code(), k + 1, LearnPages.NAMES.get(k)));
            }
        }
        TreeSet<String> there = new TreeSet<>();
        try (Stream<Path> files = Files.walk(FILES)) {
            files.filter(file -> file.toString().endsWith(".md"))
                    .forEach(file -> there.add(FILES.relativize(file).toString().replace('\\', '/')));
        }
        assertEquals(expected, there);
    }

    @Test
    void everyLinkOpensSomething() {
        assertTrue(LinkedDocuments.names().size() > LearnPages.NAMES.size());
        LinkedDocuments.names()
                .forEach(name ->
                        assertFalse(LinkedDocuments.load(name).toString().isEmpty()));
    }

    @Test
    void parsesAPageIntoItsParts() {
        LearnPage page = LearnPageReader.read("x", "x.md", """
                # What is it?

                One **strong** word, $a_1 \\cdot b_2$ and [a page](page:seed)에서
                on the next line.

                ```math a times b
                a \\, b
                ```

                ![Title](chart:c "how")

                - one $x$
                - two

                - [try](try:t)
                - [see](try:t#v)

                ## Heading

                | a | b |
                | --- | --- |
                | $w$ | d |
                """);
        assertEquals("What is it?", page.title());
        assertEquals(
                List.of(
                        new Block.Paragraph(List.of(
                                new Inline.TextRun("One ", false),
                                new Inline.TextRun("strong", true),
                                new Inline.TextRun(" word, ", false),
                                new Inline.Formula("a_1 \\cdot b_2"),
                                new Inline.TextRun(" and ", false),
                                new Inline.Link("a page", new LinkTarget.PageTarget("seed")),
                                new Inline.TextRun("에서 on the next line.", false))),
                        new Block.Formula("a \\, b", "a times b"),
                        new Block.ChartBlock("c", "Title", "how")),
                page.blocks().subList(0, 3));
        assertEquals(new Block.Heading("Heading"), page.blocks().get(4));
        assertEquals(
                new Block.Table(
                        List.of(List.of(new Inline.TextRun("a", false)), List.of(new Inline.TextRun("b", false))),
                        List.of(List.of(List.of(new Inline.Formula("w")), List.of(new Inline.TextRun("d", false))))),
                page.blocks().get(5));
        assertEquals(
                List.of(
                        new LinkTarget.PageTarget("seed"),
                        new LinkTarget.SettingsTarget("t", ""),
                        new LinkTarget.SettingsTarget("t", "v")),
                page.links().stream().map(Inline.Link::target).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no title|x.md must begin with # and its title
            ## Too low|x.md must begin with # and its title
            # T;;*weak*|x.md must not contain Emphasis
            # T;;1. first|x.md must not contain OrderedList
            # T;;`code`|x.md must not contain Code
            # T;;<b>bold</b>|x.md must not contain HtmlInline
            # T;;![t](photo.png "how")|a picture of x.md must be chart:NAME "how to read it", got photo.png
            # T;;![t](chart:c)|a picture of x.md must be chart:NAME "how to read it", got chart:c
            # T;;[t](https://example.org)|a link of x.md must be try:NAME, case:NAME or page:NAME, got https://example.org
            # T;;[t](page:nowhere)|a link of x.md must be try:NAME, case:NAME or page:NAME, got page:nowhere
            # T;;[t](case:nothing)|a link of x.md must be try:NAME, case:NAME or page:NAME, got case:nothing
            # T;;- a;;  b|x.md may only have items of one paragraph
            """)
    void whatIsNotOfTheSetIsRefused(String text, String line) {
        String markdown = text.replace(";;", "\n\n");
        InvalidInputException error =
                assertThrows(InvalidInputException.class, () -> LearnPageReader.read("x", "x.md", markdown));
        assertEquals(line, error.line());
    }

    @Test
    void rejectsUnknownPage() {
        InvalidInputException error =
                assertThrows(InvalidInputException.class, () -> LearnPages.of("nowhere", Language.ENGLISH));
        assertTrue(error.line().startsWith("page can be parameters, "), error.line());
    }
}
