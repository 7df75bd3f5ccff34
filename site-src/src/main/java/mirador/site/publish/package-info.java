/** Stage 5: the site on disk, ready for a server, a folder or a USB stick. */
package mirador.site.publish;
