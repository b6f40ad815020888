// Brings every text that is kept into the form that the lock asks for: sealed with
// the newest key, or open. It is done each time the page is opened, before the page
// begins. So what was interrupted is finished, and what another tab has written in
// the old form meanwhile does not stay.
import { asked, connect, ended } from "./database.js";

const PREFIX = "chengwen:";
// Asked for before the passphrase is known.
const OPEN = new Set(["chengwen:setting:language"]);
const TEXTS = "texts";
// So many texts are one transaction.
const BATCH = 25;

export const isOurs = (key) => String(key).startsWith(PREFIX) && !OPEN.has(key);

const turned = (ring, text) => {
  const plain = ring.open(text);
  // What no key opens is left as it is.
  if (ring.isSealed(plain)) return text;
  return ring.isOn ? ring.seal(plain) : plain;
};

const quick = (ring) => {
  let nLeft = 0;
  for (const key of Object.keys(localStorage).filter(isOurs)) {
    const text = localStorage.getItem(key);
    if (ring.isRight(text)) continue;
    try {
      localStorage.setItem(key, turned(ring, text));
    } catch {
      // A sealed text is longer, and the storage may be full.
      nLeft += 1;
    }
  }
  return nLeft;
};

const durable = async (ring) => {
  const database = await connect("chengwen").catch(() => null);
  if (!database) return;
  try {
    const keys = await asked(database.transaction(TEXTS).objectStore(TEXTS).getAllKeys());
    for (let from = 0; from < keys.length; from += BATCH) {
      const writing = database.transaction(TEXTS, "readwrite", { durability: "strict" });
      const store = writing.objectStore(TEXTS);
      for (const key of keys.slice(from, from + BATCH)) {
        const get = store.get(key);
        get.onsuccess = () => {
          const text = get.result;
          if (typeof text !== "string" || ring.isRight(text)) return;
          store.put(turned(ring, text), key);
        };
      }
      await ended(writing);
    }
  } finally {
    database.close();
  }
};

// Gives the number of texts that had to stay as they were.
export const sweep = async (ring) => {
  let nLeft = 0;
  try {
    nLeft += quick(ring);
  } catch {
    // A storage that is blocked holds nothing.
  }
  await durable(ring).catch(() => (nLeft += 1));
  return nLeft;
};
