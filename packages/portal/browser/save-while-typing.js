// Saves a form while somebody types, by the form's own way of saving. Without this script its button does the same.

/** Milliseconds after the last sign that was typed. */
const pause = 2_000;

const form = document.querySelector("form[data-saves]");
const told = document.querySelector("[data-saved]");
if (form !== null && told !== null) saveWhileTyping(form, told);

function saveWhileTyping(form, told) {
  let timer;
  /** The saving that is on its way. */
  let saving;
  let isStopped = false;
  let isLeaving = false;

  form.addEventListener("input", ({ target }) => {
    clearTimeout(timer);
    // A file is brought when the form itself is sent.
    if (!isStopped && target.type !== "file") timer = setTimeout(begin, pause);
  });

  // What is sent meanwhile waits for the saving: it would else change an older version than it read.
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    isLeaving = true;
    if (saving === undefined) return;
    event.preventDefault();
    const { submitter } = event;
    saving.finally(() => form.requestSubmit(submitter));
  });

  // Who comes back by the browser's own button finds the form as it was left.
  addEventListener("pageshow", () => {
    isLeaving = false;
  });

  function begin() {
    if (isLeaving || isStopped) return;
    if (saving !== undefined) {
      saving.finally(begin);
      return;
    }
    saving = save().finally(() => {
      saving = undefined;
    });
  }

  async function save() {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
    body.set("do", form.dataset.saves);
    try {
      const answer = await fetch(form.action, { method: "POST", body });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const saved = page.querySelector("form[data-saves]");
      if (answer.ok && saved !== null) takeOver(saved);
      else stop(answer.status === 422);
    } catch {
      tell(told.dataset.unsaved);
    }
  }

  /** The form goes on with what was saved, in its version and under another key. */
  function takeOver(saved) {
    form.setAttribute("action", saved.getAttribute("action"));
    for (const field of saved.querySelectorAll("input[type=hidden]")) {
      if (!/^(r\d+\.)?(key|version|followUp|act|draft)$/.test(field.name)) continue;
      const own = form.querySelector(`input[type=hidden][name="${field.name}"]`);
      if (own === null) form.prepend(document.importNode(field, true));
      else own.value = field.value;
    }
    history.replaceState(null, "", form.action);
    const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    tell(told.dataset.saved.replace("{time}", time));
  }

  /** What cannot be saved as it stands is tried again with what is typed next; what somebody else changed is not. */
  function stop(mayTryAgain) {
    isStopped = !mayTryAgain;
    tell(mayTryAgain ? told.dataset.unsaved : told.dataset.stopped);
  }

  function tell(text) {
    told.textContent = text;
    told.hidden = false;
  }
}
