package hyperlab.nn;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * Whether a·b + c in one instruction is there. Where it is, {@link Math#fma} makes the products of long rows faster and
 * rounds once in place of twice; where it is not, Java would work it out in decimal numbers, hundreds of times slower. The
 * same on a machine at every start, and so are the numbers.
 */
final class FusedMultiplyAdd {
    static final boolean IS_THERE = isThere();

    private FusedMultiplyAdd() {}

    /** a·b + c, rounded once where that is quick. */
    static double fused(double a, double b, double c) {
        return IS_THERE ? Math.fma(a, b, c) : a * b + c;
    }

    private static boolean isThere() {
        try {
            HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return machine != null
                    && Boolean.parseBoolean(machine.getVMOption("UseFMA").getValue());
        } catch (IllegalArgumentException unknownOption) {
            return false;
        }
    }
}
