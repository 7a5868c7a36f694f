/**
 * Input validation: an invalid value is reported with a name, the rule and the value. The messages are in the
 * bundles {@code i18n/error}, one for each rule and language. Depends only on the JDK; every
 * other package may use it. Stateless; any thread.
 */
@NullMarked
package hyperlab.rule;

import org.jspecify.annotations.NullMarked;
