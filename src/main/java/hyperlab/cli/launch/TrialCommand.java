package hyperlab.cli.launch;

import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.ExitCode;
import hyperlab.cli.io.RunFailure;
import hyperlab.file.ExperimentOverrides;
import hyperlab.file.TrialFolder;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.text.Version;
import hyperlab.tune.CurveKeepingTrials;
import hyperlab.tune.FunctionTrialFactory;
import hyperlab.tune.JobResult;
import hyperlab.tune.NetworkTrialFactory;
import hyperlab.tune.TrialFactory;
import hyperlab.tune.TuningStudy;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trial}: trains one trial of a study; {@code tune --launcher} starts it. */
@Command(name = "trial")
public final class TrialCommand implements Callable<Integer> {
    private final CommandOutput console;

    @Parameters(paramLabel = "FOLDER")
    private Path path = Path.of("");

    @Option(names = "--attached")
    private boolean attached;

    public TrialCommand(CommandOutput console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        TrialFolder folder = new TrialFolder(path);
        TrialFolder.Order order = folder.order();
        folder.start();
        BooleanSupplier abandoned = attached ? AttachedInput.watch(System.in)::hasEnded : () -> false;
        TuningStudy study = folder.study();
        CurveKeepingTrials trials = new CurveKeepingTrials(trials(study, folder.studyFolder()), study);
        JobResult result = trials.create(order.trial(), order.values()).runTo(order.epochs(), report -> {}, abandoned);
        if (result == null) {
            throw new RunFailure(new InvalidInputException(folder.path().toString(), Rule.PROGRAM_ENDED));
        }
        folder.write(new TrialFolder.TrainedTrial(result, trials.take(order.trial())), Version.text());
        console.printLine(folder.path().toString());
        return ExitCode.DONE;
    }

    /** The trials of a study that was checked when it began. */
    private static TrialFactory trials(TuningStudy study, Path studyFolder) {
        return study.experiment() == null
                ? new FunctionTrialFactory(Objects.requireNonNull(study.function()))
                : new NetworkTrialFactory(study, ExperimentOverrides::with, studyFolder);
    }
}
