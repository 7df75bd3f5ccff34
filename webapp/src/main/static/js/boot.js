// Starts the page script once the page is painted, so that text and figures never wait for it.
// Hand-written, since it runs before any compiled code; everything else is Java in webapp.
(function () {
  "use strict";
  var boot = document.currentScript;
  var http = location.protocol === "http:" || location.protocol === "https:";

  // All are fetched at once and run in their order; the last one is a compiled script.
  function load(sources, failed) {
    sources.split(" ").forEach(function (source, place, all) {
      var script = document.createElement("script");
      script.async = false;
      script.src = source;
      if (place === all.length - 1) {
        script.onload = turn;
        script.onerror = failed;
      }
      document.head.appendChild(script);
    });
  }

  // A compiled script comes in parts (site-src/page-script.mjs). Each is a task of its own, so that a
  // slow phone answers a touch between two of them.
  function turn() {
    var part = window.miradorParts.shift();
    setTimeout(function () {
      if (part) {
        part();
        turn();
      } else {
        window.main([]);
      }
    }, 0);
  }

  // The second script, for real models; the page script asks for it (ModelScript.java).
  window.miradorModels = function (failed) {
    load(boot.dataset.models, failed);
  };

  function keepForOffline() {
    var manifest = document.createElement("link");
    manifest.rel = "manifest";
    manifest.href = "manifest.webmanifest";
    document.head.appendChild(manifest);
    if ("serviceWorker" in navigator && window.isSecureContext) {
      navigator.serviceWorker.register("sw.js").then(
        function () {
          navigator.serviceWorker.ready.then(function () {
            sayOffline("ready");
          });
        },
        // A private window may refuse; the course then simply needs its server.
        function () {}
      );
    }
  }

  function sayOffline(state) {
    var line = document.querySelector("[data-offline]");
    line.textContent = line.getAttribute("data-" + state);
  }

  function whenLoaded() {
    // A learning platform is no place to install the course from; see ScormPackage.java.
    if (document.documentElement.hasAttribute("data-platform")) {
      return;
    }
    if (http) {
      keepForOffline();
    } else {
      sayOffline("file");
    }
  }

  // A frame asked for now is painted before the task that follows it.
  requestAnimationFrame(function () {
    setTimeout(function () {
      load(boot.dataset.scripts, null);
    }, 0);
  });

  // Paper has no folds: model answers and solutions are printed open, then closed again.
  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.prototype.slice.call(document.querySelectorAll("main details:not([open])"));
    opened.forEach(function (fold) {
      fold.open = true;
    });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (fold) {
      fold.open = false;
    });
  });

  if (document.readyState === "complete") {
    whenLoaded();
  } else {
    window.addEventListener("load", whenLoaded);
  }
})();
