// Saves a form while somebody types and renews what stands beside it: the answer is the whole page, of which only the
// elements marked data-live are taken. Without this script the buttons of the form do the same.
const form = document.querySelector("form[data-autosave]");
const status = document.getElementById("etat");
const PAUSE = 1200;

let timer;
let running = null;
let dirty = false;
let stopped = false;

const say = (text) => {
  const words = document.createElement("span");
  words.textContent = text;
  status.replaceChildren(words);
};

const renew = (page, only) => {
  for (const fresh of page.querySelectorAll("[data-live]")) {
    const here = document.getElementById(fresh.id);
    if (!here || (only && !only.includes(fresh.id))) continue;
    if (here instanceof HTMLInputElement) here.value = fresh.value;
    else if (here.innerHTML !== fresh.innerHTML && !here.contains(document.activeElement)) {
      here.className = fresh.className;
      // a save that nobody pressed never moves the focus
      for (const one of fresh.querySelectorAll("[autofocus]")) one.removeAttribute("autofocus");
      here.replaceChildren(...fresh.childNodes);
    }
  }
};

const send = async () => {
  dirty = false;
  say(status.dataset.saving);
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      headers: { "X-Autosave": "1", Accept: "text/html" },
      body: new URLSearchParams(new FormData(form)),
      redirect: "error",
    });
    if (![200, 409, 422].includes(answer.status)) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    // nothing was saved: the version of this form stays, so that a later try is found out as well
    renew(page, answer.status === 200 ? null : ["etat", "conflit"]);
    stopped = answer.status === 409;
  } catch {
    say(status.dataset.failed);
    dirty = true;
  }
};

const save = () => {
  clearTimeout(timer);
  running ??= send().finally(() => {
    running = null;
    if (dirty && !stopped) later();
  });
  return running;
};

const later = () => {
  clearTimeout(timer);
  timer = setTimeout(save, PAUSE);
};

if (form && status) {
  document.addEventListener("input", (event) => {
    if (event.target.form !== form) return;
    dirty = true;
    if (!stopped && !running) later();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && dirty && !stopped && !running) save();
  });
  // a save under way comes first, or the form would meet its own new version as somebody else's
  document.addEventListener("submit", async (event) => {
    clearTimeout(timer);
    const own = event.target === form;
    if (!running && (own || !dirty || stopped)) return;
    event.preventDefault();
    await (running ?? save());
    clearTimeout(timer);
    event.target.requestSubmit(event.submitter ?? undefined);
  });
}
