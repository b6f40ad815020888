// Writes a script with all that it imports as one classic script; what it exports is
// kept under a name:
// node bundle.mjs ENTRY [NAME]
import { createRequire } from "node:module";

const modules = process.env.NODE_PATH;
const { buildSync } = createRequire(modules + "/")("esbuild");

const { outputFiles } = buildSync({
  entryPoints: [process.argv[2]],
  bundle: true,
  write: false,
  format: "iife",
  globalName: process.argv[3],
  // Only a module knows where it lies.
  define: { "import.meta.url": "location.href" },
  minify: true,
  // The oldest browser that the page opens in.
  target: "chrome109",
  charset: "utf8",
  nodePaths: [modules],
  // The licence of what is imported stays with it.
  legalComments: "inline",
});
process.stdout.write(outputFiles[0].text);
