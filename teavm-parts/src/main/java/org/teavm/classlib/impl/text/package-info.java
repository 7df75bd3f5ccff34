/** Classes that take the place of TeaVM's own in the page. */
package org.teavm.classlib.impl.text;
