// What the page has when its program stops: a plain script that runs before the
// program and needs nothing of it. It keeps what is typed, shows the page on which
// the author takes it away, and speaks with the service worker. `src/ui/rescue.rs`
// is the program's end of it.
//
// It lies in the page itself. The build strips these lines, which must therefore
// stand alone, and fills in the next one from the group "rescue" of `locales/`.
(() => {
  const WORDS = {};
  const PREFIX = "chengwen:";
  const RESCUE = "#/rescue";
  const asked = location.hash === RESCUE;
  const workers = navigator.serviceWorker;
  const tab = crypto.getRandomValues(new Uint32Array(1))[0].toString(16).padStart(8, "0");
  const journal = `typing:${tab}`;
  let draft = null;
  let revision = 0;
  // The newest text of each field since everything was kept last.
  let fields = {};
  let box;
  let registration;

  // Storage throws where it is blocked, broken or full.
  const attempt = (act) => {
    try {
      return act();
    } catch {}
  };
  // As `src/store/journal.rs` reads it.
  const typed = () =>
    [draft, revision, ...Object.entries(fields).flat()]
      .map((it) => `${it}`.replaceAll("\x1f", ""))
      .join("\x1f");
  const hasTyped = () => Object.keys(fields).length;
  const write = () => {
    // Where drafts are enciphered, nothing is written in plain.
    if (hasTyped() && !rescue.secret) {
      attempt(() => localStorage.setItem(PREFIX + journal, typed()));
    }
  };
  const speech = () => {
    const language = attempt(() => localStorage[PREFIX + "setting:language"]);
    return WORDS[language] ? [language, WORDS[language]] : ["zh-CN", WORDS["zh-CN"]];
  };
  const byId = (id) => document.getElementById(id);
  const add = (parent, tag, text = "", more) =>
    parent.appendChild(Object.assign(document.createElement(tag), { textContent: text }, more));

  const record = ({ target, isComposing }) => {
    if (draft === null || box || isComposing) return;
    if (!/^text/.test(target.type) || !target.closest("#form")) return;
    let { id, value } = target;
    const grid = target.closest("table");
    if (grid) {
      // The text of a table is that of its cells; the first has the field's id.
      const rows = [...grid.rows].map((row) => [...row.querySelectorAll("input")]);
      id = rows[0][0].id;
      value = rows.map((row) => row.map((it) => it.value).join("\t")).join("\n");
    }
    if (id) fields[id] = value;
    write();
  };
  addEventListener("input", record, true);
  addEventListener("compositionend", record, true);

  // All stored texts, by their keys without the prefix.
  const stored = async () => {
    const texts = {};
    await new Promise((done) => {
      setTimeout(done, 2000);
      const open = indexedDB.open("chengwen");
      open.onupgradeneeded = () => open.transaction.abort();
      open.onerror = done;
      open.onsuccess = () =>
        attempt(() => {
          const cursors = open.result.transaction("texts").objectStore("texts").openCursor();
          cursors.onerror = done;
          cursors.onsuccess = () => {
            const cursor = cursors.result;
            if (!cursor) return done();
            texts[cursor.key] = cursor.value;
            cursor.continue();
          };
          return true;
        }) || done();
    }).catch(() => {});
    attempt(() => {
      for (const key of Object.keys(localStorage)) {
        if (!key.startsWith(PREFIX)) continue;
        let name = key.slice(PREFIX.length);
        // Both are kept where version 0.1 and a later one wrote different texts.
        if (name in texts && texts[name] !== localStorage[key]) name += ":00000000";
        texts[name] = localStorage[key];
      }
    });
    if (hasTyped()) texts[journal] = typed();
    return texts;
  };

  // What a person reads of it: names and texts, what was typed last before the rest.
  const readable = (texts, words) => {
    const parts = [];
    const newest = {};
    for (const [key, text] of Object.entries(texts)) {
      const [sort, id] = key.split(":");
      if (sort === "typing") {
        const found = text.split("\x1f").slice(2);
        while (found.length) {
          const label = byId(found.shift())?.labels?.[0];
          parts.push([label ? label.textContent : words.typed, found.shift()]);
        }
      }
      const number = +text.split(" ", 3)[2] || 0;
      if (sort === "draft" && !(number < newest[id]?.[0])) newest[id] = [number, text];
    }
    for (const id in newest) {
      const lines = [];
      const text = newest[id][1];
      const read = attempt(() => JSON.parse(text.slice(text.indexOf("\n"))).draft);
      // Whatever is a text is taken, known or not, in the order of the file.
      JSON.stringify(read, (key, value) => {
        if (/^(id|kind|slot|items|headings|profile)$/.test(key)) return;
        if (value && typeof value === "string") lines.push(value);
        return value;
      });
      if (!read) lines.push(id, text);
      parts.push([lines.shift() || id, lines.join("\n")]);
    }
    return parts;
  };

  const save = (name, text) => {
    const href = URL.createObjectURL(new Blob([text]));
    Object.assign(document.createElement("a"), { href, download: name }).click();
  };

  // Goes over to the version that waits, if one does, and then on.
  const apply = (then) => {
    const waiting = registration?.waiting;
    if (!waiting) return then();
    workers.oncontrollerchange = then;
    // Should the worker not come, the old version goes on.
    setTimeout(then, 5000);
    waiting.postMessage("apply");
  };

  const show = (title, why, message) => {
    const [language, words] = speech();
    // What broke before anything was done would break again at the same place.
    const isUntouched = !navigator.userActivation?.hasBeenActive;
    box = document.createElement("dialog");
    // A program that is broken hears nothing more, from behind the box or from it.
    const stop = (ev) => {
      if (!ev.composedPath().includes(box)) ev.stopImmediatePropagation();
    };
    const names = [HTMLElement.prototype, window].flatMap(Object.keys);
    // The policy of a server may forbid to listen to a device, and nobody here does.
    const events = names.filter((it) => /^on(?!device)/.test(it)).map((it) => it.slice(2));
    events.push("focusin", "focusout", "compositionstart", "compositionend", "visibilitychange");
    for (const name of events) {
      addEventListener(name, stop, true);
      box.addEventListener(name, (ev) => ev.stopPropagation());
    }
    box.lang = language;
    box.style.cssText = "max-width:40em;line-height:1.8;overflow-wrap:anywhere";
    box.setAttribute("role", "alertdialog");
    box.setAttribute("aria-labelledby", "rescue-title");
    box.setAttribute("aria-describedby", "rescue-why");
    add(box, "h1", words[title], { id: "rescue-title" });
    add(box, "p", words[why], { id: "rescue-why" });
    const texts = stored();
    const parts = texts.then((texts) => readable(texts, words));
    const buttons = add(box, "p");
    const button = (label, onclick) => {
      add(buttons, "button", label, { type: "button", onclick });
      buttons.append(" ");
    };
    button(words.save, async () => {
      const file = { chengwen: "backup", schema: 1, made: Date.now(), texts: await texts };
      save(words.file + ".json", JSON.stringify(file));
    });
    button(words.save_text, async () => {
      const text = (await parts).map((it) => it.join("\n")).join("\n\n");
      // The mark tells old editors that it is UTF-8.
      save(words.text_file + ".txt", "\ufeff" + text);
    });
    button(words.again, () =>
      apply(() => {
        if (isUntouched) history.replaceState(0, "", "#/");
        location.reload();
      }),
    );
    const list = add(box, "div");
    parts.then((parts) => {
      add(list, "h2", parts.length ? words.found : words.none);
      for (const [name, text] of parts) {
        const part = add(list, "p");
        add(part, "strong", name);
        part.append(" ", text.slice(0, 60));
      }
      if (message) {
        const details = add(list, "details");
        add(details, "summary", words.details);
        add(details, "p", message);
      }
    });
    (document.body || document.documentElement).append(box);
    box.onclose = () => box.showModal();
    box.showModal();
    workers?.getRegistration().then((it) => (registration = it), () => {});
  };

  const isUp = () => document.body && !byId("boot");
  const crashed = (message) => {
    // The program's storages ask for this before they write.
    rescue.dead = true;
    if (box) return;
    console.error(message);
    show(isUp() ? "stopped" : "absent", "kept", message);
  };
  const suspect = (error, message) => {
    message = error?.stack || String(error || message);
    if (/wasm|RuntimeError/.test(error?.name + message)) crashed(message);
    // While the program starts, any failure may be its end; or it comes up yet.
    else if (!asked && !isUp()) setTimeout(() => isUp() || crashed(message), 500);
  };
  addEventListener("unhandledrejection", (ev) => suspect(ev.reason), true);
  // Failures of scripts that cannot be loaded stay with their elements.
  const onError = ({ target, error, message }) => {
    if (target === window || target.tagName === "SCRIPT") suspect(error, message);
  };
  addEventListener("error", onError, true);
  const onHash = () => {
    if (asked !== (location.hash === RESCUE)) location.reload();
  };
  addEventListener("hashchange", onHash, true);

  const rescue = (window.chengwenRescue = {
    tab,
    crashed,
    // From now on typing goes on in this draft, upon this revision.
    writing(id, number) {
      if (box) return;
      if (id !== draft) fields = {};
      draft = id;
      revision = number;
      write();
    },
    // All that was typed lies elsewhere.
    kept() {
      if (box) return;
      fields = {};
      attempt(() => localStorage.removeItem(PREFIX + journal));
    },
    // Keeps the page for use without a network, and tells when a new version of
    // it waits. Without a worker the page works as long as its server does.
    async offline() {
      // Plain http has no workers, and a local file may not start one.
      if (!workers || location.protocol === "file:") return;
      const isReady = () => workers.controller && dispatchEvent(new Event("chengwen:update"));
      let controlled = workers.controller;
      workers.oncontrollerchange = () => {
        // The first worker is no new version. Else another tab has gone over.
        if (controlled) isReady();
        controlled = true;
      };
      // Without it the page works as long as its server does.
      registration = await workers.register("sw.js").catch(() => {});
      if (!registration) return;
      if (registration.waiting) isReady();
      registration.onupdatefound = () => {
        const worker = registration.installing;
        worker.onstatechange = () => worker.state === "installed" && isReady();
      };
      // Some pages stay open for days.
      setInterval(() => registration.update().catch(() => {}), 36e5);
    },
    update: () => apply(() => location.reload()),
  });

  if (asked) {
    // From here on the page runs no other script: the program is not wanted.
    const policy = { httpEquiv: "Content-Security-Policy", content: "script-src 'none';connect-src 'none'" };
    add(document.head, "meta", "", policy);
    addEventListener("DOMContentLoaded", () => show("asked", "take"));
  } else {
    const wait = () => byId("boot") && add(byId("boot"), "a", speech()[1].slow, { href: RESCUE });
    setTimeout(wait, 2e4);
  }
})();
