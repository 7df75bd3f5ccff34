package mirador.models.hub;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mirador.concepts.inference.ModelManifest;
import mirador.concepts.inference.ModelManifest.ModelFile;
import mirador.models.export.Variant;
import mirador.models.folder.ModelFolder;
import mirador.models.folder.ModelFolderException;
import mirador.models.folder.ModelFolderWriter;

/** Fetches a public model and makes a model folder of it. */
public final class FetchModel {
  /** What has come, until the folder is complete. */
  private static final String UNFINISHED = ".fetch";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Is told how a fetch goes. */
  public interface Report {
    /**
     * Some more of a file is there.
     *
     * @param total the file's size, or -1 where the server does not tell
     */
    void at(URI address, long bytes, long total);

    /** A file is there, whole. */
    void done(URI address, long bytes, String sha256);
  }

  private FetchModel() {}

  /**
   * Fetches a model; one that is there already is only verified. A fetch that was cut goes on where
   * it was.
   *
   * @param server {@link HubModel#HUB} or a mirror of it
   * @param revision a branch, tag or commit of the repository
   * @throws ModelFolderException when an address cannot be reached or a file is not what it should
   *     be
   */
  public static ModelManifest fetch(
      HubModel model, Variant variant, String server, String revision, Path folder, Report report)
      throws IOException {
    return fetch(model, variant, server, revision, folder, PATIENCE, report);
  }

  /** The same with another time for which a server may send nothing. */
  static ModelManifest fetch(
      HubModel model,
      Variant variant,
      String server,
      String revision,
      Path folder,
      Duration patience,
      Report report)
      throws IOException {
    Optional<ModelManifest> present = present(folder, variant);
    if (present.isPresent()) {
      return present.get();
    }
    Path unfinished = folder.resolve(UNFINISHED);
    HttpClient client = Download.client();
    HubVariant kind = HubVariant.of(variant);
    List<String> paths = new ArrayList<>(model.small());
    paths.add(kind.path("text"));
    paths.add(kind.path("vision"));
    for (String path : paths) {
      URI address = address(server, model.repository(), revision, path);
      Path target = unfinished.resolve(path);
      String hash =
          Download.fetch(
              client,
              address,
              target,
              patience,
              (bytes, total) -> report.at(address, bytes, total));
      report.done(address, Files.size(target), hash);
    }
    try (HubFolder hub =
        HubFolder.open(unfinished, Optional.of(variant), Optional.empty(), HubFolder.LOGIT_SCALE)) {
      return arrange(hub, folder, unfinished);
    }
  }

  private static Optional<ModelManifest> present(Path folder, Variant variant) throws IOException {
    if (!Files.exists(folder.resolve(ModelFolder.MANIFEST))) {
      return Optional.empty();
    }
    ModelFolder model = ModelFolder.open(folder);
    if (!model.manifest().variant().equals(variant.toString())) {
      throw new ModelFolderException(
          folder
              + " holds the variant "
              + model.manifest().variant()
              + " already; give another folder with --to");
    }
    model.verify(bytes -> {});
    return Optional.of(model.manifest());
  }

  private static URI address(String server, String repository, String revision, String path)
      throws ModelFolderException {
    String base = server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
    try {
      URI address = URI.create(base + "/" + repository + "/resolve/" + revision + "/" + path);
      if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      throw new ModelFolderException("\"" + server + "\" is no address: " + e.getMessage(), e);
    }
    throw new ModelFolderException("\"" + server + "\" is no http or https address");
  }

  /** Large files go into shards alone, which is what a static host must have. */
  private static ModelManifest arrange(HubFolder hub, Path folder, Path unfinished)
      throws IOException {
    ModelFolderWriter writer = ModelFolderWriter.begin(folder, true);
    for (String path : hub.paths()) {
      try (InputStream in = hub.open(path)) {
        Files.copy(in, folder.resolve(path), StandardCopyOption.REPLACE_EXISTING);
      }
      writer.add(path);
    }
    ModelManifest manifest = hub.finish(writer);
    for (ModelFile file : manifest.files()) {
      if (file.isSplit()) {
        Files.delete(folder.resolve(file.path()));
      }
    }
    delete(unfinished);
    return manifest;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
