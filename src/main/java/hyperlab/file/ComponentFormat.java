package hyperlab.file;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.nn.Activation;
import hyperlab.nn.layer.Initializer;
import hyperlab.optim.AdaDelta;
import hyperlab.optim.AdaGrad;
import hyperlab.optim.Adam;
import hyperlab.optim.AdamW;
import hyperlab.optim.NAdam;
import hyperlab.optim.Optimizer;
import hyperlab.optim.RmsProp;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import hyperlab.rule.Rule;
import hyperlab.train.BatchSize;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Components with a name and constants: {@code {"name": "leakyRelu", "slope": 0.01}}. */
final class ComponentFormat {
    private static final ObjectMapper RECORD_MAPPER = JsonMapper.builder()
            .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    private static final Map<String, Function<JsonObjectReader, Activation>> ACTIVATIONS = new LinkedHashMap<>();
    private static final Map<String, Function<JsonObjectReader, Optimizer>> OPTIMIZERS = new LinkedHashMap<>();
    private static final Map<String, Function<JsonObjectReader, Schedule>> SCHEDULES = new LinkedHashMap<>();
    private static final Map<String, Function<JsonObjectReader, Initializer>> INITIALIZERS = new LinkedHashMap<>();

    static {
        ACTIVATIONS.put("sigmoid", keys -> new Activation.Sigmoid());
        ACTIVATIONS.put("tanh", keys -> new Activation.Tanh());
        ACTIVATIONS.put("relu", keys -> new Activation.Relu());
        ACTIVATIONS.put(
                "leakyRelu",
                keys -> new Activation.LeakyRelu(keys.number("slope", Activation.LeakyRelu.DEFAULT.slope())));
        ACTIVATIONS.put("prelu", keys -> new Activation.Prelu(keys.number("slope", Activation.Prelu.DEFAULT.slope())));
        ACTIVATIONS.put("elu", keys -> new Activation.Elu(keys.number("alpha", Activation.Elu.DEFAULT.alpha())));
        ACTIVATIONS.put(
                "maxout",
                keys -> new Activation.Maxout(keys.integer(
                        "pieces",
                        Activation.Maxout.DEFAULT.pieces(),
                        Activation.Maxout.MIN_PIECES,
                        Activation.Maxout.MAX_PIECES)));
        ACTIVATIONS.put("linear", keys -> new Activation.Linear());
        ACTIVATIONS.put("softplus", keys -> new Activation.Softplus());
        ACTIVATIONS.put("selu", keys -> new Activation.Selu());
        ACTIVATIONS.put("gelu", keys -> new Activation.Gelu());
        ACTIVATIONS.put("silu", keys -> new Activation.Silu());
        ACTIVATIONS.put("mish", keys -> new Activation.Mish());

        OPTIMIZERS.put(
                "sgd",
                keys -> new Sgd(
                        keys.number("momentum", Sgd.DEFAULT.momentum()),
                        keys.flag("nesterov", Sgd.DEFAULT.nesterov())));
        OPTIMIZERS.put("adagrad", keys -> new AdaGrad(keys.number("epsilon", AdaGrad.DEFAULT.epsilon())));
        OPTIMIZERS.put(
                "rmsprop",
                keys -> new RmsProp(
                        keys.number("decay", RmsProp.DEFAULT.decay()),
                        keys.number("epsilon", RmsProp.DEFAULT.epsilon())));
        OPTIMIZERS.put(
                "adadelta",
                keys -> new AdaDelta(
                        keys.number("rho", AdaDelta.DEFAULT.rho()),
                        keys.number("epsilon", AdaDelta.DEFAULT.epsilon())));
        OPTIMIZERS.put(
                "adam",
                keys -> new Adam(
                        keys.number("beta1", Adam.DEFAULT.beta1()),
                        keys.number("beta2", Adam.DEFAULT.beta2()),
                        keys.number("epsilon", Adam.DEFAULT.epsilon())));
        OPTIMIZERS.put(
                "nadam",
                keys -> new NAdam(
                        keys.number("beta1", NAdam.DEFAULT.beta1()),
                        keys.number("beta2", NAdam.DEFAULT.beta2()),
                        keys.number("epsilon", NAdam.DEFAULT.epsilon()),
                        keys.number("momentumDecay", NAdam.DEFAULT.momentumDecay())));
        OPTIMIZERS.put(
                "adamw",
                keys -> new AdamW(
                        keys.number("beta1", AdamW.DEFAULT.beta1()),
                        keys.number("beta2", AdamW.DEFAULT.beta2()),
                        keys.number("epsilon", AdamW.DEFAULT.epsilon()),
                        keys.number("weightDecay", AdamW.DEFAULT.weightDecay())));

        SCHEDULES.put("constant", keys -> new Schedule.ConstantRate(keys.integerAtLeast("warmup", 0, 0)));
        SCHEDULES.put(
                "step",
                keys -> new Schedule.StepDecay(
                        keys.integerAtLeast("every", Schedule.StepDecay.DEFAULT.every(), 1),
                        keys.number("factor", Schedule.StepDecay.DEFAULT.factor()),
                        keys.integerAtLeast("warmup", 0, 0)));
        SCHEDULES.put(
                "exponential",
                keys -> new Schedule.ExponentialDecay(
                        keys.number("factor", Schedule.ExponentialDecay.DEFAULT.factor()),
                        keys.integerAtLeast("warmup", 0, 0)));
        SCHEDULES.put(
                "cosine",
                keys -> new Schedule.CosineAnnealing(
                        keys.number("floor", Schedule.CosineAnnealing.DEFAULT.floor()),
                        keys.integerAtLeast("warmup", 0, 0)));

        INITIALIZERS.put("auto", keys -> new Initializer.Auto());
        INITIALIZERS.put("xavier", keys -> new Initializer.Xavier());
        INITIALIZERS.put("he", keys -> new Initializer.He());
        INITIALIZERS.put("zero", keys -> new Initializer.Zero());
        INITIALIZERS.put(
                "uniform", keys -> new Initializer.Uniform(keys.number("range", Initializer.Uniform.DEFAULT.range())));
    }

    private ComponentFormat() {}

    static Activation activation(JsonObjectReader keys, String fallback) {
        return readNamed(ACTIVATIONS, keys, fallback);
    }

    static Optimizer optimizer(JsonObjectReader keys, String fallback) {
        return readNamed(OPTIMIZERS, keys, fallback);
    }

    static Schedule schedule(JsonObjectReader keys, String fallback) {
        return readNamed(SCHEDULES, keys, fallback);
    }

    static Initializer initializer(JsonObjectReader keys, String fallback) {
        return readNamed(INITIALIZERS, keys, fallback);
    }

    /** A whole number of samples, or {@code "full"}. */
    static BatchSize batchSize(JsonObjectReader keys, BatchSize fallback) {
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

    static JsonNode write(BatchSize size) {
        return size.isFull()
                ? JsonNodeFactory.instance.textNode("full")
                : JsonNodeFactory.instance.numberNode(size.samples());
    }

    static ObjectNode write(Activation activation) {
        return write(activation.name(), activation);
    }

    static ObjectNode write(Optimizer optimizer) {
        return write(optimizer.name(), optimizer);
    }

    static ObjectNode write(Schedule schedule) {
        return write(schedule.name(), schedule);
    }

    static ObjectNode write(Initializer initializer) {
        return write(initializer.name(), initializer);
    }

    private static <T> T readNamed(
            Map<String, Function<JsonObjectReader, T>> known, JsonObjectReader keys, String fallback) {
        String name = keys.choice("name", List.copyOf(known.keySet()), fallback);
        keys.setOwner(name);
        return Objects.requireNonNull(known.get(name)).apply(keys);
    }

    private static ObjectNode write(String name, Object constants) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("name", name);
        node.setAll((ObjectNode) RECORD_MAPPER.valueToTree(constants));
        return node;
    }
}
