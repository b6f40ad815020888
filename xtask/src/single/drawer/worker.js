// The worker's end of the drawer: it gets the keys before anything else, or hears
// that there are none. Only then its program begins.
import { guardDatabases } from "./boundary.js";
import { ring } from "./ring.js";

self.chengwenKeys = new Promise((done) => {
  const take = ({ data }) => {
    if (data.keys) guardDatabases(ring(data.keys, true));
    done();
  };
  addEventListener("message", take, { once: true });
});
