// Prints what each wasm of a built page imports, one line per import: the file,
// a tab, the name as wasm-bindgen wrote it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const dir = process.argv[2];
for (const name of readdirSync(dir).filter((name) => name.endsWith(".wasm")).sort()) {
  const module = new WebAssembly.Module(readFileSync(join(dir, name)));
  for (const it of WebAssembly.Module.imports(module)) console.log(`${name}\t${it.name}`);
}
