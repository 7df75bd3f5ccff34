package mirador.site.render;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * The Content-Security-Policy of every page: nothing but the site itself, one inline script known
 * by its hash, WebAssembly, and the servers the models come from. It holds on http and on file://,
 * where «'self'» means the folder.
 */
final class SecurityPolicy {
  private SecurityPolicy() {}

  /**
   * The policy.
   *
   * @param connections servers that models may be fetched from besides the site
   * @param inlineScript the one script that stands in the page
   */
  static String of(List<String> connections, String inlineScript) {
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval' blob: '" + hash(inlineScript) + "'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        String.join(" ", "connect-src 'self'", String.join(" ", connections)).strip(),
        "media-src 'self' blob: data:",
        // The hub that keeps the storage of a course opened from a disk.
        "frame-src 'self'",
        "worker-src 'self' blob:",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'");
  }

  /** The policy of a page whose only style stands in it and that runs nothing. */
  static String withInlineStyle(String style) {
    return "default-src 'none'; style-src '"
        + hash(style)
        + "'; base-uri 'none'; form-action 'none'";
  }

  /** The policy of the page that frames the course for a learning platform. */
  static String ofLaunchPage(String style) {
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src '" + hash(style) + "'",
        "img-src 'self'",
        "frame-src 'self'",
        "base-uri 'none'",
        "form-action 'none'");
  }

  /** How a policy names an inline script or style. */
  static String hash(String inline) {
    byte[] digest = Asset.sha256(inline.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }
}
