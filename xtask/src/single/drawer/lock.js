// What the passphrase opens: the keys, sealed with a key that WebCrypto makes of
// the passphrase. The record lies in both storages, beside the texts and not among
// them, so that the loss of one storage loses no key, and no backup takes it along.
//
// A change of the passphrase, or its end, writes this record and nothing else; the
// texts follow when the page is opened the next time (`sweep.js`). The record keeps
// every key that there ever was. So whatever is interrupted, and whatever another
// tab still writes, can be read.
import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";

import { joined, random, ring } from "./ring.js";
import { asked, connect, ended } from "./database.js";

const NAME = "chengwen-lock";
const STORE = "lock";
const ROUNDS = 600_000;
// A record that asks for more is not ours.
const MOST_ROUNDS = 10_000_000;

const base64 = (bytes) => btoa(String.fromCharCode(...bytes));
const bytes = (text) => Uint8Array.from(atob(text), (it) => it.charCodeAt(0));

// The key that a passphrase gives, and what else must fit.
const cipher = async ({ salt, rounds, n }, passphrase, nonce) => {
  if (!(rounds <= MOST_ROUNDS)) throw new Error("not ours");
  const typed = new TextEncoder().encode(passphrase.normalize("NFKC"));
  const base = await crypto.subtle.importKey("raw", typed, "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt: bytes(salt), iterations: rounds };
  const key = new Uint8Array(await crypto.subtle.deriveBits(how, base, 256));
  return xchacha20poly1305(key, nonce, new TextEncoder().encode(`${NAME} 1 ${n} ${rounds} ${salt}`));
};
const listed = (keys) => JSON.stringify(keys.map(([name, key]) => [name, base64(key)]));
const unlisted = (text) => JSON.parse(text).map(([name, key]) => [name, bytes(key)]);

const parsed = (text) => {
  try {
    const record = JSON.parse(text);
    return record?.lock === 1 ? record : null;
  } catch {
    return null;
  }
};
const quick = () => {
  try {
    return localStorage.getItem(NAME);
  } catch {
    return null;
  }
};
const durable = async () => {
  try {
    const database = await connect(NAME);
    const get = database.transaction(STORE).objectStore(STORE).get(STORE);
    return await asked(get).finally(() => database.close());
  } catch {
    return null;
  }
};

// The records of both storages, the newest first.
export const records = async () => {
  const found = [quick(), await durable()].map(parsed).filter(Boolean);
  return found.sort((a, b) => b.n - a.n);
};

// The keys of a record; null where the passphrase is not that of the record.
export const opened = async (record, passphrase) => {
  if (!record.on) return ring(unlisted(record.keys), false);
  try {
    const box = bytes(record.box);
    const found = await cipher(record, passphrase, box.slice(0, 24));
    return ring(unlisted(new TextDecoder().decode(found.decrypt(box.slice(24)))), true);
  } catch {
    return null;
  }
};

// A record in which these keys are sealed with this passphrase; without one, open.
export const made = async (n, keys, passphrase) => {
  if (passphrase === null) return { lock: 1, n, on: false, keys: listed(keys) };
  const record = { lock: 1, n, on: true, rounds: ROUNDS, salt: base64(random(16)) };
  const nonce = random(24);
  const box = (await cipher(record, passphrase, nonce)).encrypt(new TextEncoder().encode(listed(keys)));
  return { ...record, box: base64(joined(nonce, box)) };
};
export const newKey = () => [base64(random(6)), random(32)];

// Writes the record into both storages, or leaves both as they were.
export const keep = async (record) => {
  const text = JSON.stringify(record);
  const before = quick();
  localStorage.setItem(NAME, text);
  try {
    const database = await connect(NAME, STORE);
    const writing = database.transaction(STORE, "readwrite", { durability: "strict" });
    writing.objectStore(STORE).put(text, STORE);
    await ended(writing).finally(() => database.close());
  } catch (error) {
    if (before === null) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, before);
    throw error;
  }
};
