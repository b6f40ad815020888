// Makes the scripts, styles and programs of a built page small:
// node minify.mjs FOLDER
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const modules = process.env.NODE_PATH;
const { transformSync } = createRequire(modules + "/")("esbuild");
const FEATURES =
  "bulk-memory nontrapping-float-to-int sign-ext mutable-globals reference-types multivalue";

const folder = process.argv[2];
for (const name of readdirSync(folder)) {
  const file = join(folder, name);
  const loader = name.split(".").pop();
  if (loader === "wasm") {
    const whole = readFileSync(file);
    const without = withoutExports(whole, /intounderlying/);
    if (without.length === whole.length) continue;
    writeFileSync(file, without);
    // Nothing names these functions any more, so they go.
    const features = FEATURES.split(" ").map((it) => `--enable-${it}`);
    const opt = join(modules, "binaryen/bin/wasm-opt");
    execFileSync(process.execPath, [opt, "-Oz", ...features, file, "-o", file]);
  }
  // The service worker has gaps to be filled in, and is read by people.
  if (!["js", "css"].includes(loader) || name === "sw.js") continue;
  // The oldest browser that the page opens in.
  const options = { loader, minify: true, target: "chrome109", charset: "utf8" };
  writeFileSync(file, transformSync(readFileSync(file, "utf8"), options).code);
}

// A program without the exports of these names. Leptos brings streams that the
// page does not use; as exports of the library they would stay.
function withoutExports(bytes, names) {
  const number = (at) => {
    let value = 0;
    for (let shift = 0; ; shift += 7, at++) {
      value += (bytes[at] & 127) * 2 ** shift;
      if (bytes[at] < 128) return [value, at + 1];
    }
  };
  const coded = (value) => {
    const out = [];
    for (; value > 127; value = Math.floor(value / 128)) out.push((value % 128) | 128);
    return Buffer.from([...out, value]);
  };
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at < bytes.length; ) {
    const [size, start] = number(at + 1);
    const end = start + size;
    if (bytes[at] !== 7) {
      parts.push(bytes.subarray(at, end));
    } else {
      let [count, next] = number(start);
      const kept = [];
      for (; count > 0; count--) {
        const [length, text] = number(next);
        const [, after] = number(text + length + 1);
        const name = bytes.toString("utf8", text, text + length);
        if (!names.test(name)) kept.push(bytes.subarray(next, after));
        next = after;
      }
      const body = Buffer.concat([coded(kept.length), ...kept]);
      parts.push(Buffer.from([7]), coded(body.length), body);
    }
    at = end;
  }
  return Buffer.concat(parts);
}
