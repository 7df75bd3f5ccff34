(function (root, font) {
  root.dataset.script = "";
  try {
    var theme = localStorage.getItem("mirador:theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch (refused) {}
  if (location.protocol === "file:") return;
  var link = document.createElement("link");
  link.rel = "preload";
  link.as = "font";
  link.type = "font/woff2";
  link.crossOrigin = "";
  link.href = font;
  document.head.appendChild(link);
})(document.documentElement, document.currentScript.dataset.font);
