/**
 * The Learn lab: pages with charts that are computed in the app, links into the other labs, and the glossary. FX thread
 * only. It has more than 40 files because each illustration is a class of its own.
 */
@NullMarked
package hyperlab.lab.learn;

import org.jspecify.annotations.NullMarked;
