// The question for the passphrase, before the page begins.
import { add, complaint, dialog, field, row, words } from "./dom.js";

// As the page that comes after it.
const language = () => {
  try {
    return localStorage.getItem("chengwen:setting:language") ?? "zh-CN";
  } catch {
    return "zh-CN";
  }
};

// Asks until `attempt` gives something for what was typed, and gives what `then`
// makes of that.
export const askFor = (attempt, then) =>
  new Promise((done) => {
    const said = words(language());
    const { box, form } = dialog("unlock", language(), said.ask_title, said.ask_why);
    const input = field(form, "unlock-passphrase", said.passphrase, "current-password");
    const complain = complaint(form, "unlock-wrong");
    const button = add(row(form), "button", said.open, { type: "submit", className: "primary" });
    const state = add(form, "p");
    state.setAttribute("role", "status");
    const forgot = add(box, "details");
    forgot.style.marginTop = "16px";
    add(forgot, "summary", said.forgot);
    add(forgot, "p", said.lost);

    // There is nothing behind it to go back to.
    box.oncancel = (ev) => ev.preventDefault();
    const again = () => box.showModal();
    box.addEventListener("close", again);
    let isBusy = false;
    form.onsubmit = async (ev) => {
      ev.preventDefault();
      if (isBusy) return;
      isBusy = true;
      complain("");
      state.textContent = said.busy;
      button.setAttribute("aria-disabled", "true");
      const found = await attempt(input.value);
      const result = found && (await then(found));
      if (result) {
        box.removeEventListener("close", again);
        box.close();
        box.remove();
        return done(result);
      }
      isBusy = false;
      state.textContent = "";
      button.removeAttribute("aria-disabled");
      complain(said.wrong, input);
    };
    box.showModal();
    input.focus();
  });
