/** YAML whose every value knows its line. */
package mirador.site.yaml;
