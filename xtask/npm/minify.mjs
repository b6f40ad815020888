// Makes the scripts, styles and programs of a built page small and the styles one file:
// node minify.mjs FOLDER
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const modules = process.env.NODE_PATH;
const { transformSync } = createRequire(modules + "/")("esbuild");
const FEATURES =
  "bulk-memory nontrapping-float-to-int sign-ext mutable-globals reference-types multivalue";

// Leptos brings streams that the page does not use; as exports of the library they
// would stay.
const UNUSED = /intounderlying/i;

// In this order they leave what packs best: tried on the page, 0.1 percent.
const PASSES = ["--precompute-propagate", "--simplify-locals", "-Oz"];
const STRIPPED = ["--strip-producers", "--strip-debug", "--strip-target-features"];

const folder = process.argv[2];
for (const name of readdirSync(folder)) {
  const file = join(folder, name);
  const loader = name.split(".").pop();
  if (loader === "wasm") {
    const whole = readFileSync(file);
    const without = withoutExports(whole, UNUSED);
    if (without.length === whole.length) continue;
    writeFileSync(file, without);
    // Nothing names these functions any more, so they go.
    const features = FEATURES.split(" ").map((it) => `--enable-${it}`);
    const opt = join(modules, "binaryen/bin/wasm-opt");
    execFileSync(process.execPath, [opt, ...features, ...PASSES, ...STRIPPED, file, "-o", file]);
  }
  // The service worker has gaps to be filled in, and is read by people.
  if (!["js", "css"].includes(loader) || name === "sw.js") continue;
  // The oldest browser that the page opens in.
  const options = { loader, minify: true, target: "chrome109", charset: "utf8" };
  const text = readFileSync(file, "utf8");
  writeFileSync(file, transformSync(loader === "js" ? withoutClasses(text) : text, options).code);
}

inOneFile();

// Puts the styles, in the order of the page, into one file: together they pack a
// quarter better than by themselves.
function inOneFile() {
  const page = join(folder, "index.html");
  const link = /<link rel="stylesheet" href="\.\/([^"]+)"\s*\/?>\s*/g;
  const html = readFileSync(page, "utf8");
  const names = [...html.matchAll(link)].map((it) => it[1]);
  const styles = names.map((it) => readFileSync(join(folder, it), "utf8")).join("");
  const name = `style-${createHash("sha256").update(styles).digest("hex").slice(0, 16)}.css`;
  for (const it of names) rmSync(join(folder, it));
  writeFileSync(join(folder, name), styles);
  let n = 0;
  const one = `<link rel="stylesheet" href="./${name}"/>`;
  writeFileSync(page, html.replace(link, () => (n++ === 0 ? one : "")));
}

// A script of wasm-bindgen without the classes of these names, each of which is a
// class, a registry of what it holds, and a line about its end.
function withoutClasses(text) {
  const class_ = /^export class (\w+) \{$[^]*?^\}$/gm;
  const registry = /^const (\w+)Finalization = [^]*?;$/gm;
  const end = /^if \(Symbol\.dispose\) (\w+)\..*$/gm;
  const drop = (all, name) => (UNUSED.test(name) ? "" : all);
  return [class_, registry, end].reduce((it, pattern) => it.replace(pattern, drop), text);
}

// A program without the exports of these names.
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
