// The transcript keeps pace with the voice until the reader scrolls away, and waits to be called back.
export function follow(section, back, hear) {
  const lines = [...section.querySelectorAll(".line[data-from]")].sort((a, b) => a.dataset.from - b.dataset.from);
  const starts = lines.map((line) => Number(line.dataset.from));
  const points = [...document.querySelectorAll(`.contents a[data-part="${CSS.escape(section.dataset.recording)}"]`)];
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let now = null;
  let keeps = true;

  const place = (ms) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= ms) low = middle + 1;
      else high = middle;
    }
    return lines[low - 1] ?? null;
  };
  const goThere = () => now?.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  const letGo = () => {
    if (!keeps || !now?.classList.contains("is-now")) return;
    keeps = false;
    back.hidden = false;
  };

  for (const name of ["wheel", "touchmove"]) addEventListener(name, letGo, { passive: true });
  addEventListener("keydown", (event) => {
    if (["PageUp", "PageDown", "Home", "End", "ArrowUp", "ArrowDown"].includes(event.key)) letGo();
  });
  back.addEventListener("click", () => {
    keeps = true;
    back.hidden = true;
    goThere();
  });
  const listen = (link, from) => link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    keeps = true;
    back.hidden = true;
    hear(Number(from));
  });
  for (const line of lines) {
    const time = line.querySelector(".time");
    if (time) listen(time, line.dataset.from);
  }
  for (const point of points) listen(point, point.dataset.from);

  return {
    show(ms, isPlaying) {
      const next = place(ms);
      const heading = points.findLast((point) => Number(point.dataset.from) <= ms);
      for (const point of points) point.classList.toggle("is-now", point === heading);
      if (next === now) return;
      for (const line of section.querySelectorAll(".is-now, .is-chosen")) line.classList.remove("is-now", "is-chosen");
      now = next;
      now?.classList.add("is-now");
      if (isPlaying && keeps) goThere();
    },
  };
}
