// Reads the net logs that Chromium has written into a folder, and prints, with
// tabs between: who asked, what for, how often. `page` are requests that a page
// has begun, `browser` those of the browser itself. A log that holds the word
// named second is printed as `word`, with the event.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [dir, word] = process.argv.slice(2);
const asked = new Map();
const count = (...key) => asked.set(key.join("\t"), (asked.get(key.join("\t")) ?? 0) + 1);

for (const name of readdirSync(dir).filter((it) => /^net-.*\.json$/.test(it))) {
  const text = readFileSync(join(dir, name), "utf8");
  // A browser that was ended has not closed the list.
  const whole = text.trimEnd().endsWith("]}") || text.includes("],\n\"polledData\"");
  const log = JSON.parse(whole ? text : `${text.trimEnd().replace(/,$/, "")}]}`);
  const types = new Map(Object.entries(log.constants.logEventTypes).map(([key, id]) => [id, key]));
  count("log", name, log.events.length);
  for (const { type, params = {} } of log.events) {
    const event = types.get(type);
    if (event === "URL_REQUEST_START_JOB" && /^(http|ws)/.test(params.url)) {
      const to = new URL(params.url).origin;
      // The browser names no page where none has asked: for an address that is
      // opened, and for what it wants itself.
      const from = params.initiator === "not an origin" ? "" : (params.initiator ?? "");
      count(from ? "page" : "browser", from, to);
    }
    const sent = params.bytes ? Buffer.from(params.bytes, "base64").toString("latin1") : "";
    const headers = [params.headers ?? [], params.line ?? "", params.url ?? ""].flat().join("\n");
    if (word && (sent + headers).toLowerCase().includes(word)) count("word", event, params.url ?? "");
  }
}
for (const [key, n] of [...asked].sort()) console.log(`${key}\t${n}`);
