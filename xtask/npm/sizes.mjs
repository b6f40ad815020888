// Prints name, raw, gzip and brotli bytes of each file that the first visit to
// a built page loads, one line per file with tabs between.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const dir = process.argv[2];
const names = readdirSync(dir, { recursive: true }).filter((name) => /\.(html|wasm|js|css)$/.test(name)).sort();
for (const name of names) {
  const bytes = readFileSync(join(dir, name));
  const brotli = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  const gzip = gzipSync(bytes, { level: 9 });
  console.log([name, bytes.length, gzip.length, brotli.length].join("\t"));
}
