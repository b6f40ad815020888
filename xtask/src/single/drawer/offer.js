// The offer of a passphrase below the list of drafts, and the form in which it is
// set, changed and taken off.
import { add, complaint, dialog, field, row, words } from "./dom.js";
import { keep, made, newKey, opened, records } from "./lock.js";

const LEAST = 8;

// Writes a new record, after which the page begins anew: the texts follow then.
const change = async (keys, passphrase) => {
  const [newest] = await records();
  const all = passphrase === null ? keys : [...keys, newKey()];
  await keep(await made((newest?.n ?? 0) + 1, all, passphrase));
  location.reload();
};

const show = (language, drawer) => {
  const said = words(language);
  const isOn = Boolean(drawer?.keys.isOn);
  const title = isOn ? said.change_title : said.set_title;
  const { box, form } = dialog("lock", language, title, said.note);
  const current = isOn && field(form, "lock-current", said.current, "current-password");
  const fresh = field(form, "lock-fresh", said.fresh, "new-password");
  const again = field(form, "lock-again", said.again, "new-password");
  const complain = complaint(form, "lock-wrong");
  const buttons = row(form);
  add(buttons, "button", said.keep, { type: "submit", className: "primary" });
  const takeOff = isOn && add(buttons, "button", said.take_off, { type: "button" });
  add(buttons, "button", said.cancel, { type: "button", onclick: () => box.close() });
  box.onclose = () => box.remove();

  // The keys, when the passphrase that holds now is right.
  const known = async () => {
    if (!isOn) return drawer?.keys.keys ?? [];
    const [newest] = await records();
    return (newest && (await opened(newest, current.value)))?.keys;
  };
  let isBusy = false;
  const go = async (isOff) => {
    const passphrase = fresh.value;
    if (isBusy) return;
    if (!isOff && [...passphrase].length < LEAST) return complain(said.short, fresh);
    if (!isOff && passphrase !== again.value) return complain(said.differ, again);
    isBusy = true;
    try {
      const keys = await known();
      if (!keys) return complain(said.wrong, current);
      await change(keys, isOff ? null : passphrase);
    } catch {
      complain(said.failed, fresh);
    } finally {
      isBusy = false;
    }
  };
  form.onsubmit = (ev) => {
    ev.preventDefault();
    go(false);
  };
  if (takeOff) takeOff.onclick = () => go(true);
  box.showModal();
};

export const offer = (drawer) => {
  // Where the browser has no ciphers there is nothing to offer.
  if (!crypto.subtle) return;
  const area = document.createElement("aside");
  area.className = "home";
  area.style.paddingTop = "0";
  const isOn = Boolean(drawer?.keys.isOn);
  const draw = () => {
    const language = document.documentElement.lang;
    const said = words(language);
    area.textContent = "";
    area.setAttribute("aria-label", said.area);
    add(area, "p", isOn ? said.is_set : said.why);
    if (drawer?.nLeft) add(area, "p", said.left.replace("{n}", drawer.nLeft));
    const button = add(add(area, "p"), "button", isOn ? said.change : said.set, { type: "button" });
    button.style.marginTop = "8px";
    button.onclick = () => show(language, drawer);
  };
  // Home is where it stands; the program changes the screen as it likes.
  const place = () => {
    area.hidden = !/^#?\/?$/.test(location.hash);
    // Behind the program's own screens, for those who go from one to the next by key.
    const last = [...document.body.children].findLast((it) => it.tagName !== "DIALOG");
    if (last !== area) document.body.append(area);
  };
  const begin = () => {
    draw();
    place();
    new MutationObserver(draw).observe(document.documentElement, { attributeFilter: ["lang"] });
    new MutationObserver(place).observe(document.body, { childList: true });
    addEventListener("hashchange", place);
  };
  addEventListener("TrunkApplicationStarted", begin, { once: true });
  // In another tab the passphrase has become another one.
  addEventListener("storage", ({ key }) => {
    if (key === "chengwen-lock") location.reload();
  });
};
