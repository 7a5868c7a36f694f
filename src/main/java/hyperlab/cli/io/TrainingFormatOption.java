package hyperlab.cli.io;

import hyperlab.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The {@code --format} option for training charts. */
public final class TrainingFormatOption {
    @Option(names = "--format", paramLabel = "LIST")
    private String list = "png";

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Mixin
    private FigureOption figure = new FigureOption();

    /** Whether the user named formats. */
    public boolean isGiven() {
        return command != null && command.commandLine().getParseResult().hasMatchedOption("--format");
    }

    public ChartFileWriter files(Texts texts) {
        return ChartFileWriter.ofTraining(list, texts).laidOut(figure.settings().orElse(null));
    }
}
