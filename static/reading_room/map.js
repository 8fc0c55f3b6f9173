// Names of nearer steps keep the size of their type.
import { tools, ways } from "./near.js";

const NEAREST = 0.3; // units a pixel

function equip(frame) {
  const svg = frame.querySelector("svg");
  const whole = pick(svg.viewBox.baseVal);
  const steps = [...svg.querySelectorAll("[data-step]")].map((group) => group.dataset.step);
  let view = whole;

  const nearest = () => Math.min(NEAREST * svg.clientWidth, whole.width);
  const fitting = (width) => Math.min(Math.max(width, nearest()), whole.width);
  const show = (next) => {
    const width = fitting(next.width);
    const height = (width / whole.width) * whole.height;
    const inside = (at, size, all) => Math.min(Math.max(at, 0), all - size);
    view = { x: inside(next.x, width, whole.width), y: inside(next.y, height, whole.height), width, height };
    svg.setAttribute("viewBox", [view.x, view.y, width, height].join(" "));
    const unit = 1 / svg.getScreenCTM().a;
    const off = (step) => Math.abs(Math.log(step / unit) - 0.1);
    svg.dataset.step = steps.reduce((best, step) => (off(step) < off(best) ? step : best));
    frame.classList.toggle("is-near", width < whole.width);
    svg.querySelector("pattern").setAttribute("patternTransform", `rotate(45) scale(${unit})`);
    tell({ isNearest: width <= nearest(), isWhole: width >= whole.width });
  };
  const middle = () => ({ x: view.x + view.width / 2, y: view.y + view.height / 2 });
  const zoom = (times, { x, y } = middle()) => {
    const width = fitting(view.width / times);
    const share = width / view.width;
    show({ x: x - (x - view.x) * share, y: y - (y - view.y) * share, width });
  };
  const aside = (x, y) => {
    const unit = 1 / svg.getScreenCTM().a;
    show({ ...view, x: view.x + x * unit, y: view.y + y * unit });
  };
  const under = ({ clientX, clientY }) => new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM().inverse());

  const moves = { zoom: (times, at) => zoom(times, at && under(at)), aside, whole: () => show(whole) };
  const tell = tools(frame, moves);
  ways(svg, moves);
  svg.addEventListener("focusin", ({ target }) => {
    const box = target === svg ? null : target.getBBox();
    const isSeen = !box || (box.x < view.x + view.width && box.y < view.y + view.height && box.x + box.width > view.x && box.y + box.height > view.y);
    if (!isSeen) show({ ...view, x: box.x + (box.width - view.width) / 2, y: box.y + (box.height - view.height) / 2 });
  });
  svg.setAttribute("tabindex", "0");
  for (const hidden of frame.parentElement.querySelectorAll(".map-tools, .map-keys")) hidden.hidden = false;
  new ResizeObserver(() => show(view)).observe(svg);
}

const pick = ({ x, y, width, height }) => ({ x, y, width, height });

document.querySelectorAll("[data-map]").forEach(equip);
