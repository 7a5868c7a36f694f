package hyperlab.cli.lesson;

import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.ComponentParser;
import hyperlab.cli.io.ExitCode;
import hyperlab.cli.io.LanguageOption;
import hyperlab.file.Documents;
import hyperlab.learn.Glossary;
import hyperlab.learn.GlossaryTerm;
import hyperlab.learn.LearnPage;
import hyperlab.learn.LearnPages;
import hyperlab.learn.LinkedDocuments;
import hyperlab.lesson.BundledExercises;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.text.Language;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code learn}: lists the pages, or prints one with its exercises as Markdown, the glossary, or the settings that a
 * link opens.
 */
@Command(name = "learn")
public final class LearnCommand implements Callable<Integer> {
    private static final String GLOSSARY = "--glossary";
    private static final String TRY = "--try";
    private static final String ANSWERS = "--answers";

    private final CommandOutput console;

    @Parameters(arity = "0..1", paramLabel = "PAGE")
    private @Nullable String page;

    @Option(names = GLOSSARY)
    private boolean glossary;

    @Option(names = ANSWERS)
    private boolean answers;

    @Option(names = TRY, paramLabel = "NAME")
    private @Nullable String link;

    @Mixin
    private LanguageOption language = new LanguageOption();

    public LearnCommand(CommandOutput console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Language textLanguage = language.texts().language();
        if (Stream.of(page != null, glossary, link != null)
                        .filter(argument -> argument)
                        .count()
                > 1) {
            throw new InvalidInputException("learn", Rule.LEARN_ARGUMENTS, GLOSSARY, TRY);
        }
        if (answers && page == null) {
            throw new InvalidInputException(ANSWERS, Rule.LEARN_ANSWERS);
        }
        if (link != null) {
            console.print(
                    Documents.write(LinkedDocuments.load(requireKnown(TRY, link, LinkedDocuments.names())))
                                    .strip() + "\n");
        } else if (page != null) {
            console.print(LearnPages.markdown(requireKnown("PAGE", page, LearnPages.NAMES), textLanguage));
            BundledExercises.load(page, textLanguage)
                    .ifPresent(exercises ->
                            console.print("\n" + new ExerciseText(language.texts(), answers).markdown(exercises)));
        } else {
            console.print(glossary ? terms(textLanguage) : list(textLanguage));
        }
        return ExitCode.DONE;
    }

    private static String requireKnown(String argument, @Nullable String name, List<String> names) {
        String given = Objects.toString(name, "");
        if (!names.contains(given)) {
            throw ComponentParser.unknownName(argument, given, names);
        }
        return given;
    }

    private static String list(Language language) {
        StringBuilder list = new StringBuilder();
        for (LearnPage each : LearnPages.all(language)) {
            list.append(pad(each.name())).append(each.title()).append('\n');
        }
        return list.toString();
    }

    private static String pad(String name) {
        int width = LearnPages.NAMES.stream().mapToInt(String::length).max().orElse(0) + 2;
        return name + " ".repeat(width - name.length());
    }

    private static String terms(Language language) {
        StringBuilder text = new StringBuilder();
        for (GlossaryTerm term : Glossary.terms(language)) {
            text.append(term.word(language))
                    .append(" (")
                    .append(term.otherWord(language))
                    .append("): ")
                    .append(term.meaning(language))
                    .append('\n');
        }
        return text.toString();
    }
}
