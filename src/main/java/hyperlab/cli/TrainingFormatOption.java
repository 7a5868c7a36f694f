package hyperlab.cli;

import hyperlab.text.Texts;
import picocli.CommandLine.Option;

/** The {@code --format} option for training charts. */
final class TrainingFormatOption {
    @Option(names = "--format", paramLabel = "LIST")
    private String list = "png";

    ChartFileWriter files(Texts texts) {
        return ChartFileWriter.ofTraining(list, texts);
    }
}
