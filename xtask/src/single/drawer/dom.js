// Elements and words, for the two screens of the drawer.
import WORDS from "../words.json";

export const words = (language) => WORDS[language] ?? WORDS["zh-CN"];

export const add = (parent, tag, text, more) =>
  parent.appendChild(Object.assign(document.createElement(tag), { textContent: text ?? "", ...more }));

// A dialog with a heading, which a screen reader reads out with what it is about.
export const dialog = (name, language, title, why) => {
  const box = add(document.body, "dialog", "", { lang: language });
  box.style.cssText =
    "width:min(34em,calc(100vw - 32px));padding:24px;border:1px solid var(--line-2);" +
    "border-radius:var(--r);line-height:1.7;color:var(--ink);background:var(--paper)";
  box.setAttribute("aria-labelledby", `${name}-title`);
  box.setAttribute("aria-describedby", `${name}-why`);
  add(box, "h1", title, { id: `${name}-title` }).style.cssText = "font-size:20px;margin-bottom:8px";
  add(box, "p", why, { id: `${name}-why` });
  const form = add(box, "form", "", { noValidate: true });
  return { box, form };
};

// A field for a passphrase with its name above it.
export const field = (form, id, name, autocomplete) => {
  const row = add(form, "p");
  row.style.cssText = "margin-top:16px;display:grid;gap:4px";
  add(row, "label", name, { htmlFor: id });
  const input = add(row, "input", "", { id, type: "password", autocomplete });
  input.style.cssText =
    "min-height:36px;padding:4px 10px;border:1px solid var(--ink-3);border-radius:var(--r);" +
    "background:var(--paper)";
  return input;
};

// Where a form says what is wrong; it is there before it speaks, so that it is heard.
export const complaint = (form, id) => {
  const line = add(form, "p", "", { id });
  line.setAttribute("role", "alert");
  line.style.cssText = "margin-top:8px;min-height:1.7em;color:var(--seal-ink)";
  return (text, input) => {
    line.textContent = text;
    for (const it of form.querySelectorAll("input")) {
      if (it === input) it.setAttribute("aria-invalid", "true");
      else it.removeAttribute("aria-invalid");
    }
    if (input) {
      input.setAttribute("aria-describedby", id);
      input.focus();
      input.select();
    }
  };
};

export const row = (form) => {
  const it = add(form, "p");
  it.style.cssText = "margin-top:8px;display:flex;flex-wrap:wrap;gap:8px";
  return it;
};
