(function (root) {
  root.dataset.script = "";
  try {
    var theme = localStorage.getItem("mirador:theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch (refused) {}
})(document.documentElement);
