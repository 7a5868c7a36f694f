package hyperlab.cli;

import hyperlab.file.Settings;
import hyperlab.nn.Activation;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Schedule;
import hyperlab.rule.Nearest;
import hyperlab.rule.Refusal;
import hyperlab.train.Experiment;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What has a name and parameters, from the command line as an experiment file would have it. */
final class NamedChoices {
    private NamedChoices() {}

    static Activation activation(String name, Map<String, String> parameters) {
        return chosen("network.activation", "NAME", name, parameters).network().activation();
    }

    static Optimizer optimizer(String name, Map<String, String> parameters) {
        return chosen("training.optimizer", "--optimizer", name, parameters)
                .training()
                .optimizer();
    }

    static Schedule schedule(String name, Map<String, String> parameters) {
        return chosen("training.schedule", "schedule", name, parameters)
                .training()
                .schedule();
    }

    /** The names of a choice's parameters: those of its record. */
    static Set<String> parametersOf(Object choice) {
        Set<String> names = new TreeSet<>();
        for (RecordComponent component : choice.getClass().getRecordComponents()) {
            names.add(component.getName());
        }
        return names;
    }

    /** Refuses the first of {@code given} that is no parameter of what {@code owner} names. */
    static void refuseUnknown(Collection<String> given, Collection<String> known, String owner) {
        for (String key : given) {
            if (!known.contains(key)) {
                String others = known.isEmpty() ? ", which has none" : " (nearest: " + Nearest.of(key, known) + ")";
                throw new Refusal(key, "is no parameter of " + owner + others);
            }
        }
    }

    /** The refusal of a name that is none of {@code known}. */
    static Refusal unknown(String asked, String name, Collection<String> known) {
        return new Refusal(
                asked,
                "one of " + String.join(", ", known),
                '"' + name + "\" (nearest: " + Nearest.of(name, known) + ")");
    }

    /** The names in a list with commas between, each of {@code known}. */
    static List<String> listed(String option, String list, Collection<String> known) {
        List<String> names =
                List.of(list.split(",", -1)).stream().map(String::strip).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw unknown(option, name, known);
            }
        }
        return names;
    }

    private static Experiment chosen(String place, String asked, String name, Map<String, String> parameters) {
        List<String> assignments = new ArrayList<>();
        assignments.add(place + ".name=\"" + name + '"');
        parameters.forEach((key, value) -> assignments.add(place + "." + key + "=" + value));
        try {
            return Settings.with(Experiment.DEFAULT, assignments);
        } catch (Refusal refusal) {
            String key = refusal.name().substring(place.length() + 1);
            throw new Refusal(key.equals("name") ? asked : key, refusal.complaint());
        }
    }
}
