// Starts the exporter, which writes documents beside the page (src/exporter.rs).
importScripts("./chengwen-exporter.js");
wasm_bindgen({ module_or_path: "./chengwen-exporter_bg.wasm" })
  // A rejection stays in the worker; an error reaches the page.
  .catch((error) => setTimeout(() => { throw error; }));
