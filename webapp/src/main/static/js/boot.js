// Starts the page script once the page is painted, so that text and figures never wait for it.
// Hand-written, since it runs before any compiled code; everything else is Java in webapp.
(function () {
  "use strict";
  var boot = document.currentScript;
  var http = location.protocol === "http:" || location.protocol === "https:";

  function load(sources) {
    if (sources.length === 0) {
      window.main([]);
      return;
    }
    var script = document.createElement("script");
    script.src = sources[0];
    script.onload = function () {
      load(sources.slice(1));
    };
    document.head.appendChild(script);
  }

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

  function start() {
    load(boot.dataset.scripts.split(" "));
    if (http) {
      keepForOffline();
    } else {
      sayOffline("file");
    }
  }

  function afterPaint() {
    if ("requestIdleCallback" in window) {
      requestIdleCallback(start, { timeout: 1000 });
    } else {
      setTimeout(start, 50);
    }
  }

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
    afterPaint();
  } else {
    window.addEventListener("load", afterPaint);
  }
})();
