package hyperlab.cli;

import hyperlab.cli.io.Assignments;
import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.ComponentParser;
import hyperlab.cli.io.ExitCode;
import hyperlab.cli.io.FindingPrinter;
import hyperlab.cli.io.LanguageOption;
import hyperlab.cli.io.OptionValues;
import hyperlab.cli.io.OutputFolder;
import hyperlab.descent.DescentDoctor;
import hyperlab.descent.DescentPath;
import hyperlab.descent.DescentRunSettings;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.GradientDescent;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.descent.Stability;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Schedule;
import hyperlab.rule.Checks;
import hyperlab.rule.ClosestMatch;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.rule.Term;
import hyperlab.text.Texts;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code descend}: minimizes a function and writes each step to {@code path.csv}. */
@Command(name = "descend")
final class DescendCommand implements Callable<Integer> {
    static final String FILE = "path.csv";

    private static final String SCHEDULE = "schedule";

    private final CommandOutput console;

    @Option(
            names = "--function",
            required = true,
            paramLabel = "NAME|EXPRESSION",
            completionCandidates = FunctionNames.class)
    private String function = "";

    @Option(names = "--optimizer", paramLabel = "NAME", completionCandidates = OptimizerNames.class)
    private String optimizerName = "sgd";

    @Option(names = "--learning-rate", paramLabel = "R")
    private Double learningRate = 0.1;

    @Option(names = "--start", paramLabel = "X[,Y]")
    private @Nullable String start;

    @Option(names = "--steps", paramLabel = "N")
    private BigInteger steps = BigInteger.valueOf(50);

    @Option(names = "--set", paramLabel = "KEY=VALUE")
    private List<String> assignments = new ArrayList<>();

    @Option(names = "--noise", paramLabel = "S")
    private Double noise = 0.0;

    @Option(names = "--batch-size", paramLabel = "B")
    private BigInteger batchSize = BigInteger.ONE;

    @Option(names = "--seed", paramLabel = "N")
    private Long seed = 42L;

    @Option(names = "--out", paramLabel = "DIR")
    private Path out = Path.of("");

    @Mixin
    private LanguageOption language = new LanguageOption();

    DescendCommand(CommandOutput console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Map<String, String> given = Assignments.of(assignments);
        String scheduleName = given.getOrDefault(SCHEDULE, Schedule.ConstantRate.DEFAULT.name());
        Set<String> functionKeys = function(Map.of()).parameters().keySet();
        Set<String> optimizerKeys = ComponentParser.parametersOf(ComponentParser.optimizer(optimizerName, Map.of()));
        Set<String> scheduleKeys = ComponentParser.parametersOf(ComponentParser.schedule(scheduleName, Map.of()));
        Set<String> known = new TreeSet<>(Set.of(SCHEDULE));
        Stream.of(functionKeys, optimizerKeys, scheduleKeys).forEach(known::addAll);
        for (String key : given.keySet()) {
            if (!known.contains(key)) {
                throw new InvalidInputException(
                        key,
                        Rule.UNKNOWN_PARAMETER_OF_THREE,
                        functionName(),
                        optimizerName,
                        scheduleName,
                        ClosestMatch.of(key, known));
            }
        }
        ObjectiveFunction objective = objective(filter(functionKeys, given));
        Optimizer optimizer = ComponentParser.optimizer(optimizerName, filter(optimizerKeys, given));
        Schedule schedule = ComponentParser.schedule(scheduleName, filter(scheduleKeys, given));
        DescentRunSettings settings = new DescentRunSettings(
                start(objective),
                Checks.positive("--learning-rate", learningRate),
                optimizer,
                schedule,
                new DescentRunSettings.GradientErrorSettings(
                        Checks.notNegative("--noise", noise),
                        OptionValues.within("--batch-size", batchSize, 1, Integer.MAX_VALUE),
                        seed),
                OptionValues.within("--steps", steps, 0, DescentSetup.MAX_STEPS));
        Path file = OutputFolder.prepare(out, FILE);
        DescentPath path = GradientDescent.run(objective, settings);
        OutputFolder.write(file, table(path));
        Texts texts = language.texts();
        DescentText words = new DescentText(texts);
        console.printLine(words.describeDescent(objective, settings));
        Stability.borders(objective, optimizer, toArray(settings.start()))
                .ifPresent(borders -> console.printLine(words.describeStability(objective, settings, path, borders)));
        console.printLine(words.describeEnd(path));
        console.printLine(file.toString());
        new FindingPrinter(console, texts)
                .print(
                        DescentDoctor.examine(objective, List.of(new DescentDoctor.ExaminedDescent(0, settings, path))),
                        rate -> "--learning-rate " + rate);
        return ExitCode.DONE;
    }

    private static Map<String, String> filter(Set<String> keys, Map<String, String> given) {
        Map<String, String> filtered = new TreeMap<>(given);
        filtered.keySet().retainAll(keys);
        return filtered;
    }

    private ObjectiveFunction objective(Map<String, String> given) {
        Map<String, Double> parameters = new TreeMap<>();
        given.forEach((key, text) -> {
            try {
                parameters.put(key, OptionValues.number(text));
            } catch (InvalidInputException noNumber) {
                throw noNumber.withName(key);
            }
        });
        return function(parameters);
    }

    private ObjectiveFunction function(Map<String, Double> parameters) {
        try {
            return ObjectiveFunctions.of(function, parameters);
        } catch (InvalidInputException error) {
            throw error.name().equals("function") ? error.withName("--function") : error;
        }
    }

    /** The name of the function, as an argument of an error. */
    private Object functionName() {
        return ObjectiveFunctions.isName(function) ? function : Term.FORMULA;
    }

    private List<Double> start(ObjectiveFunction objective) {
        String text = start;
        if (text == null) {
            return objective.start();
        }
        Rule rule = objective.dimensions() == 1 ? Rule.ONE_NUMBER_FOR : Rule.TWO_NUMBERS_FOR;
        InvalidInputException error = new InvalidInputException("--start", rule, functionName(), '"' + text + '"');
        List<Double> coordinates;
        try {
            coordinates = List.of(text.split(",", -1)).stream()
                    .map(OptionValues::number)
                    .toList();
        } catch (InvalidInputException noNumber) {
            throw error.withCause(noNumber);
        }
        if (coordinates.size() != objective.dimensions()) {
            throw error;
        }
        coordinates.forEach(coordinate -> Checks.finite("--start", coordinate));
        return coordinates;
    }

    static String table(DescentPath path) {
        return Stream.concat(
                        Stream.of(DescentPath.csvColumns()),
                        IntStream.range(0, path.rows()).mapToObj(path::csvCells))
                .map(cells -> String.join(",", cells) + "\n")
                .collect(Collectors.joining());
    }

    private static double[] toArray(List<Double> point) {
        return point.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The completion candidates of {@code --function}. */
    private static final class FunctionNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ObjectiveFunctions.names().iterator();
        }
    }

    private static final class OptimizerNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Optimizer.all().stream().map(Optimizer::name).iterator();
        }
    }
}
