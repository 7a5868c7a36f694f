package hyperlab.nn.kernel;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * Whether the processor has an instruction for a·b + c. If so, {@link Math#fma} makes the products of long rows faster
 * and rounds once instead of twice. If not, Java computes it with BigDecimal, which is hundreds of times slower. The
 * choice is the same each time the program starts on a machine, and therefore so are the results.
 */
final class FusedMultiplyAdd {
    static final boolean AVAILABLE = detect();

    private FusedMultiplyAdd() {}

    /** a·b + c, with a single rounding if that is fast. */
    static double multiplyAdd(double a, double b, double c) {
        return AVAILABLE ? Math.fma(a, b, c) : a * b + c;
    }

    private static boolean detect() {
        try {
            HotSpotDiagnosticMXBean diagnostics = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return diagnostics != null
                    && Boolean.parseBoolean(diagnostics.getVMOption("UseFMA").getValue());
        } catch (IllegalArgumentException unknownOption) {
            return false;
        }
    }
}
