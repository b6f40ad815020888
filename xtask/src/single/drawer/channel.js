// What tabs hear of each other by. Each local file is an origin of its own to a
// BroadcastChannel, though all of them share one storage: so the storage carries the
// words, which are ids and nothing that was written.
const KEY = "chengwen-channel";

export class Channel {
  constructor(name) {
    this.name = name;
    this.onmessage = null;
    this.hear = ({ key, newValue }) => {
      if (key !== KEY || !newValue) return;
      const [channel, data] = JSON.parse(newValue);
      if (channel === name) this.onmessage?.(new MessageEvent("message", { data }));
    };
    addEventListener("storage", this.hear);
  }
  postMessage(data) {
    try {
      // The number makes the same word news when it is said again.
      localStorage.setItem(KEY, JSON.stringify([this.name, data, Math.random()]));
    } catch {
      // A storage that is full or blocked carries nothing; no draft depends on it.
    }
  }
  close() {
    removeEventListener("storage", this.hear);
  }
}
