// IndexedDB by promises, for what is done before the page has begun.

const PATIENCE_MS = 5000;

export const asked = (request) =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });

export const ended = (transaction) =>
  new Promise((done, failed) => {
    transaction.oncomplete = done;
    transaction.onabort = () => failed(transaction.error);
  });

// A database that is there; or, with the name of its store, a new one.
export const connect = (name, store) =>
  new Promise((done, failed) => {
    setTimeout(failed, PATIENCE_MS);
    const open = indexedDB.open(name);
    open.onupgradeneeded = () => {
      if (store) open.result.createObjectStore(store);
      else open.transaction.abort();
    };
    open.onerror = () => failed(open.error);
    open.onsuccess = () => {
      // Nobody who changes the database waits for this.
      open.result.onversionchange = () => open.result.close();
      done(open.result);
    };
  });
