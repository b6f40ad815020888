// Notes the errors of a page where the driver cannot tell them. They are kept
// over a reload.
(() => {
  const KEY = "chengwen-tests:errors";
  const note = (text) => {
    const found = JSON.parse(sessionStorage.getItem(KEY) || "[]");
    sessionStorage.setItem(KEY, JSON.stringify([...found, text]));
  };
  const log = console.error;
  console.error = (...parts) => {
    note(parts.map(String).join(" "));
    log.apply(console, parts);
  };
  addEventListener("error", (event) => {
    const it = event.target;
    note(event.message || `not loaded: ${it && (it.src || it.href)}`);
  }, true);
  addEventListener("unhandledrejection", (event) => note(`rejected: ${event.reason}`));
  document.addEventListener("securitypolicyviolation", (event) => {
    note(`policy ${event.violatedDirective}: ${event.blockedURI}`);
  });
})();
