package hyperlab.lab.learn.illustration;

import hyperlab.descent.DescentPath;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.GradientDescent;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.ObjectiveFunctions;
import java.util.ArrayList;
import java.util.List;

/** The complete descents of a race. */
record DescentPaths(ObjectiveFunction objective, List<DescentPath> paths) {
    DescentPaths {
        paths = List.copyOf(paths);
    }

    static DescentPaths of(DescentSetup setup) {
        ObjectiveFunction objective = ObjectiveFunctions.of(setup.function(), setup.parameters());
        return new DescentPaths(
                objective,
                setup.racers().stream()
                        .map(racer -> GradientDescent.run(objective, setup.runSettings(racer)))
                        .toList());
    }

    /** The position and the value of each descent after each step, as CSV. */
    String toCsv() {
        StringBuilder text = new StringBuilder("walk,step,x,y,value\n");
        for (int walk = 0; walk < paths.size(); walk++) {
            DescentPath path = paths.get(walk);
            for (int step = 0; step < path.rows(); step++) {
                List<String> cells = new ArrayList<>(List.of(Integer.toString(walk + 1), Integer.toString(step)));
                cells.add(Double.toString(path.x(step)));
                cells.add(path.dimensions() > 1 ? Double.toString(path.y(step)) : "");
                cells.add(Double.toString(path.value(step)));
                text.append(String.join(",", cells)).append('\n');
            }
        }
        return text.toString();
    }
}
