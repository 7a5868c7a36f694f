package hyperlab.cli;

import hyperlab.cli.io.WordWrap;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The help of a command, from the bundle {@code i18n/help}: {@code help.train} is the summary of {@code train}, and
 * {@code help.train.out} describes its option {@code --out}. Options that all commands share are described by
 * {@code help.option.…}.
 */
final class HelpText {
    private static final String SECTION = "help";
    private static final int WIDTH = 100;
    private static final int INDENT = 2;

    /** Where descriptions begin at most; after a longer label, they begin in the next line. */
    private static final int MAX_LABEL_COLUMNS = 28;

    /** Wider than any synopsis, so that picocli does not break it. */
    private static final int UNBROKEN = 100_000;

    private final Help help;
    private final Texts texts;
    private final StringBuilder out = new StringBuilder();

    private HelpText(Help help, Texts texts) {
        this.help = help;
        this.texts = texts;
    }

    /** Lets {@code line} and its subcommands print this help. */
    static void addTo(CommandLine line, Texts texts) {
        line.setHelpSectionKeys(List.of(SECTION));
        line.getHelpSectionMap().put(SECTION, help -> new HelpText(help, texts).text());
        line.getSubcommands().values().forEach(subcommand -> addTo(subcommand, texts));
    }

    /** The key of the summary of a command; that of a command's own subcommand begins with the key of the command. */
    static String key(CommandSpec spec) {
        CommandSpec parent = spec.parent();
        boolean nested = parent != null && parent.parent() != null;
        return nested ? key(parent) + "." + spec.name() : "help." + spec.name();
    }

    /** The key of the description of an option or argument: the command's own, or that of all commands. */
    static String key(CommandSpec spec, ArgSpec argument, Texts texts) {
        String name =
                argument instanceof OptionSpec option ? option.longestName().substring(2) : "argument";
        String own = key(spec) + "." + name;
        return texts.has(own) ? own : "help.option." + name;
    }

    private String text() {
        CommandSpec spec = help.commandSpec();
        addSynopsis();
        addParagraphs(texts.get(key(spec)));
        addParagraphsOf(key(spec) + ".more");
        List<PositionalParamSpec> positionals = spec.positionalParameters();
        List<OptionSpec> options = spec.options().stream()
                .sorted(Comparator.comparingInt(OptionSpec::order))
                .toList();
        List<Row> rows = new ArrayList<>();
        positionals.forEach(argument -> rows.add(row(argument)));
        options.forEach(option -> rows.add(row(option)));
        addTable(rows);
        if (!spec.subcommands().isEmpty()) {
            out.append('\n').append(texts.get("help.commands")).append('\n');
            addTable(spec.subcommands().values().stream()
                    .map(subcommand -> subcommand.getCommandSpec())
                    .map(subcommand -> new Row(subcommand.name(), texts.get(key(subcommand))))
                    .toList());
            out.append('\n');
        }
        addParagraphsOf(key(spec) + ".footer");
        return out.toString();
    }

    private void addSynopsis() {
        String synopsis = synopsis(help);
        int indent = WordWrap.columns(texts.get("help.usage", help.commandSpec().qualifiedName() + " "));
        List<String> lines = WordWrap.wrap(texts.get("help.usage", synopsis), WIDTH, indent);
        lines.forEach(this::addLine);
    }

    /** The synopsis in one line. */
    static String synopsis(Help help) {
        UsageMessageSpec usage = help.commandSpec().usageMessage();
        int width = usage.width();
        usage.width(UNBROKEN);
        String synopsis = help.synopsis(0).strip();
        usage.width(width);
        return synopsis;
    }

    private void addParagraphsOf(String key) {
        if (texts.has(key)) {
            addParagraphs(texts.get(key));
        }
    }

    private void addParagraphs(String text) {
        text.lines().forEach(paragraph -> WordWrap.wrap(paragraph, WIDTH, 0).forEach(this::addLine));
    }

    private void addTable(List<Row> rows) {
        int label = rows.stream()
                .mapToInt(row -> row.label().length())
                .filter(length -> length <= MAX_LABEL_COLUMNS)
                .max()
                .orElse(0);
        int start = INDENT + label + 2;
        for (Row row : rows) {
            String first = " ".repeat(INDENT) + row.label();
            List<String> lines = WordWrap.wrap(row.description(), WIDTH - start, 0);
            boolean fits = row.label().length() <= label;
            if (!fits) {
                addLine(first);
            }
            for (int i = 0; i < lines.size(); i++) {
                String left = i == 0 && fits ? first : "";
                addLine(left + " ".repeat(start - left.length()) + lines.get(i));
            }
        }
    }

    private void addLine(String line) {
        out.append(line).append('\n');
    }

    private Row row(ArgSpec argument) {
        String label = label(argument);
        String indented = argument instanceof OptionSpec && !label.startsWith("--") ? label : " ".repeat(4) + label;
        return new Row(indented, description(help.commandSpec(), argument, texts));
    }

    /** What an option or argument of a command is for. */
    static String description(CommandSpec spec, ArgSpec argument, Texts texts) {
        return texts.get(
                key(spec, argument, texts),
                String.valueOf(argument.defaultValueString()),
                names(argument.completionCandidates()));
    }

    /** As in {@code -h, --help} and {@code --out=DIR}; an argument that may be missing is in brackets. */
    static String label(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            String name = argument.paramLabel();
            return argument.arity().min() == 0 ? "[" + name + "]" : name;
        }
        String value = option.arity().max() > 0 ? "=" + option.paramLabel() : "";
        return String.join(", ", Arrays.asList(option.names())) + value;
    }

    private static String names(@Nullable Iterable<String> candidates) {
        return candidates == null
                ? ""
                : String.join(
                        ", ",
                        StreamSupport.stream(candidates.spliterator(), false).toList());
    }

    private record Row(String label, String description) {}
}
