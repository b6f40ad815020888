// The locked drawer of the page in one file: before the program begins, the
// passphrase is asked for, if there is one, and the storages are guarded.
import { guardDatabases, guardTexts } from "./boundary.js";
import { Channel } from "./channel.js";
import { keep, opened, records } from "./lock.js";
import { offer } from "./offer.js";
import { askFor } from "./screens.js";
import { sweep } from "./sweep.js";

const drawn = new Promise((done) => {
  addEventListener("DOMContentLoaded", done, { capture: true, once: true });
});

const open = async () => {
  const found = await records();
  await drawn;
  if (!found.length) return null;
  const [newest, other] = found;
  // Either storage may have been emptied on its own.
  const mend = () => other?.n === newest.n || keep(newest).catch(() => {});
  // A change that was interrupted has left two records; either passphrase will do.
  const attempt = async (passphrase) => {
    for (const record of found) {
      const keys = record.on && (await opened(record, passphrase));
      if (keys && record === newest) await mend();
      if (keys) return keys;
    }
    return null;
  };
  if (!newest.on) {
    const keys = await opened(newest);
    await mend();
    return { keys, nLeft: await sweep(keys) };
  }
  return askFor(attempt, async (keys) => {
    const nLeft = await sweep(keys);
    guardTexts(keys);
    guardDatabases(keys);
    return { keys, nLeft };
  });
};

// A test may have put another one in its place.
if (/native code/.test(window.BroadcastChannel)) window.BroadcastChannel = Channel;

const drawer = open();
window.chengwenDrawer = {
  opened: drawer,
  // Gives a new worker the keys, or the word that there are none.
  lend(worker) {
    drawer.then((it) => worker.postMessage({ keys: it?.keys.isOn && it.keys.keys }));
  },
};
drawer.then(offer);

// The page on which everything is saved reads the storages, too: it waits.
if (location.hash === "#/rescue") {
  const hold = (ev) => {
    ev.stopImmediatePropagation();
    drawer.then(() => dispatchEvent(new Event("DOMContentLoaded")));
  };
  addEventListener("DOMContentLoaded", hold, { capture: true, once: true });
}
