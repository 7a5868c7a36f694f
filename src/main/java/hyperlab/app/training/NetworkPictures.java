package hyperlab.app.training;

import hyperlab.app.training.NetworkLook.UnitMap;
import hyperlab.chart.NetworkSketch;
import hyperlab.chart.NetworkSketch.Column;
import hyperlab.chart.NetworkSketch.Inset;
import hyperlab.chart.NetworkSketch.Links;
import hyperlab.chart.NetworkSketch.Place;
import hyperlab.chart.NetworkSketch.State;
import hyperlab.data.DataSet;
import hyperlab.diagnosis.LayerReport;
import hyperlab.diagnosis.Symptom;
import hyperlab.diagnosis.TrainingDoctor;
import hyperlab.diagnosis.UnitActivity;
import hyperlab.image.ImageShape;
import hyperlab.nn.Activation;
import hyperlab.nn.LayerWeights;
import hyperlab.nn.WeightLayer;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates the network diagram from an inspection. */
final class NetworkPictures {
    private final Look look;
    private final DataSet whole;
    private final Texts texts;

    private NetworkPictures(Look look, Texts texts) {
        this.look = look;
        this.whole = look.when().partition().whole();
        this.texts = texts;
    }

    /** Null if the inspection does not include the weights. */
    static @Nullable NetworkSketch of(Look look, Texts texts) {
        return look.network().weights().isEmpty() ? null : new NetworkPictures(look, texts).sketch();
    }

    private NetworkSketch sketch() {
        List<LayerWeights> weights = look.network().weights().stream()
                .filter(each -> !(each instanceof LayerWeights.Prelu))
                .toList();
        List<Column> columns = new ArrayList<>();
        columns.add(inputs(weights.get(0)));
        List<LayerReport> layers = look.network().report().layers();
        for (int k = 0; k < layers.size(); k++) {
            columns.add(column(layers.get(k), weights.get(k)));
        }
        List<Links> links = new ArrayList<>();
        for (int k = 0; k < weights.size(); k++) {
            links.add(MapLinks.of(weights.get(k), columns.get(k), columns.get(k + 1)));
        }
        Place chosen = look.order().unit();
        boolean there = chosen != null
                && chosen.column() < columns.size()
                && chosen.unit() < columns.get(chosen.column()).states().size();
        return chosen != null && there
                ? new NetworkSketch(columns, links, chosen, inset(chosen))
                : new NetworkSketch(columns, links, null, null);
    }

    /** The channels of an image that is convolved; otherwise all features. */
    private Column inputs(LayerWeights first) {
        ImageShape image = whole.image();
        if (first instanceof LayerWeights.Convolution && image != null) {
            return new Column(
                    texts.get("stage.input.image"),
                    texts.get("stage.input.sides", Integer.toString(image.height()), Integer.toString(image.width())),
                    image.channels(),
                    fine(image.channels()),
                    List.of(),
                    false);
        }
        int features = whole.features().numCols;
        boolean named = features <= NetworkSketch.MOST_UNITS;
        return new Column(
                texts.get("stage.input"),
                abbreviated(features),
                features,
                fine(features),
                named ? whole.featureNames() : List.of(),
                false);
    }

    private @Nullable Inset inset(Place chosen) {
        UnitMap map = look.network().unit();
        return map == null
                ? null
                : new Inset(
                        new LookPictures(look, texts).unitTitle(map, chosen.column(), chosen.unit()),
                        map.columns(),
                        map.rows(),
                        map.values());
    }

    private Column column(LayerReport layer, LayerWeights weights) {
        int units = layer.layer().units();
        String number = Integer.toString(layer.layer().number());
        String name = switch (layer.layer().kind()) {
            case CONVOLUTION -> texts.get("chart.convolution", number);
            case HIDDEN -> texts.get("chart.hiddenLayer", number);
            case OUTPUT -> texts.get("chart.outputLayer");
        };
        boolean output = layer.layer().kind() == WeightLayer.Kind.OUTPUT;
        List<String> names = output && units > 1 && units <= NetworkSketch.MOST_UNITS ? whole.classNames() : List.of();
        return new Column(
                name,
                abbreviated(units),
                units,
                states(layer),
                names,
                isLit(layer),
                weights instanceof LayerWeights.Convolution convolution
                        ? MapLinks.kernels(convolution, Math.min(units, NetworkSketch.MOST_UNITS), units)
                        : List.of());
    }

    private boolean[] dropped(WeightLayer layer) {
        List<boolean[]> all = look.network().dropped();
        boolean hidden = layer.kind() == WeightLayer.Kind.HIDDEN;
        return hidden && layer.number() <= all.size() ? all.get(layer.number() - 1) : new boolean[0];
    }

    private boolean isLit(LayerReport layer) {
        List<Symptom> symptoms = look.symptoms();
        return symptoms != null
                && symptoms.stream()
                        .anyMatch(symptom -> symptom.evidence().layers().contains(layer.layer()));
    }

    /** "128 units, 12 shown" if not all units are drawn; otherwise empty. */
    private String abbreviated(int units) {
        return units <= NetworkSketch.MOST_UNITS
                ? ""
                : texts.get("stage.someUnits", Integer.toString(units), Integer.toString(NetworkSketch.MOST_UNITS));
    }

    private static List<State> fine(int units) {
        return Collections.nCopies(Math.min(units, NetworkSketch.MOST_UNITS), State.FINE);
    }

    private List<State> states(LayerReport layer) {
        int units = layer.layer().units();
        UnitActivity activity = layer.activity();
        Activation activation = look.when().experiment().network().activation();
        if (activity == null || activity.units() != units) {
            return fine(units);
        }
        boolean flat = activation instanceof Activation.Sigmoid || activation instanceof Activation.Tanh;
        boolean[] dropped = dropped(layer.layer());
        List<State> states = new ArrayList<>();
        for (int unit = 0; unit < Math.min(units, NetworkSketch.MOST_UNITS); unit++) {
            boolean dead = activity.passing()[unit] == 0;
            boolean out = unit < dropped.length && dropped[unit];
            boolean saturated = flat && activity.saturated()[unit] >= TrainingDoctor.SATURATED;
            states.add(out ? State.DROPPED : dead ? State.DEAD : saturated ? State.SATURATED : State.FINE);
        }
        return states;
    }
}
