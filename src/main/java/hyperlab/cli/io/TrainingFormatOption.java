package hyperlab.cli.io;

import hyperlab.text.Texts;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The {@code --format} option for training charts. */
public final class TrainingFormatOption {
    @Option(names = "--format", paramLabel = "LIST")
    private String list = "png";

    @Mixin
    private FigureOption figure = new FigureOption();

    public ChartFileWriter files(Texts texts) {
        return ChartFileWriter.ofTraining(list, texts).laidOut(figure.settings().orElse(null));
    }
}
