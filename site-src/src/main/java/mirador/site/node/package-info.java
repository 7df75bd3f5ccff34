/** What the build leaves to Node, and keeps between builds. */
package mirador.site.node;
