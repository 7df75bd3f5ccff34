/** The built site on this machine: a server, and a watch that builds again. */
package mirador.site.serve;
