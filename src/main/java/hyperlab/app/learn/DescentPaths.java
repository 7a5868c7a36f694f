package hyperlab.app.learn;

import hyperlab.descent.Descent;
import hyperlab.descent.DescentPath;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.Objective;
import hyperlab.descent.Objectives;
import hyperlab.descent.Walk;
import java.util.ArrayList;
import java.util.List;

/** The complete descents of a race. */
record DescentPaths(Objective objective, List<DescentPath> paths) {
    DescentPaths {
        paths = List.copyOf(paths);
    }

    static DescentPaths of(DescentSetup setup) {
        Objective objective = Objectives.of(setup.function(), setup.parameters());
        return new DescentPaths(
                objective,
                setup.racers().stream()
                        .map(racer -> Descent.walk(
                                objective,
                                new Walk(
                                        setup.start(),
                                        racer.learningRate(),
                                        racer.optimizer(),
                                        racer.schedule(),
                                        Walk.Noise.NONE,
                                        setup.steps())))
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
