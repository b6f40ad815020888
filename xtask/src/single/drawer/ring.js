// The keys that texts are sealed with, and how a sealed text looks in a storage.
//
// Sealing is synchronous, which WebCrypto is not: what the page writes while it
// closes is written before the call returns, and a transaction of IndexedDB is
// over before a promise is kept.
import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";

// What a sealed text begins with: the form, and the key's name. No text of the
// page begins so.
const MARK = "chengwen-sealed 1 ";
const NONCE = 24;
// Fourteen bits make one character of this block, so that a sealed text takes a
// seventh more of a storage that counts characters, whatever is in it.
const FIRST = 0x4e00;
const BITS = 14;

export const random = (n) => crypto.getRandomValues(new Uint8Array(n));

export const joined = (a, b) => {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
};

// Sixteen-bit units as characters, and back. The last character is filled up with
// less than sixteen bits, so their number is known again.
const written = (units) => {
  const out = new Uint16Array(Math.ceil((units.length * 16) / BITS));
  let [held, n, at] = [0, 0, 0];
  for (const unit of units) {
    held = (held << 16) | unit;
    n += 16;
    while (n >= BITS) {
      n -= BITS;
      out[at++] = FIRST + (held >>> n);
      held &= (1 << n) - 1;
    }
  }
  if (n) out[at] = FIRST + (held << (BITS - n));
  return text(out);
};
const read = (characters) => {
  const out = new Uint16Array(Math.floor((characters.length * BITS) / 16));
  let [held, n, at] = [0, 0, 0];
  for (let i = 0; i < characters.length; i++) {
    const bits = characters.charCodeAt(i) - FIRST;
    if (bits < 0 || bits >= 1 << BITS) return null;
    held = (held << BITS) | bits;
    n += BITS;
    if (n >= 16) {
      n -= 16;
      out[at++] = held >>> n;
      held &= (1 << n) - 1;
    }
  }
  return out;
};
const text = (units) => {
  const parts = [];
  // A call takes so many arguments and no more.
  for (let i = 0; i < units.length; i += 8192) {
    parts.push(String.fromCharCode.apply(null, units.subarray(i, i + 8192)));
  }
  return parts.join("");
};
const units = (text) => Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
const bytes = (units) => new Uint8Array(units.buffer, units.byteOffset, units.byteLength);

// `keys` are the names and bytes of all keys there ever were, the newest last: a
// text that another tab sealed with an older one can still be read.
export const ring = (keys, isOn) => {
  const all = new Map(keys);
  const [newest, key] = keys.at(-1);
  const isSealed = (it) => typeof it === "string" && it.startsWith(MARK);
  return {
    keys,
    isOn,
    isSealed,
    // Whether the text is as all texts are to be.
    isRight: (it) => (isOn ? it.startsWith(`${MARK}${newest} `) : !isSealed(it)),
    seal(it) {
      const nonce = random(NONCE);
      const box = xchacha20poly1305(key, nonce).encrypt(bytes(units(it)));
      return `${MARK}${newest} ${written(new Uint16Array(joined(nonce, box).buffer))}`;
    },
    // What is not sealed is itself; what cannot be opened stays as it is, so that
    // nobody takes it for nothing.
    open(it) {
      if (!isSealed(it)) return it;
      try {
        const [name, body] = it.slice(MARK.length).split(" ");
        const box = bytes(read(body));
        const plain = xchacha20poly1305(all.get(name), box.slice(0, NONCE)).decrypt(box.slice(NONCE));
        return text(new Uint16Array(plain.slice().buffer));
      } catch {
        return it;
      }
    },
  };
};
