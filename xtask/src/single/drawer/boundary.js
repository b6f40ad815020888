// Where texts pass between the page and the browser's storages: what goes out is
// sealed, what comes in is opened. The page knows nothing of it.
import { isOurs } from "./sweep.js";

// In the page and in its worker.
export const guardDatabases = (ring) => {
  const store = IDBObjectStore.prototype;
  const put = store.put;
  store.put = function (value, ...key) {
    const isText = typeof value === "string" && this.transaction.db.name === "chengwen";
    return put.call(this, isText ? ring.seal(value) : value, ...key);
  };
  const opened = (it) => (Array.isArray(it) ? it.map(ring.open) : ring.open(it));
  for (const [prototype, name] of [
    [IDBRequest.prototype, "result"],
    [IDBCursorWithValue.prototype, "value"],
  ]) {
    const found = Object.getOwnPropertyDescriptor(prototype, name);
    const get = function () {
      return opened(found.get.call(this));
    };
    Object.defineProperty(prototype, name, { ...found, get });
  }
};

// In the page: workers have no such storage.
export const guardTexts = (ring) => {
  const found = Object.getOwnPropertyDescriptor(window, "localStorage");
  const put = (real, key, text) => real.setItem(key, isOurs(key) ? ring.seal(`${text}`) : text);
  const stand = {
    get(real, name) {
      if (name === "setItem") return (key, text) => put(real, key, text);
      if (name === "getItem") return (key) => ring.open(real.getItem(key));
      const it = real[name];
      return typeof it === "function" ? it.bind(real) : ring.open(it);
    },
    set(real, name, text) {
      put(real, name, text);
      return true;
    },
  };
  let last;
  Object.defineProperty(window, "localStorage", {
    configurable: true,
    enumerable: true,
    // Where the storage is blocked this throws, as the browser's own does.
    get() {
      const real = found.get.call(window);
      if (last?.real !== real) last = { real, stand: new Proxy(real, stand) };
      return last.stand;
    },
  });
};
