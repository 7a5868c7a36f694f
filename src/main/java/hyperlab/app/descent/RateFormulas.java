package hyperlab.app.descent;

/** One step of each optimizer on a function of one variable, in LaTeX. */
final class RateFormulas {
    private static final String PLAIN = "x_{k+1} = x_k - \\eta\\,f'(x_k)";
    private static final String ON_PARABOLA = PLAIN + " = (1-\\eta c)\\,x_k";
    private static final String MOMENTUM = "v_{k+1} = \\mu v_k + f'(x_k), \\quad x_{k+1} = x_k - \\eta\\,v_{k+1}";
    private static final String NESTEROV = "x_{k+1} = x_k - \\eta\\,(f'(x_k) + \\mu v_{k+1})";
    private static final String ADAGRAD =
            lines("x_{k+1} = x_k - \\eta\\,\\frac{f'(x_k)}{\\sqrt{s_{k+1}} + \\epsilon}", "s_{k+1} = s_k + f'(x_k)^2");
    private static final String RMSPROP = "x_{k+1} = x_k - \\eta\\,\\frac{f'(x_k)}{\\sqrt{v_{k+1}} + \\epsilon}";
    private static final String ADADELTA =
            "x_{k+1} = x_k - \\eta\\,\\sqrt{\\frac{u_k + \\epsilon}{v_{k+1} + \\epsilon}}\\,f'(x_k)";
    private static final String ADAM =
            "x_{k+1} = x_k - \\eta\\,\\frac{\\hat m_{k+1}}{\\sqrt{\\hat v_{k+1}} + \\epsilon}";
    private static final String NADAM = lines(
            "x_{k+1} = x_k - \\eta\\,\\frac{\\bar m_{k+1}}{\\sqrt{\\hat v_{k+1}} + \\epsilon}",
            "\\bar m_{k+1} = \\frac{1 - \\mu_{k+1}}{1 - \\Pi_{k+1}}\\,f'(x_k)"
                    + " + \\frac{\\mu_{k+2}}{1 - \\Pi_{k+2}}\\,m_{k+1}");
    private static final String ADAMW =
            "x_{k+1} = (1 - \\eta\\lambda)\\,x_k - \\eta\\,\\frac{\\hat m_{k+1}}{\\sqrt{\\hat v_{k+1}} + \\epsilon}";

    private RateFormulas() {}

    /** One above the other, where side by side they would have to shrink too much. */
    private static String lines(String first, String second) {
        return "\\begin{array}{l} " + first + " \\\\ " + second + " \\end{array}";
    }

    /** That of the chosen racer. */
    static String of(Moment moment) {
        return switch (Narration.Kind.of(moment.chosen().racer().optimizer())) {
            case GRADIENT -> moment.race().isParabola() ? ON_PARABOLA : PLAIN;
            case VELOCITY -> MOMENTUM;
            case NESTEROV -> NESTEROV;
            case ADAGRAD -> ADAGRAD;
            case RMSPROP -> RMSPROP;
            case ADADELTA -> ADADELTA;
            case ADAM -> ADAM;
            case NADAM -> NADAM;
            case ADAMW -> ADAMW;
        };
    }
}
