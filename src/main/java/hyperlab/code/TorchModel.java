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
        return network.activation().pieces();
    }

    private void addActivation() {
        String module = network.activation().accept(new ModuleVisitor());
        if (!module.isEmpty()) {
            modules.add(module);
        }
    }

    /** The module of an activation function; empty for the linear function. */
    private static final class ModuleVisitor implements Activation.Visitor<String> {
        @Override
        public String visit(Activation.Sigmoid sigmoid) {
            return "nn.Sigmoid()";
        }

        @Override
        public String visit(Activation.Tanh tanh) {
            return "nn.Tanh()";
        }

        @Override
        public String visit(Activation.Relu relu) {
            return "nn.ReLU()";
        }

        @Override
        public String visit(Activation.LeakyRelu leakyRelu) {
            return "nn.LeakyReLU(" + PythonFormat.number(leakyRelu.slope()) + ")";
        }

        @Override
        public String visit(Activation.Prelu prelu) {
            return "nn.PReLU(init=" + PythonFormat.number(prelu.slope()) + ")";
        }

        @Override
        public String visit(Activation.Elu elu) {
            return "nn.ELU(" + PythonFormat.number(elu.alpha()) + ")";
        }

        @Override
        public String visit(Activation.Maxout maxout) {
            return "Maxout(" + maxout.pieces() + ")";
        }

        @Override
        public String visit(Activation.Linear linear) {
            return "";
        }

        /** Above the threshold, the linear function is equal in double precision. */
        @Override
        public String visit(Activation.Softplus softplus) {
            return "nn.Softplus(threshold=40)";
        }

        @Override
        public String visit(Activation.Selu selu) {
            return "nn.SELU()";
        }

        @Override
        public String visit(Activation.Gelu gelu) {
            return "nn.GELU()";
        }

        @Override
        public String visit(Activation.Silu silu) {
            return "nn.SiLU()";
        }

        @Override
        public String visit(Activation.Mish mish) {
            return "nn.Mish()";
        }

        @Override
        public String visit(Activation.Hardswish hardswish) {
            return "nn.Hardswish()";
        }
    }
}
