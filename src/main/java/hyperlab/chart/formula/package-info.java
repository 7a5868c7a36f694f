/** Formulas as charts, so that they are exported like charts. Once displayed, use only on the FX thread. */
@NullMarked
package hyperlab.chart.formula;

import org.jspecify.annotations.NullMarked;
