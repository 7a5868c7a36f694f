package hyperlab.file.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.nn.Activation;
import hyperlab.nn.layer.Initializer;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Schedule;
import hyperlab.rule.Component;
import hyperlab.rule.Constant;
import hyperlab.rule.ConstantMapper;
import hyperlab.rule.NumberRange;
import hyperlab.rule.Rule;
import hyperlab.train.BatchSize;
import java.util.List;

/** Components with a name and constants: {@code {"name": "leakyRelu", "slope": 0.01}}. */
public final class ComponentFormat {
    private ComponentFormat() {}

    public static Activation activation(JsonObjectReader keys, String fallback) {
        return read(Activation.all(), keys, fallback);
    }

    public static Optimizer optimizer(JsonObjectReader keys, String fallback) {
        return read(Optimizer.all(), keys, fallback);
    }

    public static Schedule schedule(JsonObjectReader keys, String fallback) {
        return read(Schedule.all(), keys, fallback);
    }

    public static Initializer initializer(JsonObjectReader keys, String fallback) {
        return read(Initializer.all(), keys, fallback);
    }

    /** A whole number of samples, or {@code "full"}. */
    public static BatchSize batchSize(JsonObjectReader keys, BatchSize fallback) {
        JsonNode value = keys.value("batchSize");
        if (value == null) {
            return fallback;
        }
        if (value.isTextual() && value.textValue().equals("full")) {
            return BatchSize.FULL;
        }
        double size = value.doubleValue();
        if (!value.isNumber() || size != Math.rint(size) || size < 1) {
            throw JsonObjectReader.invalid("batchSize", Rule.WHOLE_OR_FULL, value);
        }
        return new BatchSize(keys.integerAtLeast("batchSize", 1, 1));
    }

    public static JsonNode write(BatchSize size) {
        return size.isFull()
                ? JsonNodeFactory.instance.textNode("full")
                : JsonNodeFactory.instance.numberNode(size.samples());
    }

    /** The component as an object: its name, then its constants. */
    public static ObjectNode write(Component<?> component) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("name", component.name());
        component.mapConstants(new ConstantWriter(node));
        return node;
    }

    private static <T extends Component<T>> T read(List<T> known, JsonObjectReader keys, String fallback) {
        String name = keys.choice("name", known.stream().map(Component::name).toList(), fallback);
        keys.setOwner(name);
        return Component.named(name, known).mapConstants(new ConstantReader(keys));
    }

    /** Reads the constants that are given; the others stay. */
    private record ConstantReader(JsonObjectReader keys) implements ConstantMapper {
        @Override
        public double number(Constant constant, double value) {
            return keys.number(constant.key(), value);
        }

        @Override
        public int integer(Constant constant, int value) {
            NumberRange range = constant.range();
            int low = (int) range.low();
            return Double.isInfinite(range.high())
                    ? keys.integerAtLeast(constant.key(), value, low)
                    : keys.integer(constant.key(), value, low, (int) range.high());
        }

        @Override
        public boolean flag(String key, boolean value) {
            return keys.flag(key, value);
        }
    }

    /** Writes each constant and leaves it as it is. */
    private record ConstantWriter(ObjectNode node) implements ConstantMapper {
        @Override
        public double number(Constant constant, double value) {
            node.put(constant.key(), value);
            return value;
        }

        @Override
        public int integer(Constant constant, int value) {
            node.put(constant.key(), value);
            return value;
        }

        @Override
        public boolean flag(String key, boolean value) {
            node.put(key, value);
            return value;
        }
    }
}
