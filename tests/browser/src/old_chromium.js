// Runs a function in the page as WebDriver would: elements go in and out as
// names, and the answer is one value or the word for what went wrong.
async (run, args, later) => {
  const KEY = "element-6066-11e4-a52e-4f735466cecf";
  const held = window.__chengwenHeld || (window.__chengwenHeld = {
    document: Math.random().toString(36).slice(2), list: [], places: new Map(),
  });
  class Stale extends Error {}
  const each = (value, change) =>
    Object.fromEntries(Object.entries(value).map(([key, it]) => [key, change(it)]));
  const take = (value) => {
    if (Array.isArray(value)) return value.map(take);
    if (value === null || typeof value !== "object") return value;
    if (!(KEY in value)) return each(value, take);
    const [document, place] = value[KEY].split("-");
    const found = document === held.document ? held.list[place] : undefined;
    if (!found || !found.isConnected) throw new Stale("the element is gone");
    return found;
  };
  const give = (value) => {
    if (value === null || value === undefined || typeof value === "function") return null;
    if (typeof value !== "object") return value;
    if (value instanceof Element) {
      if (!held.places.has(value)) held.places.set(value, held.list.push(value) - 1);
      return { [KEY]: `${held.document}-${held.places.get(value)}` };
    }
    if (Array.isArray(value) || value instanceof NodeList) return [...value].map(give);
    if (typeof value.toJSON === "function") return give(value.toJSON());
    return each(value, give);
  };
  try {
    const taken = args.map(take);
    if (!later) return { value: give(run.apply(window, taken)) };
    const answer = await new Promise((done, fail) => {
      setTimeout(() => fail(new Error("the script takes too long")), 120000);
      run.apply(window, [...taken, done]);
    });
    return { value: give(answer) };
  } catch (error) {
    const word = error instanceof Stale ? "stale element reference" : "javascript error";
    return { error: error.word || word, message: String(error) };
  }
}
