/* Rectangles drawn over a picture fill the edges of a note: of the one chosen, else of a new one. */
"use strict";

const EDGES = ["left", "top", "width", "height"];
const LEAST = 0.5;
const SVG = "http://www.w3.org/2000/svg";

function equip(frame) {
  const prefix = frame.dataset.regions;
  const svg = frame.querySelector("svg");
  const group = document.getElementById(`${prefix}-group`);
  const input = (row, edge) => row.querySelector(`[name$="-${edge}"]`);
  const rows = () => [...group.querySelectorAll(".inline-related:not(.empty-form)")];
  let chosen = null;
  let from = null;

  const rectangle = ([x, y, width, height], isChosen) => {
    const drawn = document.createElementNS(SVG, "rect");
    Object.entries({ x, y, width, height }).forEach(([name, value]) => drawn.setAttribute(name, value));
    drawn.classList.toggle("chosen", isChosen);
    return drawn;
  };
  const draw = (...more) => {
    const known = rows().map((row) => [EDGES.map((edge) => parseFloat(input(row, edge)?.value)), row === chosen]);
    const whole = known.filter(([edges]) => edges.every((edge) => edge >= 0));
    svg.replaceChildren(...whole.map(([edges, isChosen]) => rectangle(edges, isChosen)), ...more);
  };
  const fill = (row, edges) => {
    EDGES.forEach((edge, n) => { input(row, edge).value = edges[n].toFixed(2); });
    chosen = row;
    row.querySelector("textarea")?.focus();
    draw();
  };
  const at = ({ clientX, clientY }) => {
    const box = svg.getBoundingClientRect();
    const share = (part, all) => Math.min(100, Math.max(0, (100 * part) / all));
    return [share(clientX - box.left, box.width), share(clientY - box.top, box.height)];
  };
  const between = ([x1, y1], [x2, y2]) => [Math.min(x1, x2), Math.min(y1, y2), Math.abs(x1 - x2), Math.abs(y1 - y2)];

  svg.addEventListener("pointerdown", (event) => {
    svg.setPointerCapture(event.pointerId);
    from = at(event);
  });
  svg.addEventListener("pointermove", (event) => from && draw(rectangle(between(from, at(event)), true)));
  svg.addEventListener("pointercancel", () => { from = null; draw(); });
  svg.addEventListener("pointerup", (event) => {
    const edges = from && between(from, at(event));
    from = null;
    if (!edges || edges[2] < LEAST || edges[3] < LEAST) {
      draw();
    } else if (chosen?.isConnected) {
      fill(chosen, edges);
    } else {
      document.addEventListener("formset:added", ({ target }) => fill(target, edges), { once: true });
      group.querySelector(".add-row a").click();
    }
  });
  group.addEventListener("focusin", ({ target }) => {
    chosen = target.closest(".inline-related:not(.empty-form)");
    draw();
  });
  document.addEventListener("click", ({ target }) => {
    if (!target.closest(".inline-related, .marking, .add-row")) chosen = null;
    draw();
  });
  group.addEventListener("input", () => draw());
  draw();
}

window.addEventListener("load", () => document.querySelectorAll("[data-regions]").forEach(equip));
