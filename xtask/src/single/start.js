// Unpacks the programs that lie in this file, and starts the page.
(() => {
  const text = (id) => document.getElementById(id).textContent;

  // The worker has this function too, as text: it must lean on nothing out here.
  const unpack = async (packed) => {
    // Seven bits a character; the three that a script cannot hold are told by a
    // number and take the next seven along (xtask/src/single/pack.rs).
    const bytes = new Uint8Array(parseInt(packed));
    let [held, bits, n] = [0, 0, 0];
    const take = (seven) => {
      held = (held << 7) | seven;
      bits += 7;
      if (bits >= 8) {
        bits -= 8;
        bytes[n++] = held >> bits;
        held &= (1 << bits) - 1;
      }
    };
    for (let at = packed.indexOf(":") + 1; at < packed.length; at++) {
      const code = packed.charCodeAt(at);
      if (code < 128) take(code);
      else {
        take([0, 13, 60][(code - 128) >> 7]);
        take(code & 127);
      }
    }
    // WebKit's blobs cannot be read in a worker of a local file.
    const stream = new DecompressionStream("gzip");
    const writer = stream.writable.getWriter();
    writer.write(bytes);
    writer.close();
    return new Response(stream.readable).arrayBuffer();
  };

  if (typeof DecompressionStream !== "function") {
    document.querySelector("#boot p").textContent =
      "这个浏览器太旧，打不开成文。请用 Chrome 或 Edge 109、Firefox 113、Safari 16.4 以上。 " +
      "This browser is too old to open Chengwen.";
    return;
  }

  // Where the page asks for the worker that writes documents (src/ui/exporter.rs).
  let exporter;
  window.chengwenWorker = () => {
    exporter ??= URL.createObjectURL(
      new Blob(
        [
          text("chengwen-worker-drawer"),
          text("chengwen-exporter-glue"),
          `;const unpack = ${unpack};`,
          // Its storages are guarded before its program begins.
          `chengwenKeys.then(() => unpack(${JSON.stringify(text("chengwen-exporter-wasm"))}))`,
          ".then((module_or_path) => wasm_bindgen({ module_or_path }))",
          // A rejection stays in the worker; an error reaches the page.
          ".catch((error) => setTimeout(() => { throw error; }));",
        ],
        { type: "text/javascript" },
      ),
    );
    const worker = new Worker(exporter);
    chengwenDrawer.lend(worker);
    return worker;
  };

  // The program begins when the drawer is open, and is unpacked meanwhile.
  Promise.all([unpack(text("chengwen-page-wasm")), chengwenDrawer.opened])
    .then(([module_or_path]) => wasm_bindgen.default({ module_or_path }))
    .then((wasm) => dispatchEvent(new CustomEvent("TrunkApplicationStarted", { detail: { wasm } })))
    .catch(reportError);
})();
