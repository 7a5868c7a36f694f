package hyperlab.lab.convolution;

import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.convolution.FeatureMap;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The lab's formulas in LaTeX, with the current numbers. */
final class ConvolutionFormulas {
    static final String SUM = "y_{ij} = \\sum_{a=0}^{k-1} \\sum_{b=0}^{k-1} K_{ab}\\, x_{\\,si+da-p,\\; sj+db-p}";
    private static final String SIZE = "o = \\left\\lfloor \\frac{n + 2p - d(k-1) - 1}{s} \\right\\rfloor + 1";

    private ConvolutionFormulas() {}

    /** The calculation of the number of output rows, and of output columns if the image is not square. */
    static String size(FeatureMap map) {
        return size(map, " = ");
    }

    /** The same with each result in a line of its own. */
    static String sizeInNarrowLines(FeatureMap map) {
        return size(map, " \\\\ \\phantom{o} = ");
    }

    private static String size(FeatureMap map, String equals) {
        int height = map.image().height();
        int width = map.image().width();
        List<String> lines = new ArrayList<>(
                List.of(SIZE, calculation(map, height, map.shape().height(), equals)));
        if (height != width) {
            lines.add(calculation(map, width, map.shape().width(), equals));
        }
        return "\\begin{array}{l}" + String.join(" \\\\ ", lines) + "\\end{array}";
    }

    private static String calculation(FeatureMap map, int pixels, int outputs, String equals) {
        ConvolutionLabSettings setup = map.settings();
        int k = setup.kernel().side();
        long slack = pixels + 2L * setup.padding() - (long) setup.dilation() * (k - 1) - 1;
        BigDecimal quotient = BigDecimal.valueOf(slack)
                .divide(BigDecimal.valueOf(setup.stride()), 2, RoundingMode.DOWN)
                .stripTrailingZeros();
        return "o = \\left\\lfloor \\frac{" + pixels + " + 2 \\cdot " + setup.padding() + " - " + setup.dilation()
                + " \\cdot (" + k + " - 1) - 1}{" + setup.stride() + "} \\right\\rfloor + 1" + equals + "\\lfloor "
                + quotient.toPlainString()
                + (slack % setup.stride() == 0 || hasTwoDecimals(slack, setup.stride()) ? "" : "\\ldots")
                + " \\rfloor + 1 = " + outputs;
    }

    private static boolean hasTwoDecimals(long slack, int stride) {
        return slack * 100 % stride == 0;
    }
}
