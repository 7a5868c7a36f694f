package hyperlab.code;

import hyperlab.image.ImageShape;
import hyperlab.nn.Activation;
import hyperlab.nn.ConvolutionSpec;
import hyperlab.train.NetworkSettings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The modules of a network's {@code nn.Sequential}, in order. */
final class TorchModel {
    private final NetworkSettings network;
    private final List<String> modules = new ArrayList<>();

    /**
     * @param inputs the number of features
     * @param image the shape of the features as an image; only used if there are convolutions
     * @param outputs the size of the last layer
     */
    TorchModel(NetworkSettings network, int inputs, @Nullable ImageShape image, int outputs) {
        this.network = network;
        int width = network.convolutions().isEmpty() || image == null ? inputs : addConvolutions(image);
        for (int units : network.hidden()) {
            modules.add("nn.Linear(" + width + ", " + units * pieces() + ")");
            addActivation();
            if (network.dropout() > 0) {
                modules.add("nn.Dropout(" + PythonFormat.number(network.dropout()) + ")");
            }
            width = units;
        }
        modules.add("nn.Linear(" + width + ", " + outputs + ")");
    }

    List<String> modules() {
        return List.copyOf(modules);
    }

    /** Adds convolutions, activations and pooling, and returns the number of values after flattening. */
    private int addConvolutions(ImageShape first) {
        modules.add("nn.Unflatten(1, (" + first.channels() + ", " + first.height() + ", " + first.width() + "))");
        ImageShape image = first;
        for (ConvolutionSpec each : network.convolutions()) {
            String stride = each.stride() == 1 ? "" : ", stride=" + each.stride();
            String padding = each.padding() == 0 ? "" : ", padding=" + each.padding();
            modules.add("nn.Conv2d(" + image.channels() + ", " + each.filters() * pieces() + ", " + each.kernel()
                    + stride + padding + ")");
            addActivation();
            if (each.pool() > 1) {
                modules.add("nn.MaxPool2d(" + each.pool() + ")");
            }
            image = each.pooledShape("convolutions", image, pieces());
        }
        modules.add("nn.Flatten()");
        return (int) image.size();
    }

    /** Whether the network has dropout, so that training is random. */
    boolean hasDropout() {
        return modules.stream().anyMatch(module -> module.startsWith("nn.Dropout("));
    }

    private int pieces() {
        return network.activation() instanceof Activation.Maxout maxout ? maxout.pieces() : 1;
    }

    private void addActivation() {
        String module = module(network.activation());
        if (!module.isEmpty()) {
            modules.add(module);
        }
    }

    /**
     * The module of an activation; empty for linear. Softplus gets a threshold above which the linear function is equal
     * in double precision.
     */
    private static String module(Activation activation) {
        return switch (activation.name()) {
            case "linear" -> "";
            case "sigmoid" -> "nn.Sigmoid()";
            case "tanh" -> "nn.Tanh()";
            case "relu" -> "nn.ReLU()";
            case "leakyRelu" ->
                "nn.LeakyReLU(" + PythonFormat.number(((Activation.LeakyRelu) activation).slope()) + ")";
            case "prelu" -> "nn.PReLU(init=" + PythonFormat.number(((Activation.Prelu) activation).slope()) + ")";
            case "elu" -> "nn.ELU(" + PythonFormat.number(((Activation.Elu) activation).alpha()) + ")";
            case "maxout" -> "Maxout(" + ((Activation.Maxout) activation).pieces() + ")";
            case "softplus" -> "nn.Softplus(threshold=40)";
            case "selu" -> "nn.SELU()";
            case "gelu" -> "nn.GELU()";
            case "silu" -> "nn.SiLU()";
            case "mish" -> "nn.Mish()";
            default -> throw new IllegalArgumentException("no module for " + activation);
        };
    }
}
