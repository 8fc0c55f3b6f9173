// Offers names and words of the archive in a search box (ARIA Authoring Practices, “Combobox”).
const PAUSE = 150;
const SHORTEST = 2;

const make = (name, attributes, ...inside) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value) element.setAttribute(key, value);
  element.append(...inside);
  return element;
};

function equip(input) {
  const kinds = JSON.parse(input.dataset.kinds);
  const said = input.dataset.said;
  const id = `${input.id}-list`;
  const list = make("div", { id, role: "listbox", class: "suggestions", "aria-label": said, hidden: "hidden" });
  const status = make("p", { role: "status", class: "visually-hidden" });
  let [options, active, timer, asking] = [[], -1, 0, null];

  input.type = "text";
  const roles = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id, enterkeyhint: "search" };
  for (const [key, value] of Object.entries(roles)) input.setAttribute(key, value);
  input.after(list, status);

  const point = (place) => {
    options[active]?.setAttribute("aria-selected", "false");
    active = place;
    const option = options[active];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };
  const open = (isOpen) => {
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) point(-1);
  };
  const stop = () => {
    clearTimeout(timer);
    asking?.abort();
  };
  const close = () => {
    stop();
    open(false);
    status.textContent = "";
  };
  const forget = () => {
    options = [];
    list.replaceChildren();
    close();
  };
  const choose = ({ kind, value, text }) => {
    close();
    const boxes = [...input.form.querySelectorAll(`[name="${kind}"]`)];
    if (boxes.length) { // beside filters a name is one of them, and what is chosen already stays
      let box = boxes.find((each) => each.value === value);
      if (!box) input.form.append((box = make("input", { type: "hidden", name: kind, value })));
      box.checked = true;
      input.value = "";
      return input.form.requestSubmit();
    }
    const page = kinds[kind]?.[1];
    if (page) return location.assign(page.replace("/_/", `/${encodeURIComponent(value)}/`));
    input.value = value || text;
    input.form.requestSubmit();
  };
  const show = (found) => {
    options = [];
    const groups = Object.entries(kinds).map(([kind, [heading]]) => {
      const own = found.filter((each) => each.kind === kind).map((each) => {
        const option = make("div", { role: "option", id: `${id}-${options.length}`, "aria-selected": "false", lang: each.language }, each.text);
        if (each.note) option.append(" ", make("span", { class: "quiet small", lang: document.documentElement.lang }, each.note));
        option.addEventListener("click", () => choose(each));
        options.push(option);
        return option;
      });
      return own.length ? make("div", { role: "group", "aria-label": heading }, make("p", { class: "label", "aria-hidden": "true" }, heading), ...own) : "";
    });
    active = -1;
    list.replaceChildren(...groups);
    open(options.length > 0);
    status.textContent = `${said}: ${options.length}`;
  };
  const ask = async () => {
    if (!navigator.onLine) return;
    asking = new AbortController();
    try {
      const answer = await fetch(input.dataset.suggest + encodeURIComponent(input.value.trim()), { signal: asking.signal });
      if (!answer.ok) throw answer;
      const { suggestions } = await answer.json();
      if (document.activeElement === input) show(suggestions);
    } catch (fault) {
      if (fault.name !== "AbortError") open(false);
    }
  };

  input.addEventListener("input", () => {
    stop();
    point(-1); // what was pointed at answered other letters
    if (input.value.trim().length < SHORTEST) forget();
    else timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const isOpen = !list.hidden;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length) {
      open(true);
      const places = options.length + 1;
      point(((active + 1 + step + places) % places) - 1);
    } else if (event.key === "Enter" && isOpen && active >= 0) options[active].click();
    else if (event.key === "Escape" && isOpen) close();
    else {
      if (event.key === "Enter") stop();
      return;
    }
    event.preventDefault();
  });
  list.addEventListener("mousedown", (event) => event.preventDefault());
}

document.querySelectorAll("[data-suggest]").forEach(equip);
