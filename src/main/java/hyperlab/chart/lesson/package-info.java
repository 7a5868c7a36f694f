/** The axes of a question to sketch on, with the sketch and the actual curve. */
@NullMarked
package hyperlab.chart.lesson;

import org.jspecify.annotations.NullMarked;
