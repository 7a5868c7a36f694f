/**
 * Input validation: an invalid value is reported with a name, the rule and the value. The messages are in the bundles
 * {@code i18n/error}, one for each rule and language. Also how the parts of an experiment describe their constants and
 * the numbers that these may have. Depends only on the JDK; every
 * other package may use it. Stateless; any thread.
 */
@NullMarked
package hyperlab.rule;

import org.jspecify.annotations.NullMarked;
