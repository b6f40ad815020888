// Finds elements by role and accessible name, as a screen reader would name
// them. A part of the name computation (accname 1.2): what this page uses.
window.__chengwen = (() => {
  const INPUTS = {
    button: "button", submit: "button", reset: "button", image: "button", file: "button",
    checkbox: "checkbox", radio: "radio", number: "spinbutton", range: "slider",
    search: "searchbox", hidden: "none", color: "none",
  };
  const TAGS = {
    BUTTON: "button", TEXTAREA: "textbox", OPTION: "option", NAV: "navigation", MAIN: "main",
    ASIDE: "complementary", UL: "list", OL: "list", LI: "listitem", TABLE: "table",
    TR: "row", TD: "cell", TH: "columnheader", IMG: "image", DIALOG: "dialog",
    OUTPUT: "status", FIELDSET: "group", DETAILS: "group", PROGRESS: "progressbar",
    P: "paragraph", ARTICLE: "article", SUMMARY: "button", METER: "meter", HR: "separator",
  };
  const FROM_CONTENT = new Set([
    "button", "link", "heading", "option", "cell", "columnheader", "rowheader", "row", "tab",
    "checkbox", "radio", "switch", "menuitem", "menuitemradio", "treeitem", "tooltip",
  ]);
  const ACTIVE = new Set([
    "button", "link", "textbox", "searchbox", "combobox", "listbox", "checkbox", "radio",
    "spinbutton", "slider", "switch", "tab", "menuitem", "treeitem",
  ]);
  const LANDMARKS = new Set([
    "region", "navigation", "dialog", "alertdialog", "main", "form", "group", "status", "alert",
    "table", "row", "radiogroup", "search", "complementary", "list", "toolbar", "banner",
  ]);
  const tidy = (text) => text.replace(/[\s\u00a0]+/g, " ").trim();

  function role(el) {
    const given = (el.getAttribute("role") || "").trim().split(/\s+/)[0];
    if (given) return given === "img" ? "image" : given;
    const tag = el.tagName;
    if (tag === "A" || tag === "AREA") return el.hasAttribute("href") ? "link" : "generic";
    if (/^H[1-6]$/.test(tag)) return "heading";
    if (tag === "INPUT") return INPUTS[el.type] || (el.list ? "combobox" : "textbox");
    if (tag === "SELECT") return el.multiple || el.size > 1 ? "listbox" : "combobox";
    if (tag === "SECTION" || tag === "FORM") {
      const named = el.hasAttribute("aria-label") || el.hasAttribute("aria-labelledby");
      return named ? (tag === "SECTION" ? "region" : "form") : "generic";
    }
    if (tag === "HEADER" || tag === "FOOTER") {
      const inner = el.closest("article, aside, main, nav, section");
      return inner ? "generic" : tag === "HEADER" ? "banner" : "contentinfo";
    }
    return TAGS[tag] || "generic";
  }

  function pseudo(el, which) {
    const content = getComputedStyle(el, which).content;
    const found = /^"((?:[^"\\]|\\.)*)"/.exec(content || "");
    return found ? found[1] : "";
  }

  // The text of an element as far as a name wants it; `skip` is the field that
  // a label names.
  function content(el, skip) {
    let text = pseudo(el, "::before");
    for (const node of el.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) { text += node.data; continue; }
      if (node.nodeType !== Node.ELEMENT_NODE || node === skip) continue;
      if (node.getAttribute("aria-hidden") === "true") continue;
      const style = getComputedStyle(node);
      if (style.display === "none" || style.visibility === "hidden") continue;
      const label = tidy(node.getAttribute("aria-label") || "");
      const inner = label || (node.tagName === "IMG" ? node.alt : content(node, skip));
      const apart = !/^inline$|^contents$/.test(style.display) || node.tagName === "BR";
      text += apart ? ` ${inner} ` : inner;
    }
    return text + pseudo(el, "::after");
  }

  function name(el) {
    const by = (el.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean);
    const named = by.map((id) => document.getElementById(id)).filter(Boolean);
    if (named.length) {
      const own = (it) => tidy(it.getAttribute("aria-label") || "") || tidy(content(it, el));
      return tidy(named.map(own).join(" "));
    }
    const label = tidy(el.getAttribute("aria-label") || "");
    if (label) return label;
    if (el.labels && el.labels.length) {
      return tidy([...el.labels].map((it) => tidy(content(it, el))).join(" "));
    }
    if (el.tagName === "INPUT" && /^(button|submit|reset)$/.test(el.type) && el.value) return tidy(el.value);
    if (el.tagName === "IMG" && el.alt) return tidy(el.alt);
    if (el.tagName === "FIELDSET") {
      const legend = el.querySelector(":scope > legend");
      if (legend) return tidy(content(legend, null));
    }
    if (el.tagName === "TABLE" && el.caption) return tidy(content(el.caption, null));
    if (FROM_CONTENT.has(role(el))) {
      const text = tidy(content(el, null));
      if (text) return text;
    }
    const rest = el.getAttribute("title") || el.getAttribute("placeholder");
    return tidy(rest || "");
  }

  function visible(el) {
    if (el.closest("[aria-hidden='true'], [inert]")) return false;
    return el.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false });
  }

  // The regions, dialogs, rows… of this name; the whole page when there is none.
  function scopes(within) {
    if (within === null) return [document.body];
    const all = [...document.querySelectorAll("*")];
    return all.filter((el) => LANDMARKS.has(role(el)) && visible(el) && name(el) === within);
  }

  // Tags that can have the role, so that long papers are not walked for a button.
  const CANDIDATES = {
    textbox: "input, textarea", searchbox: "input", spinbutton: "input", checkbox: "input",
    radio: "input", combobox: "select, input", button: "button, summary, input", link: "a, area",
    heading: "h1, h2, h3, h4, h5, h6", status: "output", option: "option",
  };

  function find(wanted, called, within, calm) {
    // The worker is about to draw something else.
    if (calm && document.querySelector("[data-busy]")) return [];
    const tags = CANDIDATES[wanted];
    const selector = tags ? `${tags}, [role='${wanted}']` : "*";
    const found = [];
    for (const scope of scopes(within)) {
      for (const el of scope.querySelectorAll(selector)) {
        if (role(el) !== wanted) continue;
        if (called !== null && name(el) !== called) continue;
        if (visible(el) && !found.includes(el)) found.push(el);
      }
    }
    return found;
  }

  // What there is, for whoever reads of a failure.
  function list(within) {
    const lines = [];
    for (const scope of scopes(within)) {
      for (const el of scope.querySelectorAll("*")) {
        const what = role(el);
        const shown = ACTIVE.has(what) || LANDMARKS.has(what) || what === "heading";
        if (!shown || !visible(el)) continue;
        const off = el.disabled ? " (disabled)" : "";
        lines.push(`${what} “${name(el).slice(0, 60)}”${off}`);
      }
    }
    return lines;
  }

  function active() {
    const all = [...document.querySelectorAll("*")];
    const found = all.filter((el) => ACTIVE.has(role(el)) && visible(el));
    return found.map((el) => [el, role(el), name(el)]);
  }

  // Puts the caret into a field with all of its text selected.
  function select(el) {
    el.scrollIntoView({ block: "center" });
    el.focus();
    if (el.select) el.select();
    else getSelection().selectAllChildren(el);
  }

  // Replaces what is selected, as a paste does.
  function paste(text) {
    document.execCommand(text ? "insertText" : "delete", false, text);
  }

  return { find, list, active, role, name, select, paste, scopes };
})();
