// The choice of text size, line length and spacing: kept on this device alone, and nothing before a reader chooses.
const root = document.documentElement;
const names = ["size", "measure", "spacing"];

for (const part of document.querySelectorAll("[data-reading]")) {
  const form = part.querySelector("form");
  const show = () => names.forEach((name) => { form.elements[name].value = root.dataset[name] ?? ""; });
  const apply = () => {
    const chosen = Object.fromEntries(names.map((name) => [name, form.elements[name].value]).filter(([, value]) => value));
    for (const name of names) chosen[name] ? (root.dataset[name] = chosen[name]) : delete root.dataset[name];
    try {
      if (Object.keys(chosen).length) localStorage.setItem("reading", JSON.stringify(chosen));
      else localStorage.removeItem("reading");
    } catch {} // it holds for this page then
  };
  form.addEventListener("change", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  show();
  part.hidden = false;
}
