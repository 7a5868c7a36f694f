package hyperlab.nn.kernel;

/** Dot products of arrays over a common index range, accumulated in registers. */
final class RowDotProducts {
    private RowDotProducts() {}

    /** dots[3·i + j] = Σₖ rows[row + i][k]·columns[column + j][k] for i &lt; 4, j &lt; 3 and low ≤ k &lt; high. */
    static void fourByThree(
            double[][] rows, int row, double[][] columns, int column, int low, int high, double[] dots) {
        double[] r0 = rows[row];
        double[] r1 = rows[row + 1];
        double[] r2 = rows[row + 2];
        double[] r3 = rows[row + 3];
        double[] c0 = columns[column];
        double[] c1 = columns[column + 1];
        double[] c2 = columns[column + 2];
        double s00 = 0;
        double s01 = 0;
        double s02 = 0;
        double s10 = 0;
        double s11 = 0;
        double s12 = 0;
        double s20 = 0;
        double s21 = 0;
        double s22 = 0;
        double s30 = 0;
        double s31 = 0;
        double s32 = 0;
        if (FusedMultiplyAdd.AVAILABLE) {
            for (int k = low; k < high; k++) {
                double x = c0[k];
                double y = c1[k];
                double z = c2[k];
                s00 = Math.fma(r0[k], x, s00);
                s01 = Math.fma(r0[k], y, s01);
                s02 = Math.fma(r0[k], z, s02);
                s10 = Math.fma(r1[k], x, s10);
                s11 = Math.fma(r1[k], y, s11);
                s12 = Math.fma(r1[k], z, s12);
                s20 = Math.fma(r2[k], x, s20);
                s21 = Math.fma(r2[k], y, s21);
                s22 = Math.fma(r2[k], z, s22);
                s30 = Math.fma(r3[k], x, s30);
                s31 = Math.fma(r3[k], y, s31);
                s32 = Math.fma(r3[k], z, s32);
            }
        } else {
            for (int k = low; k < high; k++) {
                double x = c0[k];
                double y = c1[k];
                double z = c2[k];
                s00 += r0[k] * x;
                s01 += r0[k] * y;
                s02 += r0[k] * z;
                s10 += r1[k] * x;
                s11 += r1[k] * y;
                s12 += r1[k] * z;
                s20 += r2[k] * x;
                s21 += r2[k] * y;
                s22 += r2[k] * z;
                s30 += r3[k] * x;
                s31 += r3[k] * y;
                s32 += r3[k] * z;
            }
        }
        dots[0] = s00;
        dots[1] = s01;
        dots[2] = s02;
        dots[3] = s10;
        dots[4] = s11;
        dots[5] = s12;
        dots[6] = s20;
        dots[7] = s21;
        dots[8] = s22;
        dots[9] = s30;
        dots[10] = s31;
        dots[11] = s32;
    }

    /** Σₖ a[k]·b[k] for low ≤ k &lt; high. */
    static double dot(double[] a, double[] b, int low, int high) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int k = low;
        for (; k + 3 < high; k += 4) {
            s0 += a[k] * b[k];
            s1 += a[k + 1] * b[k + 1];
            s2 += a[k + 2] * b[k + 2];
            s3 += a[k + 3] * b[k + 3];
        }
        for (; k < high; k++) {
            s0 += a[k] * b[k];
        }
        return (s0 + s1) + (s2 + s3);
    }
}
