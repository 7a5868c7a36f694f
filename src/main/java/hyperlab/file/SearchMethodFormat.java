package hyperlab.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.file.json.JsonObjectReader;
import hyperlab.file.json.StrictJson;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.TrialCurve;
import hyperlab.tune.TuningStudy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The search method of a study as a JSON tree: its name and its own keys. The default is the Bayesian method. */
final class SearchMethodFormat {
    private static final String TRIALS = "trials";
    private static final String OMITTED = "omitted";
    private static final String CURVE = "curve";
    private static final String POINTS = "pointsPerAxis";
    private static final List<String> METHODS =
            SearchMethod.all().stream().map(SearchMethod::name).toList();

    private SearchMethodFormat() {}

    static SearchMethod read(JsonObjectReader keys) {
        String name = keys.choice("name", METHODS, SearchMethod.Bayesian.DEFAULT.name());
        keys.setOwner(name);
        return SearchMethod.byName(name).accept(new SearchMethod.Visitor<>() {
            @Override
            public SearchMethod visit(SearchMethod.Grid grid) {
                return new SearchMethod.Grid(keys.optionalInteger(POINTS, 2, SearchMethod.Grid.MAX_POINTS));
            }

            @Override
            public SearchMethod visit(SearchMethod.RandomSearch random) {
                return random;
            }

            @Override
            public SearchMethod visit(SearchMethod.Bayesian bayesian) {
                return new SearchMethod.Bayesian(keys.integer("initial", bayesian.initial()));
            }

            @Override
            public SearchMethod visit(SearchMethod.Halving halving) {
                return new SearchMethod.Halving(
                        keys.integer("reduction", halving.reduction()),
                        keys.integer("minimumEpochs", halving.minimumEpochs()));
            }

            @Override
            public SearchMethod visit(SearchMethod.Hyperband hyperband) {
                return new SearchMethod.Hyperband(
                        keys.integer("reduction", hyperband.reduction()),
                        keys.integer("minimumEpochs", hyperband.minimumEpochs()));
            }

            @Override
            public SearchMethod visit(SearchMethod.Manual manual) {
                return new SearchMethod.Manual(keys.list("points", SearchMethodFormat::point, manual.points()));
            }

            @Override
            public SearchMethod visit(SearchMethod.Recorded recorded) {
                return new SearchMethod.Recorded(
                        keys.text("source", recorded.source()),
                        keys.list(TRIALS, SearchMethodFormat::recordedTrial, recorded.trials()),
                        keys.integer(OMITTED, recorded.omitted(), 0, TuningStudy.MAX_TRIALS));
            }
        });
    }

    private static SearchMethod.Recorded.RecordedTrial recordedTrial(JsonObjectReader keys) {
        return new SearchMethod.Recorded.RecordedTrial(
                keys.integer("trial", 0, 0, TuningStudy.MAX_TRIALS - 1),
                keys.object("values", SearchMethodFormat::point),
                keys.has(CURVE) ? keys.object(CURVE, TrialCurveFormat::read) : TrialCurve.EMPTY);
    }

    private static Map<String, String> point(JsonObjectReader keys) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String key : keys.keyNames()) {
            values.put(key, String.valueOf(keys.value(key)));
        }
        return values;
    }

    static ObjectNode write(SearchMethod method) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("name", method.name());
        return method.accept(new SearchMethod.Visitor<>() {
            @Override
            public ObjectNode visit(SearchMethod.Grid grid) {
                return grid.pointsPerAxis() == null ? node : node.put(POINTS, grid.pointsPerAxis());
            }

            @Override
            public ObjectNode visit(SearchMethod.RandomSearch random) {
                return node;
            }

            @Override
            public ObjectNode visit(SearchMethod.Bayesian bayesian) {
                return node.put("initial", bayesian.initial());
            }

            @Override
            public ObjectNode visit(SearchMethod.Halving halving) {
                return rungs(halving.reduction(), halving.minimumEpochs());
            }

            @Override
            public ObjectNode visit(SearchMethod.Hyperband hyperband) {
                return rungs(hyperband.reduction(), hyperband.minimumEpochs());
            }

            @Override
            public ObjectNode visit(SearchMethod.Manual manual) {
                ArrayNode points = node.putArray("points");
                manual.points().forEach(values -> {
                    ObjectNode point = points.addObject();
                    values.forEach((key, value) -> point.set(key, StrictJson.value(value, key)));
                });
                return node;
            }

            @Override
            public ObjectNode visit(SearchMethod.Recorded recorded) {
                node.put("source", recorded.source());
                if (recorded.omitted() > 0) {
                    node.put(OMITTED, recorded.omitted());
                }
                ArrayNode trials = node.putArray(TRIALS);
                recorded.trials().forEach(trial -> {
                    ObjectNode object = trials.addObject().put("trial", trial.number());
                    ObjectNode point = object.putObject("values");
                    trial.values().forEach((key, value) -> point.set(key, StrictJson.value(value, key)));
                    if (!trial.curve().steps().isEmpty()) {
                        object.set(CURVE, TrialCurveFormat.write(trial.curve()));
                    }
                });
                return node;
            }

            private ObjectNode rungs(int reduction, int minimumEpochs) {
                return node.put("reduction", reduction).put("minimumEpochs", minimumEpochs);
            }
        });
    }
}
