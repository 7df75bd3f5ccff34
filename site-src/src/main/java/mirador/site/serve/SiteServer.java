package mirador.site.serve;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.server.handler.gzip.GzipHandler;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** Serves a folder on this machine only, packed on the way and with entity tags. */
public final class SiteServer implements AutoCloseable {
  private final Server server;
  private final int port;

  private SiteServer(Server server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts.
   *
   * @param port 0 for any free one
   * @throws PortTakenException when another program has the port
   * @throws IOException when the server cannot start
   */
  public static SiteServer start(Path folder, int port) throws IOException {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("localhost");
    connector.setPort(port);
    server.addConnector(connector);

    ResourceHandler files = new ResourceHandler();
    files.setBaseResource(ResourceFactory.of(server).newResource(folder));
    files.setDirAllowed(false);
    files.setWelcomeFiles(List.of("index.html"));
    files.setEtags(true);
    // Pages are built again while they are looked at: ask each time, the tag answers.
    files.setCacheControl("no-cache");
    ContextHandler context = new ContextHandler(new GzipHandler(files), "/");
    MimeTypes.Mutable types = context.getMimeTypes();
    types.addMimeMapping("webmanifest", "application/manifest+json");
    types.addMimeMapping("wasm", "application/wasm");
    types.addMimeMapping("mjs", "text/javascript");
    types.addMimeMapping("woff2", "font/woff2");
    server.setHandler(context);
    try {
      server.start();
    } catch (BindException e) {
      throw new PortTakenException(port, e);
    } catch (IOException e) {
      throw e.getCause() instanceof BindException ? new PortTakenException(port, e) : e;
    } catch (Exception e) {
      throw new IOException("the server cannot start on port " + port, e);
    }
    return new SiteServer(server, connector.getLocalPort());
  }

  public String address() {
    return "http://localhost:" + port + "/";
  }

  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException("the server does not stop", e);
    }
  }

  /** Another program listens on the port. */
  public static final class PortTakenException extends IOException {
    private static final long serialVersionUID = 1L;

    PortTakenException(int port, Throwable cause) {
      super(
          "port "
              + port
              + " is taken: stop what uses it, or choose another with --port "
              + (port + 1),
          cause);
    }
  }
}
